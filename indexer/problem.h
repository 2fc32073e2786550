#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace bayan::indexer {

enum class ProblemKind : std::uint8_t {
  kUnreadable,   ///< a file or folder that cannot be opened or read
  kMalformed,    ///< an archive or JSON that breaks off or is not what it claims to be
  kUnsupported,  ///< a format that is not read
  kEmpty,        ///< a file without text, a record without title and text
  kReplaced,     ///< bytes that are no text, replaced by U+FFFD; the statement is indexed
  kLimit,        ///< something went beyond a limit (limits.h)
  kChanged,      ///< a file that was written while it was read
  kCrashed,      ///< a document on which the parser process died
  kMended,       ///< text that had been decoded twice, put right; the statement is indexed
  kDate,         ///< a date that cannot be understood; the statement is indexed without it
};
inline constexpr std::size_t kProblemKinds = 10;

/// One thing that went wrong while reading, with its place.
struct Problem {
  ProblemKind kind;
  std::string place;  ///< «a.zip!/07/b.txt#12»
  std::string fact;   ///< «not valid UTF-8 at byte 118 (2 places replaced)»
  std::string hint = {};
};

struct ProblemRow {
  ProblemKind kind;
  std::string_view name;     ///< in the error file
  std::string_view summary;  ///< «3 … », behind a number
  bool is_loss;              ///< something is not in the index because of it
};

/// The table of kinds, in the order of the enumeration.
inline constexpr std::array<ProblemRow, kProblemKinds> kProblemRows = {{
    {ProblemKind::kUnreadable, "unreadable", "could not be opened or read", true},
    {ProblemKind::kMalformed, "malformed", "damaged or broken off", true},
    {ProblemKind::kUnsupported, "unsupported", "of a format that is not read", true},
    {ProblemKind::kEmpty, "empty", "without title and text", true},
    {ProblemKind::kReplaced, "replaced", "indexed with bytes replaced that are no text", false},
    {ProblemKind::kLimit, "limit", "beyond a limit and not read whole", true},
    {ProblemKind::kChanged, "changed", "changed while being read", true},
    {ProblemKind::kCrashed, "crashed", "given up: their parser died or hung", true},
    {ProblemKind::kMended, "mended", "indexed with text mended that had been decoded twice", false},
    {ProblemKind::kDate, "date", "indexed without a date that could not be understood", false},
}};

[[nodiscard]] inline const ProblemRow& row_of(ProblemKind kind) {
  return kProblemRows[static_cast<std::size_t>(kind)];
}

}  // namespace bayan::indexer
