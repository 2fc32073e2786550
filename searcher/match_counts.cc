#include "searcher/match_counts.h"

namespace bayan::searcher {
namespace {

/// Sees every match and counts the ids in its facet slots into arrays, one place an id.
class FacetSpy : public Xapian::MatchSpy {
 public:
  explicit FacetSpy(std::vector<MatchCounts::OfFacet>& facets) : facets_(facets) {}

  void operator()(const Xapian::Document& document, double /*weight*/) override {
    for (MatchCounts::OfFacet& facet : facets_) {
      std::vector<std::uint64_t>& counts = facet.by_id;
      index::for_each_id(document.get_value(*index::field(facet.field).facet),
                         [&counts](std::uint32_t id) {
                           if (id < counts.size()) ++counts[id];
                         });
    }
  }

 private:
  std::vector<MatchCounts::OfFacet>& facets_;
};

}  // namespace

MatchCounts count_matches(const index::IndexReader& index, const Xapian::Query& query,
                          std::span<const index::FieldId> facets) {
  MatchCounts counts;
  for (const index::FieldId field : facets) {
    counts.facets.push_back(
        {field, std::vector<std::uint64_t>(std::size_t{index.entities.last_id()} + 1)});
  }
  FacetSpy spy(counts.facets);
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
