#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.h"

/// The ledger of sources: which files an index was read from, and in what state they were, so that
/// the next run reads only what is new or has changed.
///
/// It lies in the metadata of the statements' own database and is committed with them: whatever
/// happens, ledger and statements agree. Which statements a source holds is not listed here but
/// found by their path term; only a statement that several sources hold has an entry of its own.
///
///   source:HASH    -> SourceRecord         HASH: of the path, for keys are short
///   sharers:TERM   -> paths                TERM: the statement's id term
///   removed:TERM   -> content fingerprint  what was taken out on purpose stays out until its text
///                                          changes
namespace bayan::index {

/// A problem that was met in a source, remembered with it.
struct RememberedProblem {
  std::string kind;  ///< the name of its kind, as in the error file
  std::string place;
  std::string fact;
  bool is_loss = false;
};

/// The state of one file (an archive is one source) when it was read last.
struct SourceRecord {
  std::string path;            ///< as it was named, lexically normalised
  std::uint64_t size = 0;      ///< bytes
  std::int64_t mtime_ns = 0;   ///< since the epoch
  std::string hash;            ///< XXH3-128 of the content, 16 bytes; empty: read again next time
  std::uint64_t settings = 0;  ///< hash of the options that reading hangs on
  std::uint64_t statement_count = 0;  ///< records that became statements, repeated ids among them
  std::uint64_t problem_count = 0;    ///< all problems; only the first ones are kept
  std::vector<RememberedProblem> problems;

  [[nodiscard]] bool lost_something() const;
};

/// The most problems that are remembered of a source.
inline constexpr std::size_t kMostRememberedProblems = 50;

/// All sources of an index by their paths. Reading is one walk over the metadata.
using SourceRecords = std::map<std::string, SourceRecord, std::less<>>;
[[nodiscard]] Result<SourceRecords> read_sources_of(const Xapian::Database& statements);

// What follows throws Xapian's exceptions: call it within guarded().

void write_source(Xapian::WritableDatabase& statements, const SourceRecord& record);
void erase_source(Xapian::WritableDatabase& statements, std::string_view path);

/// The paths of all sources that hold the statement with this id term, the last read at the end;
/// empty where it has no more than one.
[[nodiscard]] std::vector<std::string> sharers_of(const Xapian::Database& statements,
                                                  std::string_view id_term);
void write_sharers(Xapian::WritableDatabase& statements, std::string_view id_term,
                   const std::vector<std::string>& paths);
/// All of them by id term.
[[nodiscard]] std::vector<std::pair<std::string, std::vector<std::string>>> all_sharers(
    const Xapian::Database& statements);
/// True where some statement has several sources.
[[nodiscard]] bool has_sharers(const Xapian::Database& statements);

/// Content fingerprints of statements that were removed on purpose, by id term.
[[nodiscard]] std::map<std::string, std::uint64_t> removed_statements(
    const Xapian::Database& statements);
void write_removed(Xapian::WritableDatabase& statements, std::string_view id_term,
                   std::uint64_t content);

}  // namespace bayan::index
