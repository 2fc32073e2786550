#include "indexer/sources.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <optional>

#include "indexer/archive.h"

namespace bayan::indexer {
namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.size() > 1 && name.front() == '.' && name != "..";
}

/// What a walk over folders meets.
struct WalkCallbacks {
  std::function<void(const fs::path&)> on_file;
  std::function<void(const fs::path&, const std::string& reason)> on_problem;
  std::function<bool()> is_cancelled;
};

void walk(const fs::path& path, const WalkCallbacks& callbacks);

void walk_directory(const fs::path& directory, const WalkCallbacks& callbacks) {
  std::error_code error;
  std::vector<fs::path> entries;
  fs::directory_iterator it(directory, error);
  for (; !error && it != fs::directory_iterator(); it.increment(error)) {
    if (!is_hidden(it->path())) entries.push_back(it->path());
  }
  if (error) callbacks.on_problem(directory, error.message());
  std::ranges::sort(entries);
  for (const fs::path& entry : entries) {
    if (callbacks.is_cancelled()) return;
    std::error_code ignored;
    if (fs::is_symlink(entry, ignored) && fs::is_directory(entry, ignored)) continue;
    walk(entry, callbacks);
  }
}

void walk(const fs::path& path, const WalkCallbacks& callbacks) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (error || !fs::exists(status)) {
    callbacks.on_problem(path, error ? error.message() : std::strerror(ENOENT));
  } else if (fs::is_directory(status)) {
    walk_directory(path, callbacks);
  } else if (fs::is_regular_file(status)) {
    callbacks.on_file(path);
  } else {
    callbacks.on_problem(path, "no file and no folder");
  }
}

Problem unreadable(const std::string& place, const std::string& reason) {
  return {ProblemKind::kUnreadable, place, "cannot be read (" + reason + ")",
          "check the name and its permissions; the run goes on without it"};
}

std::optional<std::string> read_whole(std::istream& in) {
  std::string bytes;
  constexpr std::size_t kChunk = std::size_t{1} << 20;
  while (in && bytes.size() <= kLargestFileBytes) {
    const std::size_t before = bytes.size();
    bytes.resize(before + kChunk);
    in.read(bytes.data() + before, static_cast<std::streamsize>(kChunk));
    bytes.resize(before + static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad()) return std::nullopt;
  return bytes;
}

void read_stream(std::istream& in, const std::string& name, const SourceCallbacks& callbacks) {
  std::optional<std::string> bytes = read_whole(in);
  if (!bytes) {
    callbacks.on_problem(unreadable(name, std::strerror(errno)));
    return;
  }
  if (bytes->size() > kLargestFileBytes) {
    callbacks.on_problem({ProblemKind::kUnreadable, name, "is larger than 1 GB",
                          "divide it, for example into JSON Lines files"});
    return;
  }
  callbacks.on_bytes(bytes->size());
  callbacks.on_file({{name, "", 0}, std::move(*bytes)});
}

void read_file(const fs::path& path, const SourceCallbacks& callbacks) {
  const std::string name = path.string();
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    callbacks.on_problem(unreadable(name, std::strerror(errno)));
    return;
  }
  char head[kArchiveHeadBytes] = {};
  in.read(head, sizeof head);
  const std::string_view start(head, static_cast<std::size_t>(in.gcount()));
  if (is_archive(start)) {
    read_archive(path, callbacks);
    return;
  }
  in.clear();
  in.seekg(0);
  read_stream(in, name, callbacks);
}

/// A path as it is named in ids and messages: without «./» and doubled slashes.
fs::path tidy(const std::string& path) {
  fs::path normal = fs::path(path).lexically_normal();
  if (!normal.has_filename() && normal.has_relative_path()) normal = normal.parent_path();
  return normal;
}

}  // namespace

std::uint64_t total_bytes(const std::vector<std::string>& paths) {
  std::uint64_t total = 0;
  const WalkCallbacks count = {[&total](const fs::path& file) {
                                 std::error_code error;
                                 const std::uint64_t size = fs::file_size(file, error);
                                 if (!error) total += size;
                               },
                               [](const fs::path&, const std::string&) {}, [] { return false; }};
  for (const std::string& path : paths) {
    if (path != "-") walk(tidy(path), count);
  }
  return total;
}

void read_sources(const std::vector<std::string>& paths, const SourceCallbacks& callbacks) {
  const WalkCallbacks files = {[&](const fs::path& file) { read_file(file, callbacks); },
                               [&](const fs::path& path, const std::string& reason) {
                                 callbacks.on_problem(unreadable(path.string(), reason));
                               },
                               callbacks.is_cancelled};
  for (const std::string& path : paths) {
    if (callbacks.is_cancelled()) return;
    if (path == "-") {
      read_stream(std::cin, "-", callbacks);
    } else {
      walk(tidy(path), files);
    }
  }
}

}  // namespace bayan::indexer
