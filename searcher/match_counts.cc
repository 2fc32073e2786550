#include "searcher/match_counts.h"

#include "searcher/matcher.h"

namespace bayan::searcher {
namespace {

/// `counts`, a place an id, is all zero, and is left so.
std::vector<MatchCounts::OfId> count_values(const index::IndexReader& index,
                                            const index::DocumentSet& matches, index::Slot slot,
                                            std::vector<std::uint32_t>& counts) {
  index.columns.load_entities(slot, matches, index.entities);
  std::vector<MatchCounts::OfId> values;
  matches.for_each([&](Xapian::docid statement) {
    for (const std::uint32_t id : index.columns.entities(slot, statement)) {
      if (counts[id]++ == 0) values.push_back({id, 0});
    }
  });
  for (MatchCounts::OfId& value : values) {
    value.count = counts[value.id];
    counts[value.id] = 0;
  }
  return values;
}

}  // namespace

MatchCounts count_matches(const index::IndexReader& index, const index::DocumentSet& matches,
                          std::span<const index::FieldId> facets) {
  MatchCounts counted;
  counted.total = matches.count();
  if (facets.empty()) return counted;
  std::vector<std::uint32_t> counts(std::size_t{index.entities.last_id()} + 1);
  for (const index::FieldId field : facets) {
    const index::Slot slot = *index::field(field).facet;
    counted.facets.push_back({field, count_values(index, matches, slot, counts)});
  }
  return counted;
}

MatchCounts count_matches(const index::IndexReader& index, const Xapian::Query& query,
                          std::span<const index::FieldId> facets) {
  return count_matches(index, Matcher(index.statements).match(query), facets);
}

}  // namespace bayan::searcher
