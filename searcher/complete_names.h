#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/cli/complete.h"

namespace bayan::searcher {

/// What bayan-searcher's command line can be completed with: options and their values, the fields
/// of a query («شخ» -> «شخص:») and the names in the index, the most frequent first. `words` as
/// cli::complete() takes them. An index that cannot be read has no names.
[[nodiscard]] cli::Completion complete_command_line(const std::vector<std::string>& words);

}  // namespace bayan::searcher
