#include "indexer/text_stream.h"

namespace bayan::indexer {

TextStream::TextStream(const SourceFile& file, std::string_view forced, std::string_view declared)
    : file_(file),
      decoder_(forced.empty() ? text::find_encoding(file.bytes, declared) : std::string(forced)) {
  at_end_ = file.rest == nullptr;
  decode(file.bytes, at_end_);
}

void TextStream::decode(std::string_view bytes, bool is_last) {
  piece_.clear();
  decoder_.decode(bytes, is_last, piece_);
}

std::optional<std::string_view> TextStream::next() {
  if (head_is_next_) {
    head_is_next_ = false;
    return piece_;
  }
  constexpr std::size_t kPieceBytes = std::size_t{1} << 20;
  std::string bytes(kPieceBytes, '\0');
  while (!at_end_) {
    const auto count = file_.rest->read(bytes.data(), bytes.size());
    if (!count) damage_ = count.error();
    at_end_ = !count || *count == 0;
    decode(std::string_view(bytes).substr(0, count.value_or(0)), at_end_);
    if (!piece_.empty()) return piece_;
  }
  return std::nullopt;
}

std::optional<std::string_view> TextStream::whole(std::uint64_t limit) {
  if (at_end_)
    return piece_.size() <= limit ? std::optional<std::string_view>(piece_) : std::nullopt;
  std::string all;
  while (const std::optional<std::string_view> piece = next()) {
    if (all.size() + piece->size() > limit) return std::nullopt;
    all += *piece;
  }
  piece_ = std::move(all);
  return piece_;
}

}  // namespace bayan::indexer
