#include "searcher/facets.h"

#include <algorithm>
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

/// Puts the `count` most frequent in front, in their order.
void sort_first(std::vector<CountedId>& values, std::size_t count) {
  const auto first = static_cast<std::ptrdiff_t>(std::min(count, values.size()));
  std::ranges::partial_sort(values, values.begin() + first,
                            [](const CountedId& a, const CountedId& b) {
                              return a.count != b.count ? a.count > b.count : a.id < b.id;
                            });
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
  sort_first(ranked, most + kMostTies);
  Facet facet{std::string(index::field(counts.field).name), {}, ranked.size()};
  std::uint64_t last_count = 0;
  for (const auto& [id, count] : ranked) {
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
