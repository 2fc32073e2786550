#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "common/index/index_reader.h"

namespace bayan::searcher {

/// How many statements match, and how often each value of some facets occurs in them: exact.
struct MatchCounts {
  struct OfFacet {
    index::FieldId field;
    std::vector<std::uint64_t> by_id;  ///< by the id that stands for an entity
  };
  std::uint64_t total = 0;
  std::vector<OfFacet> facets;  ///< as they were asked for
};

/// Counts in one pass over everything that `query` matches. Throws what Xapian throws.
[[nodiscard]] MatchCounts count_matches(const index::IndexReader& index, const Xapian::Query& query,
                                        std::span<const index::FieldId> facets);

/// How many of the statements that `query` matches stand in each cluster of near-duplicates, by the
/// value of the cluster slot. Looks at none that stand alone. Throws what Xapian throws.
[[nodiscard]] std::map<std::string, std::uint64_t> count_clusters(
    const Xapian::Database& statements, const Xapian::Query& query);

}  // namespace bayan::searcher
