#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

/// How many columns of a terminal text takes. A letter's harakat stand in its column, East Asian
/// wide characters take two (UAX 11), and lam with alef takes one where they are drawn as a
/// ligature:
///
///   «مُحَمَّد» takes 4 columns (9 code points), «日本» 4, «لا» 2, or 1 as a ligature.
namespace bayan::cli {

/// Whether the terminal, or the program in its place, draws lam and alef in one column.
enum class LamAlef : bool { kApart, kLigature };

/// One column of text, or two: a code point with the marks and joiners behind it. A lam and the
/// alef that it is drawn with are one cell.
struct Cell {
  std::size_t begin;  ///< byte offsets in the text
  std::size_t end;
  std::size_t columns;  ///< 0 only for marks and controls at the beginning of the text
};

/// The cells of `text` (UTF-8), in its order; together they hold all of it. Isolates' controls are
/// cells of their own, without columns.
[[nodiscard]] std::vector<Cell> split_cells(std::string_view text, LamAlef lam_alef);

/// Columns of a whole text.
[[nodiscard]] std::size_t display_width(std::string_view text, LamAlef lam_alef = LamAlef::kApart);

/// True for FSI, LRI, RLI and PDI.
[[nodiscard]] constexpr bool is_isolate_control(char32_t c) { return c >= 0x2066 && c <= 0x2069; }

}  // namespace bayan::cli
