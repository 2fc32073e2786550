#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "common/base/error.h"
#include "common/statement/statement.h"

/// The stored form of a statement: what an index keeps beside the postings.
///
///   version byte | size of the token stream | token stream | zstd frame of the record
///
/// The token stream (common/index/token_stream.h) lies in front, uncompressed, so that phrases and
/// the second ranking stage read it without touching the text.
namespace bayan::statement {

/// Raised whenever the stored form changes; an index records it.
inline constexpr int kCodecVersion = 3;

/// Writes stored forms. Holds a compressor, so reuse it; not for several threads at once.
class Encoder {
 public:
  Encoder();
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

/// The statement inside a stored form; an error when it is damaged or of another version.
[[nodiscard]] Result<Statement> decode(std::string_view stored);

}  // namespace bayan::statement
