#include "common/text/fold.h"

#include "common/base/utf8.h"
#include "common/text/fold_code_point.h"

namespace bayan::text {
namespace {

/// Calls `emit(code point)` for each code point that `c` folds to.
template <typename Emit>
void fold_one(char32_t c, Emit&& emit) {
  const char32_t listed = fold_by_table(c);
  if (listed == kDropped) return;
  if (listed != kUnlisted) {
    emit(listed);
    return;
  }
  for (const char32_t folded : fold_by_icu(c)) emit(folded);
}

}  // namespace

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const utf8::CodePoint c = utf8::decode_at(text, i);
    i += c.byte_count;
    fold_one(c.value, [&out](char32_t folded) { utf8::append(out, folded); });
  }
  return out;
}

FoldedText::FoldedText(std::string_view source) {
  text_.reserve(source.size());
  offsets_.reserve(source.size() + 1);
  for (std::size_t i = 0; i < source.size();) {
    const utf8::CodePoint c = utf8::decode_at(source, i);
    fold_one(c.value, [this, i](char32_t folded) {
      utf8::append(text_, folded);
      offsets_.resize(text_.size(), static_cast<std::uint32_t>(i));
    });
    i += c.byte_count;
  }
  offsets_.push_back(static_cast<std::uint32_t>(source.size()));
}

}  // namespace bayan::text
