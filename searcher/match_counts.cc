#include "searcher/match_counts.h"

namespace bayan::searcher {

MatchCounter::MatchCounter(const index::IndexReader& index,
                           std::span<const index::FieldId> facets) {
  if (facets.empty()) return;
  entity_ids_ = index.entities.entity_ids();
  for (const index::FieldId field : facets) {
    counts_.facets.push_back({field, std::vector<std::uint64_t>(entity_ids_.size())});
  }
  last_match_.assign(facets.size(), std::vector<std::uint32_t>(entity_ids_.size()));
}

void MatchCounter::operator()(const Xapian::Document& document, double /*weight*/) {
  ++counts_.total;
  for (std::size_t i = 0; i < counts_.facets.size(); ++i) {
    const auto slot = *index::field(counts_.facets[i].field).facet;
    index::for_each_id(document.get_value(slot), [&](std::uint32_t id) { count(id, i); });
  }
}

void MatchCounter::count(std::uint32_t id, std::size_t facet) {
  const std::uint32_t entity_id = id < entity_ids_.size() ? entity_ids_[id] : 0;
  const auto match = static_cast<std::uint32_t>(counts_.total);
  if (entity_id == 0 || last_match_[facet][entity_id] == match) return;
  last_match_[facet][entity_id] = match;
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

std::map<std::string, std::uint64_t> count_clusters(const Xapian::Database& statements,
                                                    const Xapian::Query& query) {
  const Xapian::Query clustered(Xapian::Query::OP_VALUE_GE, index::kClusterSlot,
                                std::string(1, '\0'));
  // A stock spy, for it must run on other machines too.
  Xapian::ValueCountMatchSpy spy(index::kClusterSlot);
  Xapian::Enquire enquire(statements);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, query, clustered));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.add_matchspy(&spy);
  (void)enquire.get_mset(0, 0, statements.get_doccount());
  std::map<std::string, std::uint64_t> counts;
  for (auto value = spy.values_begin(); value != spy.values_end(); ++value) {
    counts[*value] = value.get_termfreq();
  }
  return counts;
}

}  // namespace bayan::searcher
