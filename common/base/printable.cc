#include "common/base/printable.h"

#include "common/base/utf8.h"

namespace bayan {
namespace {

bool is_white_space(char32_t c) {
  return c == U' ' || (c >= U'\t' && c <= U'\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

}  // namespace

bool is_unsafe_to_print(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x061C || c == 0x180E ||
         c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
         (c >= 0xE0000 && c <= 0xE007F);
}

std::string printable_line(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool pending_space = false;
  for (std::size_t i = 0; i < text.size();) {
    const utf8::CodePoint c = utf8::decode_at(text, i);
    i += c.byte_count;
    if (is_white_space(c.value)) {
      pending_space = !out.empty();
      continue;
    }
    if (pending_space) out += ' ';
    pending_space = false;
    utf8::append(out, is_unsafe_to_print(c.value) ? utf8::kReplacement : c.value);
  }
  return out;
}

std::string printable_block(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const utf8::CodePoint c = utf8::decode_at(text, i);
    i += c.byte_count;
    if (c.value == U'\n') {
      out += '\n';
    } else if (c.value == U'\r' && i < text.size() && text[i] == '\n') {
      // The line feed that follows stands for both.
    } else if (is_white_space(c.value)) {
      out += ' ';
    } else {
      utf8::append(out, is_unsafe_to_print(c.value) ? utf8::kReplacement : c.value);
    }
  }
  return out;
}

}  // namespace bayan
