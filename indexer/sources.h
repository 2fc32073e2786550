#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "common/statement/statement.h"
#include "indexer/problem.h"

/// The first stage: from what was named on the command line to the bytes of single files.
///
/// Files are taken as they are named; folders with all below them, sorted by name; zip and tar
/// archives, told by their content, member by member. Hidden files and folders (a name that begins
/// with a dot) are passed over unless named themselves, and so is __MACOSX in archives; symbolic
/// links are followed to files and not to folders, so that no walk can loop.
namespace bayan::indexer {

/// A file's bytes and where they stood.
struct SourceFile {
  statement::Location location;  ///< path, and member inside an archive
  std::string bytes;
};

struct SourceCallbacks {
  std::function<void(SourceFile)> on_file;
  std::function<void(Problem)> on_problem;
  /// Bytes of input taken since the last call (compressed ones in archives), for progress.
  std::function<void(std::uint64_t)> on_bytes;
  /// Asked between files; true ends the walk.
  std::function<bool()> is_cancelled;
};

/// Largest file or member that is read; a larger one is a problem.
inline constexpr std::uint64_t kLargestFileBytes = std::uint64_t{1} << 30;

/// Bytes of all files below `paths`, as far as they can be counted quickly.
[[nodiscard]] std::uint64_t total_bytes(const std::vector<std::string>& paths);

/// Reads everything below `paths` in their order. «-» is standard input. What cannot be read is
/// told through on_problem, and the walk goes on.
void read_sources(const std::vector<std::string>& paths, const SourceCallbacks& callbacks);

}  // namespace bayan::indexer
