#include "searcher/match_counts.h"

namespace bayan::searcher {
namespace {

/// Sees every match and counts the entities in its facet slots into arrays, one place an id. A
/// statement with two keys of one entity counts once.
class FacetSpy : public Xapian::MatchSpy {
 public:
  FacetSpy(const std::vector<std::uint32_t>& entity_ids, std::vector<MatchCounts::OfFacet>& facets)
      : entity_ids_(entity_ids),
        facets_(facets),
        last_match_(facets.size(), std::vector<std::uint32_t>(entity_ids.size())) {}

  void operator()(const Xapian::Document& document, double /*weight*/) override {
    ++match_;
    for (std::size_t i = 0; i < facets_.size(); ++i) {
      index::for_each_id(document.get_value(*index::field(facets_[i].field).facet),
                         [&](std::uint32_t id) { count(id, last_match_[i], facets_[i].by_id); });
    }
  }

 private:
  void count(std::uint32_t id, std::vector<std::uint32_t>& last_match,
             std::vector<std::uint64_t>& counts) const {
    const std::uint32_t entity_id = id < entity_ids_.size() ? entity_ids_[id] : 0;
    if (entity_id == 0 || last_match[entity_id] == match_) return;
    last_match[entity_id] = match_;
    ++counts[entity_id];
  }

  const std::vector<std::uint32_t>& entity_ids_;
  std::vector<MatchCounts::OfFacet>& facets_;
  /// By facet and entity: the number of the last match it is in.
  std::vector<std::vector<std::uint32_t>> last_match_;
  std::uint32_t match_ = 0;
};

}  // namespace

MatchCounts count_matches(const index::IndexReader& index, const Xapian::Query& query,
                          std::span<const index::FieldId> facets) {
  MatchCounts counts;
  for (const index::FieldId field : facets) {
    counts.facets.push_back(
        {field, std::vector<std::uint64_t>(std::size_t{index.entities.last_id()} + 1)});
  }
  FacetSpy spy(index.entities.entity_ids(), counts.facets);
  Xapian::Enquire enquire(index.statements);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  if (!facets.empty()) enquire.add_matchspy(&spy);
  // The total is exact, and the spy sees every match, only when all of them are to be checked.
  counts.total = enquire.get_mset(0, 0, index.statements.get_doccount()).get_matches_estimated();
  return counts;
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
