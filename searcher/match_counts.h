#pragma once

#include <xapian.h>

#include <cstdint>
#include <span>
#include <vector>

#include "common/index/document_set.h"
#include "common/index/index_reader.h"

namespace bayan::searcher {

/// How many statements match, and how often each value of some facets occurs in them: exact.
struct MatchCounts {
  struct OfId {
    std::uint32_t id;  ///< that stands for an entity
    std::uint64_t count;
  };
  struct OfFacet {
    index::FieldId field;
    std::vector<OfId> values;  ///< those that occur, in no order
  };
  std::uint64_t total = 0;
  std::vector<OfFacet> facets;  ///< as they were asked for
};

/// Counts in `matches`. A statement with two keys of one entity counts once. Throws what Xapian
/// throws.
[[nodiscard]] MatchCounts count_matches(const index::IndexReader& index,
                                        const index::DocumentSet& matches,
                                        std::span<const index::FieldId> facets);

/// Counts in everything that `query` matches. Throws what Xapian throws.
[[nodiscard]] MatchCounts count_matches(const index::IndexReader& index, const Xapian::Query& query,
                                        std::span<const index::FieldId> facets);

}  // namespace bayan::searcher
