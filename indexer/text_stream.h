#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/base/error.h"
#include "common/text/decode.h"
#include "indexer/sources.h"

namespace bayan::indexer {

/// A document's text in pieces of well-formed UTF-8 that are never cut inside a code point. A
/// small document is one piece. `file` must outlive the stream.
class TextStream {
 public:
  /// `forced` (may be empty) is the encoding to decode by; else `declared` and the bytes tell.
  TextStream(const SourceFile& file, std::string_view forced, std::string_view declared);

  /// The next piece; nothing at the end. Holds until the next call.
  [[nodiscard]] std::optional<std::string_view> next();
  /// The first piece, which next() gives again.
  [[nodiscard]] std::string_view head() const { return piece_; }
  /// All of it; nothing when it is longer than `limit` bytes. Holds as long as the stream.
  [[nodiscard]] std::optional<std::string_view> whole(std::uint64_t limit);

  [[nodiscard]] const text::Decoder& decoder() const { return decoder_; }
  /// Why the bytes broke off before their end, where they did.
  [[nodiscard]] const std::optional<Problem>& damage() const { return damage_; }

 private:
  void decode(std::string_view bytes, bool is_last);

  const SourceFile& file_;
  text::Decoder decoder_;
  std::string piece_;
  bool head_is_next_ = true;
  bool at_end_ = false;
  std::optional<Problem> damage_;
};

}  // namespace bayan::indexer
