#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "common/base/error.h"
#include "common/statement/statement.h"
#include "common/statement/text_dictionary.h"

/// The stored form of a statement: what an index keeps beside the postings.
///
///   version byte | size of the token stream | token stream | zstd frame of the record
///
/// The token stream (common/index/token_stream.h) lies in front, uncompressed, so that phrases and
/// the second ranking stage read it without touching the text. Texts of the record have compact
/// letters (common/text/compact_letters.h), of which Zstandard makes a tenth less than of UTF-8.
namespace bayan::statement {

/// Raised whenever the stored form changes; an index records it.
inline constexpr int kCodecVersion = 6;

/// Of Zstandard. Measured on 29,497 articles with tools/bench/stored_text: level 3 takes 37 % of
/// level 6's time for 5.4 % more bytes.
inline constexpr int kCompressionLevel = 3;

/// Writes stored forms. Holds a compressor, so reuse it; not for several threads at once.
class Encoder {
 public:
  /// `dictionary` must outlive the encoder; nullptr: none.
  explicit Encoder(SharedDictionary* dictionary = nullptr);
  ~Encoder();
  Encoder(Encoder&&) noexcept;
  Encoder& operator=(Encoder&&) noexcept;

  [[nodiscard]] std::string encode(const Statement& statement, std::string_view token_stream);

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

/// The token stream inside a stored form, a view into `stored`; an error when `stored` is damaged.
[[nodiscard]] Result<std::string_view> token_stream_of(std::string_view stored);

/// Reads stored forms. Holds a decompressor and the dictionaries that it met; safe from several
/// threads, which wait for one another.
class Decoder {
 public:
  /// Gives the bytes of the dictionary of that id, or nothing where it is missing.
  using Load = std::function<std::string(std::uint32_t id)>;
  /// `load` is asked once for each dictionary, when a stored form names it.
  explicit Decoder(Load load = {});
  ~Decoder();
  Decoder(Decoder&&) noexcept;
  Decoder& operator=(Decoder&&) noexcept;

  /// The statement inside a stored form; an error when it is damaged or of another version.
  [[nodiscard]] Result<Statement> decode(std::string_view stored) const;

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

}  // namespace bayan::statement
