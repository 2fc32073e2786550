#pragma once

#include <string_view>
#include <vector>

#include "common/cli/display_width.h"

namespace bayan::cli {

/// Cuts one paragraph into lines of at most `width` columns (> 0), at the borders of words where a
/// line may be broken (UAX 14, by ICU); a word that is wider than a line alone is cut between
/// graphemes. Spaces at the cuts belong to no line. Lines are views into `text`, in its order;
/// a text without a visible character gives one empty line.
[[nodiscard]] std::vector<std::string_view> break_lines(std::string_view text, std::size_t width,
                                                        LamAlef lam_alef = LamAlef::kApart);

}  // namespace bayan::cli
