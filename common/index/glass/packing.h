#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

/// How Xapian's glass tables write numbers and keys, beside the plain varints of
/// common/base/bytes.h (its pack_uint and pack_string).
namespace bayan::index::glass {

/// Appends a document's number so that bytes order as numbers: two bytes below 0x8000, else one
/// byte more for each seven bits, told by ones in front.
inline void append_sortable(std::string& out, std::uint32_t value) {
  const int bits = std::bit_width(value);
  const int byte_count = bits < 16 ? 2 : (bits + 5) / 7;
  const std::uint64_t marked =
      value | (byte_count == 2 ? 0 : 0xFFULL << (10 - byte_count) << 8 * (byte_count - 1));
  for (int i = byte_count; i-- > 0;) out += static_cast<char>(marked >> 8 * i);
}

/// Appends a term so that what may follow does not change the order: its zero bytes are escaped.
inline void append_sortable(std::string& out, std::string_view term) {
  for (const char c : term) {
    out += c;
    if (c == '\0') out += '\xFF';
  }
}

/// The first eight bytes as a number that orders as they do.
inline std::uint64_t beginning_of(std::string_view text) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < sizeof number; ++i) {
    number = number << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  }
  return number;
}

}  // namespace bayan::index::glass
