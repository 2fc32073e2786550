#pragma once

#include <set>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "indexer/change_set.h"
#include "indexer/indexed_statements.h"
#include "indexer/source_tracker.h"

/// From what a run has met to what must change in the index.
namespace bayan::indexer {

/// Sources of the ledger whose files are gone, of those at or below `roots`; a root that is itself
/// gone (a disk that is not mounted) is left alone. Files known under another name are not gone.
[[nodiscard]] std::vector<std::string> vanished_sources(const SourceTracker& tracker,
                                                        const std::vector<std::string>& roots);

/// Sources that must be read again although they have not changed: they share a statement that the
/// source which gave it its text no longer holds. `erased`: sources that leave the ledger. Throws
/// Xapian's errors.
[[nodiscard]] std::set<std::string> bereft_sources(const SourceTracker& tracker,
                                                   const IndexedStatements& before,
                                                   const std::vector<std::string>& erased);

/// What must change once all is read. `before` is nullptr for a first run. Throws Xapian's errors.
[[nodiscard]] ChangeSet plan_changes(SourceTracker& tracker, SegmentSet& segments,
                                     const IndexedStatements* before,
                                     const std::vector<std::string>& erased);

/// What --remove asks for: each name is a statement's id, or a file, a folder, an archive or a
/// member of one. An error where one of them is nothing of the index.
[[nodiscard]] Result<ChangeSet> plan_removal(const std::vector<std::string>& names,
                                             const SourceTracker& tracker,
                                             const IndexedStatements& before);

}  // namespace bayan::indexer
