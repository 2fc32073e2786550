#include "indexer/sources.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "indexer/containers/container.h"

namespace bayan::indexer {
namespace {

namespace fs = std::filesystem;

/// What a walk over folders meets.
struct WalkCallbacks {
  /// `is_named`: the file was named itself, not found in a folder.
  std::function<void(const fs::path&, bool is_named)> on_file;
  std::function<void(const fs::path&, const std::string& reason)> on_problem;
  std::function<bool()> is_cancelled;
};

class Walk {
 public:
  Walk(const Selection& selection, const WalkCallbacks& callbacks)
      : selection_(selection), callbacks_(callbacks) {}

  void visit(const fs::path& path, bool is_named) const {
    if (!is_named && selection_.excludes(path.string())) return;
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (error || !fs::exists(status)) {
      callbacks_.on_problem(path, error ? error.message() : std::strerror(ENOENT));
    } else if (fs::is_directory(status)) {
      visit_directory(path);
    } else if (fs::is_regular_file(status) || is_named) {
      callbacks_.on_file(path, is_named);
    } else {
      callbacks_.on_problem(path, "no file and no folder");
    }
  }

 private:
  void visit_directory(const fs::path& directory) const {
    std::error_code error;
    std::vector<fs::path> entries;
    fs::directory_iterator it(directory, error);
    for (; !error && it != fs::directory_iterator(); it.increment(error)) {
      if (!is_hidden_name(it->path().filename().string())) entries.push_back(it->path());
    }
    if (error) callbacks_.on_problem(directory, error.message());
    std::ranges::sort(entries);
    for (const fs::path& entry : entries) {
      if (callbacks_.is_cancelled()) return;
      std::error_code ignored;
      if (fs::is_symlink(entry, ignored) && fs::is_directory(entry, ignored)) continue;
      visit(entry, false);
    }
  }

  const Selection& selection_;
  const WalkCallbacks& callbacks_;
};

Problem unreadable(const std::string& place, const std::string& reason) {
  return {ProblemKind::kUnreadable, place, "cannot be read (" + reason + ")",
          "check the name and its permissions; the run goes on without it"};
}

void read_stream(FileInput& file, const std::string& name, const SourceOptions& options,
                 const SourceCallbacks& callbacks) {
  file.on_read(callbacks.on_bytes);
  ContainerReader(options, callbacks).read(name, file);
  if (const auto unchanged = file.check_unchanged(); !unchanged) {
    callbacks.on_problem(unchanged.error());
  }
}

void read_file(const fs::path& path, bool is_named, const SourceOptions& options,
               const SourceCallbacks& callbacks) {
  auto file = FileInput::open(path.string(), is_named);
  if (!file) {
    callbacks.on_problem(file.error());
    return;
  }
  read_stream(**file, path.string(), options, callbacks);
}

}  // namespace

std::filesystem::path tidy_path(const std::string& path) {
  fs::path normal = fs::path(path).lexically_normal();
  if (!normal.has_filename() && normal.has_relative_path()) normal = normal.parent_path();
  return normal;
}

std::uint64_t total_bytes(const std::vector<std::string>& paths, const SourceOptions& options) {
  std::uint64_t total = 0;
  const WalkCallbacks count = {[&total](const fs::path& file, bool /*is_named*/) {
                                 std::error_code error;
                                 const std::uint64_t size = fs::file_size(file, error);
                                 if (!error) total += size;
                               },
                               [](const fs::path&, const std::string&) {}, [] { return false; }};
  for (const std::string& path : paths) {
    if (path != "-") Walk(options.selection, count).visit(tidy_path(path), true);
  }
  return total;
}

void read_sources(const std::vector<std::string>& paths, const SourceOptions& options,
                  const SourceCallbacks& callbacks) {
  const WalkCallbacks files = {[&](const fs::path& file, bool is_named) {
                                 if (callbacks.begins_source && !callbacks.begins_source(file))
                                   return;
                                 read_file(file, is_named, options, callbacks);
                                 if (callbacks.ends_source) callbacks.ends_source(file);
                               },
                               [&](const fs::path& path, const std::string& reason) {
                                 callbacks.on_problem(unreadable(path.string(), reason));
                               },
                               callbacks.is_cancelled};
  for (const std::string& path : paths) {
    if (callbacks.is_cancelled()) return;
    if (path == "-") {
      read_stream(*FileInput::borrow(0, "-"), "-", options, callbacks);
    } else {
      Walk(options.selection, files).visit(tidy_path(path), true);
    }
  }
}

}  // namespace bayan::indexer
