#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/cli/display_width.h"

namespace bayan::cli {

/// Each cell of `line` (cells by LamAlef::kLigature) as a terminal that shapes nothing must be
/// sent it: Arabic letters in the presentation form of how they join their neighbours, lam with
/// alef as their ligature; marks stay behind their letter, joiners are gone once they did their
/// work. What has no presentation form stays as it is.
[[nodiscard]] std::vector<std::string> shape_cells(std::string_view line,
                                                   const std::vector<Cell>& cells);

}  // namespace bayan::cli
