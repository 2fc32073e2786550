#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "common/statement/statement.h"
#include "indexer/input_stream.h"
#include "indexer/limits.h"
#include "indexer/problem.h"
#include "indexer/selection.h"

/// The first stage: from what was named on the command line to the bytes of single documents.
///
/// Files are taken as they are named; folders with all below them, sorted by name; archives and web
/// archives, told by their content, member by member (containers/). Hidden files and folders (a
/// name that begins with a dot) are passed over unless named themselves, and so is __MACOSX in
/// archives; symbolic links are followed to files and not to folders, so that no walk can loop.
namespace bayan::indexer {

/// What a container or a protocol says of a document; each may be empty.
struct SourceMetadata {
  std::string url;
  std::string media_type;  ///< «text/html», lower case
  std::string charset;     ///< as HTTP declares it
  std::string crawl_date;  ///< when it was fetched, as the web archive says it
};

/// A document's bytes and where they stood.
struct SourceFile {
  statement::Location location;  ///< path, and member inside an archive
  /// All of the document, or its first kWholeBytes and more where `rest` is set.
  std::string bytes;
  /// What follows `bytes` in a large file; to be read inside on_file and by its thread alone.
  InputStream* rest = nullptr;
  SourceMetadata metadata = {};
};

/// Documents up to this size are handed over whole, so that they can be parsed elsewhere.
inline constexpr std::size_t kWholeBytes = std::size_t{4} << 20;

struct SourceOptions {
  Selection selection;
  Limits limits;
};

struct SourceCallbacks {
  std::function<void(SourceFile)> on_file;
  std::function<void(Problem)> on_problem;
  /// Bytes of input taken since the last call (compressed ones in archives), for progress.
  std::function<void(std::uint64_t)> on_bytes;
  /// Asked between files; true ends the walk.
  std::function<bool()> is_cancelled;
  /// Asked before a file (an archive is one) is opened; false passes it over. May be empty.
  std::function<bool(const std::filesystem::path&)> begins_source = {};
  /// Told when all of a file that was opened has been handed over. May be empty.
  std::function<void(const std::filesystem::path&)> ends_source = {};
};

/// A path as it is named in ids and messages: without «./» and doubled slashes.
[[nodiscard]] std::filesystem::path tidy_path(const std::string& path);

/// Bytes of all files below `paths`, as far as they can be counted quickly.
[[nodiscard]] std::uint64_t total_bytes(const std::vector<std::string>& paths,
                                        const SourceOptions& options);

/// Reads everything below `paths` in their order. «-» is standard input. What cannot be read is
/// told through on_problem, and the walk goes on.
void read_sources(const std::vector<std::string>& paths, const SourceOptions& options,
                  const SourceCallbacks& callbacks);

}  // namespace bayan::indexer
