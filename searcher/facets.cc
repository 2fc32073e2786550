#include "searcher/facets.h"

#include <algorithm>
#include <map>

#include "searcher/facet_names.h"

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
  if (most > 0 && facet.values.size() > most) facet.values.resize(most);
}

/// The ids that were counted and, unless `found` is empty, are in it.
std::vector<CountedId> most_frequent(const std::vector<std::uint64_t>& counts,
                                     const std::vector<bool>& found) {
  std::vector<CountedId> ranked;
  for (std::uint32_t id = 0; id < counts.size(); ++id) {
    if (counts[id] > 0 && (found.empty() || found[id])) ranked.push_back({counts[id], id});
  }
  std::ranges::sort(ranked, [](const CountedId& a, const CountedId& b) {
    return a.count != b.count ? a.count > b.count : a.id < b.id;
  });
  return ranked;
}

/// Years out of the counts of months: a statement has one month.
Result<Facet> list_years(const index::IndexReader& index, const MatchCounts::OfFacet& counts,
                         const FacetChoice& choice) {
  constexpr std::size_t kYearSize = 4;
  std::map<std::string, std::uint64_t> years;
  for (std::uint32_t id = 0; id < counts.by_id.size(); ++id) {
    if (counts.by_id[id] == 0) continue;
    const Result<index::EntityRecord> record = index.entities.record(id);
    if (!record) return tl::unexpected(record.error());
    years[record->key.substr(0, kYearSize)] += counts.by_id[id];
  }
  Facet facet{std::string(index::field(counts.field).name), {}, 0};
  for (const auto& [year, count] : years) {
    if (year.starts_with(choice.find)) facet.values.push_back({year, year, count});
  }
  facet.distinct = facet.values.size();
  sort_and_cut(facet, choice.most);
  return facet;
}

}  // namespace

Result<Facet> list_values(const index::IndexReader& index, const MatchCounts::OfFacet& counts,
                          const FacetChoice& choice) {
  if (counts.field == index::FieldId::kYear) return list_years(index, counts, choice);
  std::vector<bool> found;
  if (!choice.find.empty()) {
    Result<std::vector<bool>> values = find_values(index, counts.field, choice.find);
    if (!values) return tl::unexpected(values.error());
    found = std::move(*values);
  }
  const std::vector<CountedId> ranked = most_frequent(counts.by_id, found);
  const std::size_t most = choice.most == 0 ? ranked.size() : choice.most;
  Facet facet{std::string(index::field(counts.field).name), {}, ranked.size()};
  std::uint64_t last_count = 0;
  for (const auto& [count, id] : ranked) {
    const std::size_t listed = facet.values.size();
    if (listed >= most + kMostTies || (listed >= most && count < last_count)) break;
    const Result<index::EntityRecord> record = index.entities.entity(id);
    if (!record) return tl::unexpected(record.error());
    facet.values.push_back({record->key, facet_name(*record), count});
    last_count = count;
  }
  sort_and_cut(facet, most);
  return facet;
}

}  // namespace bayan::searcher
