#pragma once

#include "common/base/error.h"
#include "common/index/index_reader.h"
#include "searcher/match_counts.h"
#include "searcher/request.h"
#include "searcher/results.h"

namespace bayan::searcher {

/// The periods from the first to the last that has statements, those between without any too.
/// `months` are the counts of the month facet over `total` statements.
[[nodiscard]] Result<Timeline> make_timeline(const index::IndexReader& index,
                                             const MatchCounts::OfFacet& months,
                                             std::uint64_t total, TimelineUnit unit);

/// The same of `matches`. Throws what Xapian throws.
[[nodiscard]] Result<Timeline> count_timeline(const index::IndexReader& index,
                                              const index::DocumentSet& matches, TimelineUnit unit);

}  // namespace bayan::searcher
