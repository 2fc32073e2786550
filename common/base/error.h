#pragma once

#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

/// How every library of the project says that something expected has failed.
///
///   Result<Index> index = Index::open(path);
///   if (!index) return tl::unexpected(index.error());
///
/// Libraries return errors and never print; the programs print them through format_error().
namespace bayan {

/// The exit statuses of both programs. The man pages list the same numbers.
enum class ExitStatus : int {
  kSuccess = 0,        ///< done, or something was found
  kNothingFound = 1,   ///< the search was understood and nothing matches it
  kUsage = 2,          ///< wrong options, query or filter
  kPartial = 3,        ///< done, but some sources could not be read
  kIndexUnusable = 4,  ///< the index is missing, locked, damaged or of another version
};

enum class ErrorKind {
  kUsage,            ///< an option or its value
  kQuery,            ///< a query or a filter
  kNothingFound,     ///< what was asked for is understood, and there is none of it
  kUnreadable,       ///< a file or folder cannot be opened or read
  kMalformed,        ///< a source is not what it claims to be (truncated zip, broken JSON)
  kIndexMissing,     ///< there is no index at that place
  kIndexLocked,      ///< another process is writing to the index
  kIndexChanged,     ///< an indexer changed it while it was read: opening it again helps
  kIndexVersion,     ///< the index was written by another version of the format
  kIndexDamaged,     ///< the index cannot be read
  kIndexUnwritable,  ///< the index cannot be written (permissions, full disk)
  kInternal,         ///< a defect of the program
};

/// What a person typed, and the part of it that an error is about: bytes [begin, end).
struct Excerpt {
  std::string text;
  std::size_t begin = 0;
  std::size_t end = 0;  ///< the same as `begin` where something is missing
};

/// One of several that may have been meant.
struct Choice {
  std::string shown;  ///< as people are told of it
  std::string typed;  ///< what means it alone
};

/// What a person typed that may mean several.
struct Ambiguity {
  std::string typed;
  std::vector<Choice> choices;  ///< likeliest first
};

/// What went wrong, for the person at the terminal. All texts are UTF-8.
struct Error {
  ErrorKind kind = ErrorKind::kInternal;
  /// Object, fact and place: «a.zip!/07/b.txt: not valid UTF-8 at byte 118».
  std::string message;
  /// What to do about it, a whole clause; may be empty.
  std::string hint = {};
  /// Where in a query it is; the programs show the place under it.
  std::optional<Excerpt> excerpt = {};
  /// Where the person may be asked what was meant; the hint lists the same.
  std::optional<Ambiguity> ambiguity = {};
};

template <typename T>
using Result = tl::expected<T, Error>;

/// An unexpected value ready to be returned: `return fail(ErrorKind::kUsage, "…", "…");`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, std::string message,
                                                std::string hint = {}) {
  return tl::unexpected<Error>(Error{kind, std::move(message), std::move(hint)});
}

/// The status a program ends with because of an error of this kind.
[[nodiscard]] ExitStatus exit_status(ErrorKind kind);

/// «program: message» and, where there is one, «hint: …» on a line of its own; each ends with a
/// newline. What comes from documents or file names is made printable. `place` (lines that show an
/// excerpt, printable already) stands between the two.
[[nodiscard]] std::string format_error(std::string_view program, const Error& error,
                                       std::string_view place = {});

}  // namespace bayan
