#include "common/text/compact_letters.h"

#include <algorithm>

#include "common/base/utf8.h"

namespace bayan::text {
namespace {

constexpr char32_t kFirst = U'\u060C';
constexpr char32_t kLast = U'\u064B';
constexpr unsigned char kFirstByte = 0x80;
constexpr unsigned char kLastByte = 0xBF;
static_assert(kLast - kFirst == kLastByte - kFirstByte, "each code point has a byte");
/// Before a byte that is no part of a character; in no UTF-8.
constexpr unsigned char kStray = 0xFF;

bool is_ill_formed(std::string_view text, std::size_t at, const utf8::CodePoint& c) {
  return c.value == utf8::kReplacement && text.substr(at, c.byte_count) != "\uFFFD";
}

/// Bytes of the character that `lead` begins.
std::size_t character_size(unsigned char lead) {
  if (lead < 0xC0) return 1;
  if (lead < 0xE0) return 2;
  return lead < 0xF0 ? 3 : 4;
}

}  // namespace

std::string compact_letters(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    const utf8::CodePoint c = utf8::decode_at(utf8, i);
    if (c.value >= kFirst && c.value <= kLast) {
      out += static_cast<char>(kFirstByte + (c.value - kFirst));
    } else if (is_ill_formed(utf8, i, c)) {
      for (const char stray : utf8.substr(i, c.byte_count)) {
        out += static_cast<char>(kStray);
        out += stray;
      }
    } else {
      out += utf8.substr(i, c.byte_count);
    }
    i += c.byte_count;
  }
  return out;
}

/// Suggestions read a whole vocabulary through this, so it writes to the room that the longest text
/// takes and cuts it then.
void expand_letters(std::string_view compact, std::string& out) {
  out.resize(2 * compact.size());
  char* to = out.data();
  for (std::size_t i = 0; i < compact.size();) {
    const auto byte = static_cast<unsigned char>(compact[i]);
    if (byte >= kFirstByte && byte <= kLastByte) {
      const char32_t letter = kFirst + (byte - kFirstByte);
      *to++ = static_cast<char>(0xC0 | letter >> 6);
      *to++ = static_cast<char>(0x80 | (letter & 0x3F));
      ++i;
      continue;
    }
    if (byte == kStray) ++i;
    const std::size_t size = byte == kStray ? 1 : character_size(byte);
    for (const std::size_t end = std::min(i + size, compact.size()); i < end; ++i) {
      *to++ = compact[i];
    }
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
}

std::string expand_letters(std::string_view compact) {
  std::string out;
  expand_letters(compact, out);
  return out;
}

}  // namespace bayan::text
