#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/base/error.h"

namespace bayan::text {

/// Bytes made UTF-8, and what was found out about them.
struct Decoded {
  std::string text;                ///< well-formed UTF-8, without a byte order mark
  std::string encoding;            ///< "UTF-8", "UTF-16LE", "windows-1256", …
  std::size_t replaced_count = 0;  ///< ill-formed parts that became U+FFFD
  std::size_t first_replaced = 0;  ///< byte offset of the first of them in the input (UTF-8 only)
};

/// Finds the encoding of `bytes` and decodes them: byte order mark, strict UTF-8, then the
/// `declared` charset (may be empty or unknown), then UTF-8 with a few damaged places, then
/// whichever of UTF-16, Windows-1256, ISO-8859-6 and MacArabic reads most like Arabic.
[[nodiscard]] Decoded decode(std::string_view bytes, std::string_view declared = {});

/// Decodes `bytes` as `encoding` whatever they look like; an error when there is no such encoding.
[[nodiscard]] Result<Decoded> decode_as(std::string_view bytes, std::string_view encoding);

}  // namespace bayan::text
