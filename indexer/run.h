#pragma once

#include <string>
#include <vector>

#include "common/base/error.h"

namespace bayan::indexer {

/// The whole program but for main(): parses `arguments` (without the program's name), does what
/// they ask for and reports on standard output and error.
[[nodiscard]] ExitStatus run(const std::vector<std::string>& arguments);

}  // namespace bayan::indexer
