#pragma once

#include <cstddef>
#include <string_view>

/// Where a word of UTF-8 text may be cut off so that no grapheme (what a reader takes for one
/// letter) is cut: marks, joiners and variation selectors go with the letter before them, the
/// Arabic number signs (U+0600 to U+0605) with the digits behind them. For places that lie beside a
/// letter or digit; Unicode Standard Annex 29, rules GB9 to GB9b.
namespace bayan::text {

/// The end of the grapheme whose letter ends at byte `offset`.
[[nodiscard]] std::size_t grapheme_end(std::string_view text, std::size_t offset);

/// The beginning of the grapheme whose letter begins at byte `offset`.
[[nodiscard]] std::size_t grapheme_begin(std::string_view text, std::size_t offset);

}  // namespace bayan::text
