#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// UTF-8 by code points. Offsets and sizes are bytes unless a name says code_point_count.
namespace bayan::utf8 {

inline constexpr char32_t kReplacement = 0xFFFD;

/// One code point and how many bytes stood for it.
struct CodePoint {
  char32_t value;
  std::uint8_t byte_count;
};

namespace detail {
[[nodiscard]] CodePoint decode_multibyte(std::string_view text, std::size_t byte_offset);
}

/// The code point at `byte_offset` (< text.size()). Ill-formed input gives kReplacement for the
/// longest ill-formed part, as Unicode 15 section 3.9 recommends; byte_count is at least 1.
[[nodiscard]] inline CodePoint decode_at(std::string_view text, std::size_t byte_offset) {
  const auto lead = static_cast<unsigned char>(text[byte_offset]);
  if (lead < 0x80) return {lead, 1};
  // Arabic and most accented Latin letters are two bytes long.
  if (lead >= 0xC2 && lead < 0xE0 && byte_offset + 1 < text.size()) {
    const auto next = static_cast<unsigned char>(text[byte_offset + 1]);
    if ((next & 0xC0) == 0x80) {
      return {static_cast<char32_t>((lead & 0x1F) << 6 | (next & 0x3F)), 2};
    }
  }
  return detail::decode_multibyte(text, byte_offset);
}

/// Writes `value` (a Unicode scalar value) in UTF-8, at most four bytes, to where `to` points;
/// gives how many they are.
inline std::size_t encode(char32_t value, char* to) {
  const auto put = [&to](char32_t byte) { *to++ = static_cast<char>(byte); };
  const auto follow = [&](unsigned shift) { put(0x80 | (value >> shift & 0x3F)); };
  if (value < 0x80) {
    put(value);
    return 1;
  }
  if (value < 0x800) {
    put(0xC0 | value >> 6);
    follow(0);
    return 2;
  }
  if (value < 0x10000) {
    put(0xE0 | value >> 12);
    follow(6);
    follow(0);
    return 3;
  }
  put(0xF0 | value >> 18);
  follow(12);
  follow(6);
  follow(0);
  return 4;
}

/// Appends `value` (a Unicode scalar value) in UTF-8.
void append(std::string& out, char32_t value);

/// The code points of `text`, as decode_at() reads them.
[[nodiscard]] std::u32string code_points(std::string_view text);

/// Where the first ill-formed sequence begins; empty when all of `text` is well-formed.
[[nodiscard]] std::optional<std::size_t> find_ill_formed(std::string_view text);

/// `text` with each ill-formed part replaced by U+FFFD.
struct Repaired {
  std::string text;
  std::size_t replaced_count = 0;
  std::size_t first_replaced = 0;  ///< byte offset in the input; meaningless when none was
};
[[nodiscard]] Repaired repair(std::string_view text);

/// Number of code points in well-formed `text`.
[[nodiscard]] std::size_t code_point_count(std::string_view text);

/// Turns byte offsets of one text into code point offsets; offsets must be asked in rising order,
/// which makes a whole list of them one walk. `text` must outlive the counter.
class CodePointCounter {
 public:
  explicit CodePointCounter(std::string_view text) : text_(text) {}
  [[nodiscard]] std::size_t at(std::size_t byte_offset);

 private:
  std::string_view text_;
  std::size_t byte_offset_ = 0;
  std::size_t count_ = 0;
};

}  // namespace bayan::utf8
