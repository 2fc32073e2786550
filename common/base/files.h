#pragma once

#include <filesystem>
#include <string_view>

#include "common/base/error.h"

/// Writing files so that they survive a crash. Errors are of kind kIndexUnwritable and name the
/// file and the system's reason.
namespace bayan {

/// Replaces the file's content and waits until it is on disk.
[[nodiscard]] Result<void> write_file_synced(const std::filesystem::path& file,
                                             std::string_view content);

/// Waits until a folder's entries (names, not contents) are on disk.
[[nodiscard]] Result<void> sync_directory(const std::filesystem::path& directory);

/// Waits until every file below `directory`, and the folders themselves, are on disk.
[[nodiscard]] Result<void> sync_tree(const std::filesystem::path& directory);

/// Renames within one folder, atomically, and waits until that is on disk.
[[nodiscard]] Result<void> rename_synced(const std::filesystem::path& from,
                                         const std::filesystem::path& to);

}  // namespace bayan
