#pragma once

#include <string>
#include <string_view>

/// Terms for two frequent words that stand side by side. A phrase is looked for in the token
/// streams of all statements that hold its words; where its words are frequent those are
/// thousands, and the pair's own term leaves only the few that can hold it.
namespace bayan::index {

/// Whether the folded word may be one of a pair that has a term.
[[nodiscard]] bool is_pair_word(std::string_view form);

/// Whether an index has a term for these two folded words side by side: both are frequent.
[[nodiscard]] bool is_pair_indexed(std::string_view first, std::string_view second);

/// That term, which carries no weight and no positions. A pair may stand in the title or in the
/// body, never across.
[[nodiscard]] std::string pair_term(std::string_view first, std::string_view second);

}  // namespace bayan::index
