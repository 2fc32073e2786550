#include "common/cli/arabic_shape.h"

#include <unicode/uchar.h>
#include <unicode/ushape.h>
#include <unicode/utf16.h>

#include "common/base/utf8.h"

// ICU's u_shapeArabic() would turn harakat into forms that take a column of their own. So it is
// given the letters alone, which join through their marks, and each letter gets its marks back.
namespace bayan::cli {
namespace {

constexpr char16_t kOther = u' ';  // joins nothing
/// Stands behind the last letter: where a text ends in lam and alef, ICU 72 moves all that stands
/// before them by one place («جزء لا» came out as «ججز لا»).
constexpr char16_t kBehind = u'.';
constexpr char32_t kZeroWidthNonJoiner = 0x200C;
constexpr char32_t kZeroWidthJoiner = 0x200D;

bool is_mark(char32_t c) { return u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK; }

bool is_lam_alef_form(char16_t c) { return c >= 0xFEF5 && c <= 0xFEFC; }

/// The letters of the cells, two places a ligature, and where each cell's begin.
struct Letters {
  std::u16string text;
  std::vector<std::size_t> begins;
};

Letters letters_of(std::string_view line, const std::vector<Cell>& cells) {
  Letters letters;
  for (const Cell& cell : cells) {
    letters.begins.push_back(letters.text.size());
    for (std::size_t i = cell.begin; i < cell.end;) {
      const utf8::CodePoint c = utf8::decode_at(line, i);
      i += c.byte_count;
      if (is_mark(c.value)) continue;
      const bool is_plain = c.value <= 0xFFFF && !is_isolate_control(c.value);
      letters.text += is_plain ? static_cast<char16_t>(c.value) : kOther;
    }
  }
  letters.begins.push_back(letters.text.size());
  letters.text += kBehind;
  return letters;
}

/// The same length as `text`: beside a ligature stands a space in place of its second letter.
std::u16string shape(const std::u16string& text) {
  std::u16string shaped(text.size(), u'\0');
  UErrorCode error = U_ZERO_ERROR;
  constexpr std::uint32_t kOptions =
      U_SHAPE_LETTERS_SHAPE | U_SHAPE_TEXT_DIRECTION_LOGICAL | U_SHAPE_LENGTH_FIXED_SPACES_NEAR;
  u_shapeArabic(text.data(), static_cast<std::int32_t>(text.size()), shaped.data(),
                static_cast<std::int32_t>(shaped.size()), kOptions, &error);
  return U_SUCCESS(error) ? shaped : text;
}

/// The shaped letter of a cell; none where its code point is no single UTF-16 unit.
char16_t shaped_letter(const std::u16string& shaped, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    if (is_lam_alef_form(shaped[i])) return shaped[i];
  }
  return begin < end ? shaped[begin] : u'\0';
}

}  // namespace

std::vector<std::string> shape_cells(std::string_view line, const std::vector<Cell>& cells) {
  const Letters letters = letters_of(line, cells);
  const std::u16string shaped = shape(letters.text);
  std::vector<std::string> out;
  out.reserve(cells.size());
  for (std::size_t n = 0; n < cells.size(); ++n) {
    const Cell& cell = cells[n];
    const utf8::CodePoint base = utf8::decode_at(line, cell.begin);
    const char16_t letter = shaped_letter(shaped, letters.begins[n], letters.begins[n + 1]);
    const bool is_ligature = is_lam_alef_form(letter);
    std::string text;
    const bool is_shaped = base.value >= 0x0600 && base.value <= 0x06FF && letter != kOther;
    utf8::append(text, is_shaped && !is_mark(base.value) && letter != u'\0' ? letter : base.value);
    for (std::size_t i = cell.begin + base.byte_count; i < cell.end;) {
      const utf8::CodePoint c = utf8::decode_at(line, i);
      i += c.byte_count;
      const bool is_joiner = c.value == kZeroWidthNonJoiner || c.value == kZeroWidthJoiner;
      if (is_mark(c.value) || (!is_ligature && !is_joiner)) utf8::append(text, c.value);
    }
    out.push_back(std::move(text));
  }
  return out;
}

}  // namespace bayan::cli
