#pragma once

#include <filesystem>
#include <string_view>

#include "indexer/sources.h"

namespace bayan::indexer {

/// How many bytes of a file is_archive() wants to see.
inline constexpr std::size_t kArchiveHeadBytes = 512;

/// True for the beginning of a zip or tar archive.
[[nodiscard]] bool is_archive(std::string_view head);

/// Hands over the members of an archive in their order through libarchive. What stands before a
/// damage is kept; the damage is a problem.
void read_archive(const std::filesystem::path& path, const SourceCallbacks& callbacks);

}  // namespace bayan::indexer
