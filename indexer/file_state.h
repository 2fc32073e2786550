#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace bayan::indexer {

/// By what a changed file is told without reading it.
struct FileState {
  std::uint64_t size = 0;
  std::int64_t mtime_ns = 0;
  friend bool operator==(const FileState&, const FileState&) = default;
};

/// Nothing where the file is gone or cannot be asked.
[[nodiscard]] std::optional<FileState> state_of(const std::filesystem::path& file);

/// True only where the system says that there is no such file: a folder that may not be entered, or
/// a disk that fails, does not make its files vanish.
[[nodiscard]] bool has_vanished(const std::filesystem::path& file);

/// XXH3-128 of the content, 16 bytes; empty where it cannot be read.
[[nodiscard]] std::string hash_of_file(const std::filesystem::path& file);

}  // namespace bayan::indexer
