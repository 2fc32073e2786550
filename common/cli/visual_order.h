#pragma once

#include <string>
#include <string_view>
#include <vector>

/// For terminals that draw each code point where it was sent, one column behind the other and in
/// its isolated form: the program puts a line into visual order (UAX 9) and replaces Arabic
/// letters by the presentation forms of how they join.
///
///   «سلام» (seen س, ل, ا, م)  ->  U+FEE1 U+FEFC U+FEB3 «ﻡﻼﺳ»
namespace bayan::cli {

enum class Direction : bool { kLeftToRight, kRightToLeft };

/// The direction of the first letter that has one, outside isolates; `otherwise` where none has.
[[nodiscard]] Direction first_strong(std::string_view text, Direction otherwise);

/// What stands at a place of a line, from left to right.
struct VisualCell {
  std::string text;   ///< the shaped letter with its marks
  std::size_t begin;  ///< byte offset in the logical line of what it was made from
};

/// Who puts the letters of a word in order and joins them.
enum class Letters : bool {
  kByProgram,
  kByTerminal,  ///< it does so from space to space, but leaves the words where they are (kitty)
};

/// The cells of a logical line (UTF-8, one line, isolates balanced) from left to right. `base` is
/// the line's own direction. Isolates' controls have done their work and are left out; brackets
/// are mirrored. display_width() of the line with LamAlef::kLigature is that of the result. With
/// Letters::kByTerminal the letters of each word stay in logical order and as they are, lam and
/// alef apart.
[[nodiscard]] std::vector<VisualCell> to_visual_order(std::string_view line, Direction base,
                                                      Letters letters = Letters::kByProgram);

}  // namespace bayan::cli
