#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "common/base/error.h"

/// Bytes to UTF-8: which encoding they are in, and decoding them, whole or piece by piece.
namespace bayan::text {

/// The encoding of `bytes` ("UTF-8", "UTF-16LE", "windows-1256", …; never empty): byte order mark,
/// strict UTF-8, then the `declared` charset (may be empty or unknown) unless another reading is
/// far more Arabic, then UTF-8 with a few damaged places, then whichever of UTF-16, Windows-1256,
/// ISO-8859-6 and MacArabic reads most like Arabic. `bytes` may be the beginning of a longer text.
[[nodiscard]] std::string find_encoding(std::string_view bytes, std::string_view declared = {});

/// True when text can be decoded as `encoding`.
[[nodiscard]] bool is_encoding(const std::string& encoding);

/// Decodes a text that comes in pieces. What is ill-formed becomes U+FFFD and is counted; a byte
/// order mark is dropped.
class Decoder {
 public:
  /// An encoding that is_encoding() does not know is read as UTF-8.
  explicit Decoder(std::string encoding);
  ~Decoder();
  Decoder(Decoder&&) noexcept;
  Decoder& operator=(Decoder&&) noexcept;

  /// Appends the next bytes' text to `out`, well-formed UTF-8. What a piece leaves incomplete waits
  /// for the next; `is_last` says that there is none.
  void decode(std::string_view bytes, bool is_last, std::string& out);

  [[nodiscard]] const std::string& encoding() const { return encoding_; }
  /// Ill-formed parts that became U+FFFD so far.
  [[nodiscard]] std::size_t replaced_count() const { return replaced_count_; }
  /// Byte offset of the first of them in the whole input (UTF-8 only).
  [[nodiscard]] std::size_t first_replaced() const { return first_replaced_; }

 private:
  void decode_utf8(std::string_view bytes, bool is_last, std::string& out);
  void decode_other(std::string_view bytes, bool is_last, std::string& out);
  void append_well_formed(std::string_view text, std::size_t at, std::string& out);

  struct Converter;
  std::string encoding_;
  std::unique_ptr<Converter> converter_;  ///< null for UTF-8
  std::string pending_;                   ///< an incomplete sequence at the end of the last piece
  std::size_t byte_count_ = 0;            ///< taken before pending_
  std::size_t replaced_count_ = 0;
  std::size_t first_replaced_ = 0;
  char16_t high_surrogate_ = 0;  ///< waits for its other half
  bool at_begin_ = true;
};

/// Bytes made UTF-8, and what was found out about them.
struct Decoded {
  std::string text;      ///< well-formed UTF-8, without a byte order mark
  std::string encoding;  ///< as find_encoding() gives it
  std::size_t replaced_count = 0;
  std::size_t first_replaced = 0;
};

/// find_encoding() and Decoder in one.
[[nodiscard]] Decoded decode(std::string_view bytes, std::string_view declared = {});

/// Decodes `bytes` as `encoding` whatever they look like; an error when there is no such encoding.
[[nodiscard]] Result<Decoded> decode_as(std::string_view bytes, std::string_view encoding);

/// A file's name inside an archive, in UTF-8: as it is, else in whichever of code page 720 (Arabic
/// DOS, which zips of Arabic Windows use), Windows-1256 and ISO-8859-6 reads most like Arabic.
[[nodiscard]] std::string decode_name(std::string_view bytes);

}  // namespace bayan::text
