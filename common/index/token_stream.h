#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/text/analyzer.h"

/// A statement's words in their order, as small numbers: what phrases, NEAR and the second ranking
/// stage read in place of a position table.
///
/// Each word is the low 24 bits of its folded form's XXH3 hash. Two different forms share a number
/// once in 16.8 million pairs; a phrase is only looked for in statements that hold all its words,
/// so a false one needs a neighbour of a true word to share the other word's number. The trial that
/// led here is in tools/bench/INDEX-FORMAT.md.
///
/// Each number is stored xor a mask that depends on its place alone. Without it the few repeated
/// words of a statement let Xapian's own deflate win a few per cent, and then every reader inflates
/// the whole statement to look at one pair of words.
namespace bayan::index {

/// The number of a folded form.
[[nodiscard]] std::uint32_t token_number(std::string_view form);

/// The words of the title, then those of the body; at most 2^32 of them.
[[nodiscard]] std::string encode_token_stream(const text::TokenList& title,
                                              const text::TokenList& body);

/// Reads a stream; a view, so the bytes must outlive it. Damaged bytes read as fewer words.
class TokenStream {
 public:
  TokenStream() = default;
  explicit TokenStream(std::string_view stream);

  /// Words of title and body together.
  [[nodiscard]] std::size_t size() const { return numbers_.size() / kBytes; }
  [[nodiscard]] std::size_t title_size() const { return title_size_; }
  /// The number of word `i` (< size()).
  [[nodiscard]] std::uint32_t operator[](std::size_t i) const {
    const auto* bytes = reinterpret_cast<const unsigned char*>(numbers_.data()) + i * kBytes;
    return (bytes[0] | static_cast<std::uint32_t>(bytes[1]) << 8 |
            static_cast<std::uint32_t>(bytes[2]) << 16) ^
           mask_of(i);
  }
  /// What word `i` of any stream is masked with: 24 bits of a multiplicative hash.
  [[nodiscard]] static std::uint32_t mask_of(std::size_t i) {
    return static_cast<std::uint32_t>(i) * 0x9E3779B1U >> 8;
  }

 private:
  static constexpr std::size_t kBytes = 3;
  std::size_t title_size_ = 0;
  std::string_view numbers_;
};

}  // namespace bayan::index
