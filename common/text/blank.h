#pragma once

#include <string_view>

/// What a reader would call empty. Archives fill a missing body with no-break spaces, a byte order
/// mark or a lone direction mark; none of them is text.
namespace bayan::text {

/// `text` (UTF-8; bytes that are not count as text) without the blank code points at both ends:
/// white space (Unicode's White_Space), controls and what is never drawn
/// (Default_Ignorable_Code_Point).
[[nodiscard]] std::string_view trim(std::string_view text);

/// True when nothing but blank code points stands in `text`.
[[nodiscard]] bool is_blank(std::string_view text);

}  // namespace bayan::text
