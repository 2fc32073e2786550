#pragma once

#include "indexer/change_set.h"
#include "indexer/indexed_statements.h"

namespace bayan::indexer {

/// A statement that comes under the URL of another, with most of its words but under another id, is
/// a correction of it: the newest is kept, by date where each has one, else the one read last, and
/// says how many older ones there are. What shares a URL and few words (all records of a dump that
/// name its page) stays apart.
///
/// Takes the older ones out of what `changes` keeps and drops them from the index before; they stay
/// out until their text changes. Call it when all else is planned. `before` is nullptr for a first
/// run. Throws Xapian's errors.
void replace_corrected(const SegmentSet& segments, const IndexedStatements* before,
                       ChangeSet& changes);

}  // namespace bayan::indexer
