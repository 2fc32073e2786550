#include "common/text/grapheme.h"

#include <unicode/uchar.h>

#include "common/base/utf8.h"

namespace bayan::text {
namespace {

// A property of code points is part of ICU's code; a break iterator would load its rules.
int break_class(char32_t c) {
  return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_GRAPHEME_CLUSTER_BREAK);
}

bool goes_with_letter_before(char32_t c) {
  const int kind = break_class(c);
  return kind == U_GCB_EXTEND || kind == U_GCB_ZWJ || kind == U_GCB_SPACING_MARK;
}

bool is_trailing_byte(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

std::size_t grapheme_end(std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    const utf8::CodePoint c = utf8::decode_at(text, offset);
    if (!goes_with_letter_before(c.value)) break;
    offset += c.byte_count;
  }
  return offset;
}

std::size_t grapheme_begin(std::string_view text, std::size_t offset) {
  while (offset > 0) {
    std::size_t before = offset - 1;
    while (before > 0 && is_trailing_byte(text[before])) --before;
    if (break_class(utf8::decode_at(text, before).value) != U_GCB_PREPEND) break;
    offset = before;
  }
  return offset;
}

}  // namespace bayan::text
