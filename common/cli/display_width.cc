#include "common/cli/display_width.h"

#include <unicode/uchar.h>

#include "common/base/utf8.h"

namespace bayan::cli {
namespace {

constexpr char32_t kLam = 0x0644;

bool is_alef(char32_t c) { return c == 0x0622 || c == 0x0623 || c == 0x0625 || c == 0x0627; }

bool is_wide(char32_t c) {
  const int width = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

/// Marks stand over the letter before them; format controls and joiners show nothing. The Arabic
/// signs U+0600–0605, which Unicode counts among the format controls, are drawn.
bool is_zero_width(char32_t c) {
  switch (u_charType(static_cast<UChar32>(c))) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_CONTROL_CHAR:
      return true;
    case U_FORMAT_CHAR:
      return c < 0x0600 || c > 0x0605;
    default:
      return c >= 0x1160 && c <= 0x11FF;  // Hangul vowels and finals, drawn in their syllable
  }
}

std::size_t columns_of(char32_t c) {
  // ASCII and the Arabic letters, which are nearly all there is, need no look at the tables.
  if ((c >= 0x20 && c < 0x7F) || (c >= 0x0620 && c <= 0x064A)) return 1;
  if (is_zero_width(c)) return 0;
  return is_wide(c) ? 2 : 1;
}

/// Calls visit(begin, end, columns) for each cell.
template <typename Visit>
void for_each_cell(std::string_view text, LamAlef lam_alef, Visit&& visit) {
  std::size_t begin = 0;
  std::size_t columns = 0;
  bool after_lam = false;
  bool takes_marks = false;  // an isolate's control does not
  for (std::size_t i = 0; i < text.size();) {
    const utf8::CodePoint c = utf8::decode_at(text, i);
    const std::size_t own = columns_of(c.value);
    const bool is_control = is_isolate_control(c.value);
    const bool joins = after_lam && is_alef(c.value) && lam_alef == LamAlef::kLigature;
    const bool continues = i > 0 && takes_marks && !is_control && (own == 0 || joins);
    if (!continues) {
      if (i > 0) visit(begin, i, columns);
      begin = i;
      columns = own;
      takes_marks = !is_control;
    }
    // Marks may stand between lam and alef; joiners and the rest part them.
    const bool is_mark =
        own == 0 && u_charType(static_cast<UChar32>(c.value)) == U_NON_SPACING_MARK;
    after_lam = c.value == kLam || (after_lam && is_mark);
    i += c.byte_count;
  }
  if (!text.empty()) visit(begin, text.size(), columns);
}

}  // namespace

std::vector<Cell> split_cells(std::string_view text, LamAlef lam_alef) {
  std::vector<Cell> cells;
  cells.reserve(text.size());
  for_each_cell(text, lam_alef, [&cells](std::size_t begin, std::size_t end, std::size_t columns) {
    cells.push_back({begin, end, columns});
  });
  return cells;
}

std::size_t display_width(std::string_view text, LamAlef lam_alef) {
  std::size_t width = 0;
  for_each_cell(text, lam_alef,
                [&width](std::size_t, std::size_t, std::size_t columns) { width += columns; });
  return width;
}

}  // namespace bayan::cli
