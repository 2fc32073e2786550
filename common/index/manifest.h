#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "common/base/error.h"

namespace bayan::index {

/// What an index says of itself: a small JSON file that people can read, one a generation.
struct Manifest {
  int format_version = 0;
  int analyzer_version = 0;
  int stemmer_version = 0;
  int dictionary_version = 0;
  int codec_version = 0;
  std::uint64_t generation = 0;
  std::uint64_t statement_count = 0;
  std::string built;                 ///< ISO 8601, UTC
  std::string built_by;              ///< program and version
  std::vector<std::string> sources;  ///< as they were named on the command line
};

/// A manifest that carries this program's versions and the present time.
[[nodiscard]] Manifest make_manifest(std::string_view program);

/// Reads a manifest and compares its versions with this program's. Errors: missing, damaged, or of
/// another version, each with what to do.
[[nodiscard]] Result<Manifest> read_manifest(const std::filesystem::path& file);

/// Writes `manifest` and syncs it to disk.
[[nodiscard]] Result<void> write_manifest(const Manifest& manifest,
                                          const std::filesystem::path& file);

}  // namespace bayan::index
