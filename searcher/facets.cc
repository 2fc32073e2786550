#include "searcher/facets.h"

#include <algorithm>
#include <map>

#include "common/entity/country_gazetteer.h"

namespace bayan::searcher {
namespace {

/// Values of one count are read together, so that ties are told by key and not by id; no more than
/// this many of them.
constexpr std::size_t kMostTies = 500;

struct CountedId {
  std::uint64_t count;
  std::uint32_t id;
};

void sort_and_cut(Facet& facet, std::size_t most) {
  std::ranges::sort(facet.values, [](const FacetValue& a, const FacetValue& b) {
    return a.count != b.count ? a.count > b.count : a.key < b.key;
  });
  if (facet.values.size() > most) facet.values.resize(most);
}

std::vector<CountedId> most_frequent(const std::vector<std::uint64_t>& counts) {
  std::vector<CountedId> ranked;
  for (std::uint32_t id = 0; id < counts.size(); ++id) {
    if (counts[id] > 0) ranked.push_back({counts[id], id});
  }
  std::ranges::sort(ranked, [](const CountedId& a, const CountedId& b) {
    return a.count != b.count ? a.count > b.count : a.id < b.id;
  });
  return ranked;
}

/// Years out of the counts of months: a statement has one month.
Result<Facet> list_years(const index::IndexReader& index, const MatchCounts::OfFacet& counts,
                         std::size_t most) {
  constexpr std::size_t kYearSize = 4;
  std::map<std::string, std::uint64_t> years;
  for (std::uint32_t id = 0; id < counts.by_id.size(); ++id) {
    if (counts.by_id[id] == 0) continue;
    const Result<index::EntityRecord> record = index.entities.record(id);
    if (!record) return tl::unexpected(record.error());
    years[record->key.substr(0, kYearSize)] += counts.by_id[id];
  }
  Facet facet{std::string(index::field(counts.field).name), {}};
  for (const auto& [year, count] : years) facet.values.push_back({year, year, count});
  sort_and_cut(facet, most);
  return facet;
}

}  // namespace

Result<Facet> list_values(const index::IndexReader& index, const MatchCounts::OfFacet& counts,
                          std::size_t most) {
  if (counts.field == index::FieldId::kYear) return list_years(index, counts, most);
  Facet facet{std::string(index::field(counts.field).name), {}};
  std::uint64_t last_count = 0;
  for (const auto& [count, id] : most_frequent(counts.by_id)) {
    const std::size_t listed = facet.values.size();
    if (listed >= most + kMostTies || (listed >= most && count < last_count)) break;
    const Result<index::EntityRecord> record = index.entities.record(id);
    if (!record) return tl::unexpected(record.error());
    const bool is_country = counts.field == index::FieldId::kCountry;
    facet.values.push_back(
        {record->key, is_country ? entity::country_name(record->key, "ar") : record->name, count});
    last_count = count;
  }
  sort_and_cut(facet, most);
  return facet;
}

}  // namespace bayan::searcher
