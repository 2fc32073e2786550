#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "common/index/source_ledger.h"
#include "indexer/segment_writer.h"
#include "indexer/statement_places.h"

namespace bayan::indexer {

/// All that a run wants to change in an index; merger.h makes a new generation of it, live_update.h
/// changes the published one in place.
struct ChangeSet {
  Resolution resolution;
  /// Documents of segments that nobody asked for, beside those superseded; sorted by place.
  std::vector<Resolution::Place> unclaimed;
  /// Documents of the index before whose source no longer holds them, rising.
  std::vector<Xapian::docid> dropped;
  /// Id terms of statements that corrected others, with how many.
  std::vector<std::pair<std::string, std::uint32_t>> corrected;
  std::uint64_t corrected_here = 0;    ///< of resolution.superseded, those that others correct
  std::uint64_t corrected_before = 0;  ///< of `dropped`, likewise
  // The ledger:
  std::vector<index::SourceRecord> sources;                               ///< new or changed
  std::vector<std::string> erased_sources;                                ///< paths
  std::vector<std::pair<std::string, std::vector<std::string>>> sharers;  ///< by id term
  std::vector<std::pair<std::string, std::uint64_t>> removed;  ///< id terms, content fingerprints

  /// Statements that are added, replaced or dropped.
  [[nodiscard]] std::uint64_t statement_count() const {
    return resolution.kept.size() + dropped.size();
  }
  [[nodiscard]] bool is_empty() const {
    return statement_count() == 0 && sources.empty() && erased_sources.empty() && sharers.empty() &&
           removed.empty();
  }
};

/// Documents of the index before that must go, rising: replaced or dropped. Throws Xapian's errors.
[[nodiscard]] std::vector<Xapian::docid> outdated_documents(const ChangeSet& changes);

/// Documents of segment `number` that must not come into the index, rising.
[[nodiscard]] std::vector<Xapian::docid> unwanted_documents(const ChangeSet& changes,
                                                            std::uint32_t number);

/// Adds to the number of older versions that a document says it replaced.
void add_older_versions(Xapian::Document& document, std::uint32_t count);

/// Adds to statements that are in `statements` by now how many they corrected.
void count_corrected(Xapian::WritableDatabase& statements, const ChangeSet& changes);

/// Writes the ledger's part. Throws Xapian's errors.
void write_ledger(Xapian::WritableDatabase& statements, const ChangeSet& changes);

}  // namespace bayan::indexer
