#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/index/source_ledger.h"
#include "indexer/file_state.h"
#include "indexer/problem.h"

namespace bayan::indexer {

/// Compares the files that a run meets with the index's ledger of sources, and writes down what the
/// ledger must say afterwards. Used by one thread at a time.
class SourceTracker {
 public:
  /// `settings`: hash of the options that reading hangs on; sources that were read with others are
  /// read again. `retries`: sources that lost something are, too.
  SourceTracker(index::SourceRecords before, std::uint64_t settings, bool retries)
      : before_(std::move(before)), settings_(settings), retries_(retries) {}

  /// Whether `file` is to be read. If so, what follows belongs to it until end().
  [[nodiscard]] bool begin(const std::filesystem::path& file);
  void note_problem(const Problem& problem);
  void note_statement() { ++current_.statement_count; }
  /// Closes the source. What was read in part, or changed meanwhile, is read again next time.
  void end(bool is_whole);

  /// Reads these whatever the ledger says: they hold statements that other sources lost.
  void force(std::set<std::string> paths) { forced_ = std::move(paths); }

  /// The number of a source, for events; `path` need not be in the ledger.
  [[nodiscard]] std::uint32_t number_of(std::string_view path);
  [[nodiscard]] const std::string& path_of(std::uint32_t number) const { return paths_[number]; }

  struct Move {
    std::string from;
    std::string to;
  };
  [[nodiscard]] const std::vector<Move>& moves() const { return moves_; }
  /// Paths of sources that were read whole.
  [[nodiscard]] const std::set<std::string>& read_whole() const { return read_; }
  [[nodiscard]] bool was_read(std::uint32_t number) const { return read_.contains(paths_[number]); }
  [[nodiscard]] const index::SourceRecords& before() const { return before_; }
  /// Records to be written: new, changed or moved.
  [[nodiscard]] const index::SourceRecords& changed() const { return changed_; }
  [[nodiscard]] std::uint64_t unchanged_count() const { return unchanged_count_; }
  /// Problems that unchanged sources had when they were read, those that lose something.
  [[nodiscard]] std::uint64_t remembered_losses() const { return remembered_losses_; }

 private:
  [[nodiscard]] bool is_unchanged(const index::SourceRecord& record);
  [[nodiscard]] bool is_moved(const std::filesystem::path& file);
  void pass_over(const index::SourceRecord& record);

  index::SourceRecords before_;
  std::uint64_t settings_;
  bool retries_;
  std::set<std::string> forced_;
  std::filesystem::path file_;
  FileState state_;
  index::SourceRecord current_;
  bool is_open_ = false;
  std::vector<std::string> paths_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<Move> moves_;
  std::set<std::string> moved_from_;
  std::set<std::string> read_;
  index::SourceRecords changed_;
  std::uint64_t unchanged_count_ = 0;
  std::uint64_t remembered_losses_ = 0;
};

}  // namespace bayan::indexer
