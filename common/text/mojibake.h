#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace bayan::text {

/// Undoes a double decoding: UTF-8 that somebody took for Windows-1252, Latin-1 or Windows-1256 and
/// wrote as UTF-8 again. Nothing when `text` (well-formed UTF-8) does not look so, or does not
/// become Arabic by it. Bytes that the wrong decoding lost come back as U+FFFD.
///
///   «Ø§Ù„Ø³Ù„Ø§Ù…», «ط§ظ„ط³ظ„ط§ظ…»  ->  «السلام»
[[nodiscard]] std::optional<std::string> undo_double_decoding(std::string_view text);

}  // namespace bayan::text
