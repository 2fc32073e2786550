#include "searcher/facets.h"

#include <algorithm>

#include "common/entity/country_gazetteer.h"
#include "common/index/xapian_wall.h"

namespace bayan::searcher {
namespace {

/// Counts ids of a slot into an array, one place an id.
class IdCounter : public Xapian::MatchSpy {
 public:
  IdCounter(Xapian::valueno slot, std::uint32_t last_id) : slot_(slot), counts_(last_id + 1U) {}

  void operator()(const Xapian::Document& document, double /*weight*/) override {
    index::for_each_id(document.get_value(slot_), [this](std::uint32_t id) {
      if (id < counts_.size()) ++counts_[id];
    });
  }
  [[nodiscard]] const std::vector<std::uint64_t>& counts() const { return counts_; }

 private:
  Xapian::valueno slot_;
  std::vector<std::uint64_t> counts_;
};

std::vector<std::pair<std::uint64_t, std::uint32_t>> most_frequent(
    const std::vector<std::uint64_t>& counts) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> ranked;
  for (std::uint32_t id = 0; id < counts.size(); ++id) {
    if (counts[id] > 0) ranked.emplace_back(counts[id], id);
  }
  std::ranges::sort(ranked, [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  return ranked;
}

}  // namespace

Result<Facet> count_facet(const index::IndexReader& index, const Xapian::Query& query,
                          index::FieldId field_id, std::size_t most) {
  const index::Field& field = index::field(field_id);
  return index::guarded("the index", [&]() -> Result<Facet> {
    IdCounter counter(*field.facet, index.entities.last_id());
    Xapian::Enquire enquire(index.statements);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.add_matchspy(&counter);
    // The spy sees every match only when all of them are asked to be checked.
    (void)enquire.get_mset(0, 0, index.statements.get_doccount());
    const auto ranked = most_frequent(counter.counts());
    Facet facet{std::string(field.name), {}};
    std::uint64_t last_count = 0;
    for (const auto& [count, id] : ranked) {
      // Values of one count are read together, so that ties are told by key and not by id.
      if (facet.values.size() >= most && count < last_count) break;
      const Result<index::EntityRecord> record = index.entities.record(id);
      if (!record) return tl::unexpected(record.error());
      const bool is_country = field_id == index::FieldId::kCountry;
      facet.values.push_back({record->key,
                              is_country ? entity::country_name(record->key, "ar") : record->name,
                              count});
      last_count = count;
      constexpr std::size_t kMostTies = 500;
      if (facet.values.size() >= most + kMostTies) break;
    }
    std::ranges::sort(facet.values, [](const FacetValue& a, const FacetValue& b) {
      return a.count != b.count ? a.count > b.count : a.key < b.key;
    });
    if (facet.values.size() > most) facet.values.resize(most);
    return facet;
  });
}

}  // namespace bayan::searcher
