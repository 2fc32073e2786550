#pragma once

#include <string_view>

namespace bayan::text {

/// How much a reading of bytes looks like Arabic text: higher is better, 0 is none at all. Letters
/// count where they stand beside letters, the article at the head of words counts more, controls
/// and symbols count against it.
///
///   C7 E1 E6 D2 ED D1  ->  as windows-1256 «الوزير», as ISO-8859-6 «اشظ٢…»
[[nodiscard]] long arabic_score(std::string_view text);

}  // namespace bayan::text
