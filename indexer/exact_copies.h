#pragma once

#include "indexer/change_set.h"
#include "indexer/indexed_statements.h"
#include "indexer/source_tracker.h"

namespace bayan::indexer {

/// Statements without an id of their own, named by their place, that are the same in all but that
/// place are one statement: the one that the index holds already, else the first in the input. It
/// keeps its id; the sources of the others are listed with it, so that it outlives its own.
///
/// Takes the others out of what `changes` keeps. Call it when all else is planned. `before` is
/// nullptr for a first run. Throws Xapian's errors.
void merge_exact_copies(const SourceTracker& tracker, const SegmentSet& segments,
                        const IndexedStatements* before, ChangeSet& changes);

/// The id of a statement at its place. Throws Xapian's errors.
[[nodiscard]] std::string id_at(const SegmentSet& segments, const IndexedStatements* before,
                                const Resolution::Place& place);

}  // namespace bayan::indexer
