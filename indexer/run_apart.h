#pragma once

#include <functional>
#include <string_view>

#include "common/base/error.h"

namespace bayan::indexer {

/// Runs `work`, which reads an index that may be damaged in any way, in a process of its own: bytes
/// that nobody foresaw can crash the library that reads them, and that too has to be told as
/// damage. To be called while the program has one thread. The result is what `work` gives; an error
/// of the kind kIndexDamaged where the process died, the index named as `place`.
[[nodiscard]] Result<ExitStatus> run_apart(std::string_view place,
                                           const std::function<ExitStatus()>& work);

}  // namespace bayan::indexer
