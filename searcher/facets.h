#pragma once

#include "common/base/error.h"
#include "common/index/index_reader.h"
#include "searcher/match_counts.h"
#include "searcher/results.h"

namespace bayan::searcher {

/// The values of a facet that were counted: at most `most`, the most frequent first, ties by key.
[[nodiscard]] Result<Facet> list_values(const index::IndexReader& index,
                                        const MatchCounts::OfFacet& counts, std::size_t most);

}  // namespace bayan::searcher
