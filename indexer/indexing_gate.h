#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "indexer/indexed_statements.h"
#include "indexer/pipeline.h"
#include "indexer/resumed_segments.h"
#include "indexer/source_tracker.h"
#include "indexer/statement_places.h"

namespace bayan::indexer {

/// Passes over what the index, or an interrupted run, has done already: whole sources by the
/// ledger, single statements of changed sources by their fingerprints.
class IndexingGate : public ReadingGate {
 public:
  struct Parts {
    SourceTracker& tracker;
    StatementPlaces& places;
    IndexedStatements* before = nullptr;  ///< none for a first run
    ResumedSegments* resumed = nullptr;   ///< none where no run was interrupted
    /// Content fingerprints of statements that were removed on purpose, by id term.
    std::map<std::string, std::uint64_t> removed = {};
  };
  explicit IndexingGate(Parts parts) : parts_(std::move(parts)) {}

  bool begin_source(const std::filesystem::path& file) override;
  void end_source(const std::filesystem::path& file, bool is_whole) override;
  void note_problem(const Problem& problem) override { parts_.tracker.note_problem(problem); }
  std::optional<Origin> admit(const statement::Statement& statement) override;

  /// The first error that the index or the interrupted run's segments gave; ends the run.
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }
  /// Statements that an interrupted run had finished.
  [[nodiscard]] std::uint64_t resumed_count() const { return resumed_count_; }

 private:
  [[nodiscard]] std::uint32_t source_of(const statement::Statement& statement);
  [[nodiscard]] bool is_removed(const statement::Statement& statement, const Origin& origin) const;
  [[nodiscard]] bool is_indexed(const statement::Statement& statement, Origin& origin);
  [[nodiscard]] bool is_resumed(const statement::Statement& statement, const Origin& origin);
  void note_other_holders(const statement::Statement& statement, const Origin& origin);

  Parts parts_;
  std::uint64_t sequence_ = 0;
  std::string source_path_;
  std::uint32_t source_ = 0;
  std::vector<bool> own_documents_;  ///< of the source that is read, in the index before
  std::uint64_t resumed_count_ = 0;
  std::optional<Error> error_;
};

}  // namespace bayan::indexer
