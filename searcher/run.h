#pragma once

#include <string>
#include <vector>

#include "common/base/error.h"

namespace bayan::searcher {

/// The whole program but for main(): parses `arguments` (without the program's name), answers, and
/// prints on standard output and error.
[[nodiscard]] ExitStatus run(const std::vector<std::string>& arguments);

}  // namespace bayan::searcher
