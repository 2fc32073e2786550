#include "common/text/blank.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "common/base/utf8.h"

namespace bayan::text {
namespace {

bool is_blank_code_point(char32_t value) {
  const auto c = static_cast<UChar32>(value);
  return u_isUWhiteSpace(c) || u_charType(c) == U_CONTROL_CHAR ||
         u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

/// Where the last code point of `text` (not empty) begins; its last byte when it is no UTF-8.
std::size_t last_code_point(std::string_view text) {
  constexpr std::size_t kLongest = 4;
  std::size_t begin = text.size() - 1;
  const std::size_t first = text.size() - std::min(text.size(), kLongest);
  while (begin > first && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) --begin;
  const bool ends_there = begin + utf8::decode_at(text, begin).byte_count == text.size();
  return ends_there ? begin : text.size() - 1;
}

}  // namespace

std::string_view trim(std::string_view text) {
  while (!text.empty()) {
    const utf8::CodePoint c = utf8::decode_at(text, 0);
    if (!is_blank_code_point(c.value)) break;
    text.remove_prefix(c.byte_count);
  }
  while (!text.empty()) {
    const std::size_t last = last_code_point(text);
    if (!is_blank_code_point(utf8::decode_at(text, last).value)) break;
    text = text.substr(0, last);
  }
  return text;
}

bool is_blank(std::string_view text) { return trim(text).empty(); }

}  // namespace bayan::text
