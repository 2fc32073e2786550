#include "searcher/facets.h"

#include <algorithm>
#include <functional>
#include <map>

#include "searcher/facet_names.h"

namespace bayan::searcher {
namespace {

/// Values of one count are read together, so that ties are told by key and not by id; no more than
/// this many of them.
constexpr std::size_t kMostTies = 500;

using CountedId = MatchCounts::OfId;

void sort_and_cut(Facet& facet, std::size_t most) {
  std::ranges::sort(facet.values, [](const FacetValue& a, const FacetValue& b) {
    return a.count != b.count ? a.count > b.count : a.key < b.key;
  });
  if (most > 0 && facet.values.size() > most) facet.values.resize(most);
}

/// Leaves the `most` most frequent and those that tie with the last of them, in their order; of a
/// long tie the first.
void keep_first(std::vector<CountedId>& values, std::size_t most) {
  if (most < values.size()) {
    const auto last = values.begin() + static_cast<std::ptrdiff_t>(most - 1);
    std::ranges::nth_element(values, last, std::ranges::greater{}, &CountedId::count);
    const std::uint64_t least = last->count;
    std::erase_if(values, [least](const CountedId& value) { return value.count < least; });
  }
  std::ranges::sort(values, [](const CountedId& a, const CountedId& b) {
    return a.count != b.count ? a.count > b.count : a.id < b.id;
  });
  if (values.size() > most + kMostTies) values.resize(most + kMostTies);
}

/// Years out of the counts of months: a statement has one month.
Result<Facet> list_years(const index::IndexReader& index, const MatchCounts::OfFacet& counts,
                         const FacetChoice& choice) {
  constexpr std::size_t kYearSize = 4;
  std::map<std::string, std::uint64_t> years;
  for (const auto& [id, count] : counts.values) {
    const Result<index::EntityRecord> record = index.entities.record(id);
    if (!record) return tl::unexpected(record.error());
    years[record->key.substr(0, kYearSize)] += count;
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
  std::vector<CountedId> ranked = counts.values;
  if (!choice.find.empty()) {
    const Result<std::vector<bool>> found = find_values(index, counts.field, choice.find);
    if (!found) return tl::unexpected(found.error());
    std::erase_if(ranked, [&](const CountedId& value) { return !(*found)[value.id]; });
  }
  const std::size_t most = choice.most == 0 ? ranked.size() : choice.most;
  Facet facet{std::string(index::field(counts.field).name), {}, ranked.size()};
  keep_first(ranked, most);
  for (const auto& [id, count] : ranked) {
    const Result<index::EntityRecord> record = index.entities.entity(id);
    if (!record) return tl::unexpected(record.error());
    facet.values.push_back({record->key, facet_name(*record), count});
  }
  sort_and_cut(facet, most);
  return facet;
}

}  // namespace bayan::searcher
