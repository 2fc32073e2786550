#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Compact binary fields: LEB128 numbers and length-prefixed strings.
namespace bayan {

/// Appends `value` in 7-bit groups, lowest first (LEB128).
inline void append_varint(std::string& out, std::uint64_t value) {
  while (value >= 0x80) {
    out += static_cast<char>(value | 0x80);
    value >>= 7;
  }
  out += static_cast<char>(value);
}

/// Appends the size of `value` in bytes, then its bytes.
inline void append_string(std::string& out, std::string_view value) {
  append_varint(out, value.size());
  out += value;
}

/// Reads what the functions above wrote. Once anything does not fit, every further read gives zero
/// or an empty string and ok() is false: a caller checks once, at the end.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool at_end() const { return bytes_.empty(); }
  [[nodiscard]] std::string_view rest() const { return bytes_; }

  std::uint64_t read_varint() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (bytes_.empty()) break;
      const auto byte = static_cast<unsigned char>(bytes_.front());
      bytes_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    return fail();
  }

  /// A view into the bytes that the reader was given.
  std::string_view read_string() {
    const std::uint64_t size = read_varint();
    if (!ok_ || size > bytes_.size()) {
      fail();
      return {};
    }
    const std::string_view value = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return value;
  }

 private:
  std::uint64_t fail() {
    ok_ = false;
    bytes_ = {};
    return 0;
  }

  std::string_view bytes_;
  bool ok_ = true;
};

}  // namespace bayan
