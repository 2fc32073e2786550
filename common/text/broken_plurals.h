#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Broken plurals, by a table and by pattern. Both sides are folded stems without hamza seats.
namespace bayan::text {

/// The singulars of which the table says that `plural` is theirs («وزرا» -> «وزير»); may be empty.
[[nodiscard]] std::vector<std::string> listed_singulars(std::string_view plural);

/// The table has a plural of `stem`.
[[nodiscard]] bool is_listed_singular(std::string_view stem);

/// Singulars that `plural` may have by its pattern («مشاريع» -> «مشروع» «مشراع»). The caller
/// accepts one that the index holds as a word too.
[[nodiscard]] std::vector<std::string> possible_singulars(std::string_view plural);

}  // namespace bayan::text
