#pragma once

#include <string>

#include "common/base/error.h"
#include "common/index/index_reader.h"
#include "searcher/match_counts.h"
#include "searcher/results.h"

namespace bayan::searcher {

/// Which values of a facet are wanted.
struct FacetChoice {
  std::size_t most = 0;  ///< how many; 0: all
  /// Those whose names hold these words, the last of them begun: «سالم عب». Countries are known by
  /// their names in Arabic and English and their codes, months and years by their beginnings.
  /// Empty: any.
  std::string find;
};

/// The values of a facet that were counted, the most frequent first, ties by key.
[[nodiscard]] Result<Facet> list_values(const index::IndexReader& index,
                                        const MatchCounts::OfFacet& counts,
                                        const FacetChoice& choice);

}  // namespace bayan::searcher
