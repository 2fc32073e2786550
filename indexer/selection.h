#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Which files and members of archives are read (--include, --exclude).
namespace bayan::indexer {

/// True when `pattern` matches all of `text`: `*` stands for any run without a slash, `**` for any
/// run, `?` for one code point, `[a-z]` and `[!a-z]` for one byte of a set. Both are UTF-8.
[[nodiscard]] bool matches_glob(std::string_view pattern, std::string_view text);

/// A pattern without a slash is held against the last part of a path («*.html»), one with a slash
/// against the whole path as messages print it («2024.zip!/drafts/**»). What is excluded is passed
/// over with all inside it. Where anything is included, only what is included, or lies inside an
/// archive or folder that is, is read.
class Selection {
 public:
  Selection() = default;
  Selection(std::vector<std::string> include, std::vector<std::string> exclude)
      : include_(std::move(include)), exclude_(std::move(exclude)) {}

  [[nodiscard]] bool excludes(std::string_view place) const;
  /// `place` is a file or a member and all archives and folders around it: «a/b.zip!/c/d.txt».
  [[nodiscard]] bool includes(std::string_view place) const;

 private:
  std::vector<std::string> include_;
  std::vector<std::string> exclude_;
};

/// True for a name that begins with a dot, and for the folders that macOS adds to archives.
[[nodiscard]] bool is_hidden_name(std::string_view name);
/// True when any part of a member's path is hidden.
[[nodiscard]] bool has_hidden_part(std::string_view member);

}  // namespace bayan::indexer
