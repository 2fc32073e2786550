#include "common/text/arabic_score.h"

#include "common/base/utf8.h"

namespace bayan::text {
namespace {

constexpr bool is_arabic_letter(char32_t c) {
  return c >= 0x0621 && c <= 0x064A && c != 0x0640 && !(c >= 0x063B && c <= 0x063F);
}

constexpr bool is_stranger(char32_t c) {
  return (c < 0x20 && c != U'\n' && c != U'\r' && c != U'\t') || (c >= 0x7F && c < 0xA0) ||
         c == utf8::kReplacement || c >= 0x2500;
}

}  // namespace

long arabic_score(std::string_view text) {
  constexpr long kArticle = 4;
  constexpr long kStranger = -5;
  long score = 0;
  char32_t before = U' ';
  char32_t before_that = U' ';
  for (std::size_t i = 0; i < text.size();) {
    const utf8::CodePoint c = utf8::decode_at(text, i);
    i += c.byte_count;
    if (is_arabic_letter(c.value) && is_arabic_letter(before)) ++score;
    if (c.value == 0x0644 && before == 0x0627 && before_that <= U' ') score += kArticle;
    if (is_stranger(c.value)) score += kStranger;
    before_that = before;
    before = c.value;
  }
  return score;
}

}  // namespace bayan::text
