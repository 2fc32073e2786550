#include "common/index/token_stream.h"

#include <xxhash.h>

#include <algorithm>

#include "common/base/bytes.h"

namespace bayan::index {
namespace {

constexpr std::uint32_t kMask = 0xFFFFFF;

/// Appends the words of `tokens`, the first of which is word `first` of the stream.
void append_numbers(std::string& out, const text::TokenList& tokens, std::size_t first) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::uint32_t number = token_number(tokens.form(i)) ^ TokenStream::mask_of(first + i);
    out += static_cast<char>(number);
    out += static_cast<char>(number >> 8);
    out += static_cast<char>(number >> 16);
  }
}

}  // namespace

std::uint32_t token_number(std::string_view form) {
  return static_cast<std::uint32_t>(XXH3_64bits(form.data(), form.size())) & kMask;
}

std::string encode_token_stream(const text::TokenList& title, const text::TokenList& body) {
  std::string out;
  out.reserve(4 + (title.size() + body.size()) * 3);
  append_varint(out, title.size());
  append_numbers(out, title, 0);
  append_numbers(out, body, title.size());
  return out;
}

TokenStream::TokenStream(std::string_view stream) {
  ByteReader in(stream);
  title_size_ = in.read_varint();
  numbers_ = in.rest();
  title_size_ = std::min(title_size_, size());
}

}  // namespace bayan::index
