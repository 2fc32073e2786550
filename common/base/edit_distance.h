#pragma once

#include <cstddef>
#include <string_view>

namespace bayan {

/// Levenshtein's edit distance between two UTF-8 texts, by code points; for «did you mean».
[[nodiscard]] std::size_t edit_distance(std::string_view one, std::string_view other);

}  // namespace bayan
