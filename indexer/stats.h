#pragma once

#include <filesystem>
#include <string>

#include "common/base/error.h"

namespace bayan::indexer {

/// What --stats prints: counts, versions and sizes of a published index.
[[nodiscard]] Result<std::string> format_stats(const std::filesystem::path& index);

}  // namespace bayan::indexer
