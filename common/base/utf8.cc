#include "common/base/utf8.h"

#include <algorithm>

namespace bayan::utf8 {
namespace {

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// What may follow a lead byte: how many bytes, and the range of the first of them
/// (Unicode 15, table 3-7).
struct Sequence {
  std::uint8_t continuation_count;
  unsigned char first_low;
  unsigned char first_high;
};

Sequence sequence_of(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return {1, 0x80, 0xBF};
  if (lead == 0xE0) return {2, 0xA0, 0xBF};
  if (lead == 0xED) return {2, 0x80, 0x9F};
  if (lead >= 0xE1 && lead <= 0xEF) return {2, 0x80, 0xBF};
  if (lead == 0xF0) return {3, 0x90, 0xBF};
  if (lead == 0xF4) return {3, 0x80, 0x8F};
  if (lead >= 0xF1 && lead <= 0xF3) return {3, 0x80, 0xBF};
  return {0, 0, 0};
}

struct Step {
  CodePoint code_point;
  bool well_formed;
};

Step step(std::string_view text, std::size_t i) {
  const auto lead = static_cast<unsigned char>(text[i]);
  if (lead < 0x80) return {{lead, 1}, true};
  const Sequence sequence = sequence_of(lead);
  if (sequence.continuation_count == 0) return {{kReplacement, 1}, false};
  char32_t value = lead & (0x3F >> sequence.continuation_count);
  std::uint8_t taken = 1;
  for (std::uint8_t k = 0; k < sequence.continuation_count; ++k) {
    if (i + taken >= text.size()) return {{kReplacement, taken}, false};
    const auto byte = static_cast<unsigned char>(text[i + taken]);
    const bool fits = k == 0 ? byte >= sequence.first_low && byte <= sequence.first_high
                             : is_continuation(static_cast<char>(byte));
    if (!fits) return {{kReplacement, taken}, false};
    value = value << 6 | (byte & 0x3F);
    ++taken;
  }
  return {{value, taken}, true};
}

}  // namespace

CodePoint detail::decode_multibyte(std::string_view text, std::size_t byte_offset) {
  return step(text, byte_offset).code_point;
}

void append(std::string& out, char32_t c) {
  char bytes[4];
  out.append(bytes, encode(c, bytes));
}

std::optional<std::size_t> find_ill_formed(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Step next = step(text, i);
    if (!next.well_formed) return i;
    i += next.code_point.byte_count;
  }
  return std::nullopt;
}

Repaired repair(std::string_view text) {
  Repaired result;
  result.text.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Step next = step(text, i);
    if (next.well_formed) {
      result.text.append(text, i, next.code_point.byte_count);
    } else {
      if (result.replaced_count++ == 0) result.first_replaced = i;
      append(result.text, kReplacement);
    }
    i += next.code_point.byte_count;
  }
  return result;
}

std::size_t code_point_count(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return !is_continuation(byte); }));
}

std::size_t CodePointCounter::at(std::size_t byte_offset) {
  if (byte_offset < byte_offset_) {
    byte_offset_ = 0;
    count_ = 0;
  }
  count_ += code_point_count(text_.substr(byte_offset_, byte_offset - byte_offset_));
  byte_offset_ = std::min(byte_offset, text_.size());
  return count_;
}

std::u32string code_points(std::string_view text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode_at(text, i);
    out += c.value;
    i += c.byte_count;
  }
  return out;
}

}  // namespace bayan::utf8
