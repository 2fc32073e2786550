#include "searcher/match_counts.h"

namespace bayan::searcher {

MatchCounter::MatchCounter(const index::IndexReader& index, std::span<const index::FieldId> facets,
                           bool with_clusters)
    : with_clusters_(with_clusters) {
  if (facets.empty()) return;
  entity_ids_ = index.entities.entity_ids();
  for (const index::FieldId field : facets) {
    counts_.facets.push_back({field, std::vector<std::uint64_t>(entity_ids_.size())});
  }
  last_counted_.resize(entity_ids_.size());
}

void MatchCounter::operator()(const Xapian::Document& document, double /*weight*/) {
  ++counts_.total;
  for (std::size_t i = 0; i < counts_.facets.size(); ++i) {
    const auto slot = *index::field(counts_.facets[i].field).facet;
    index::for_each_id(document.get_value(slot), [&](std::uint32_t id) { count(id, i); });
  }
  if (!with_clusters_) return;
  const std::string cluster = document.get_value(index::kClusterSlot);
  if (!cluster.empty()) ++counts_.clusters[cluster];
}

void MatchCounter::count(std::uint32_t id, std::size_t facet) {
  const std::uint32_t entity_id = id < entity_ids_.size() ? entity_ids_[id] : 0;
  const std::uint64_t now = counts_.total * counts_.facets.size() + facet;
  if (entity_id == 0 || last_counted_[entity_id] == now) return;
  last_counted_[entity_id] = now;
  ++counts_.facets[facet].by_id[entity_id];
}

MatchCounts count_matches(const index::IndexReader& index, const Xapian::Query& query,
                          std::span<const index::FieldId> facets) {
  MatchCounter counter(index, facets);
  Xapian::Enquire enquire(index.statements);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.add_matchspy(&counter);
  // The spy sees every match only when all of them are to be checked.
  (void)enquire.get_mset(0, 0, index.statements.get_doccount());
  return counter.take();
}

}  // namespace bayan::searcher
