#include <fmt/format.h>

#include "searcher/views.h"

namespace bayan::searcher {
namespace {

constexpr std::string_view kBetweenNames = "; ";

/// The values in one cell.
template <typename Range, typename Name>
std::string joined(const Range& values, Name name) {
  std::string out;
  for (const auto& value : values) {
    if (&value != &values.front()) out += kBetweenNames;
    out += name(value);
  }
  return out;
}

}  // namespace

std::string format_result_table(const Answer& answer, TableKind kind) {
  TableWriter table(kind);
  table.row({"rank", "score", "id", "date", "issuer", "title", "snippet", "persons", "positions",
             "countries", "location", "url"});
  for (const SearchResult& result : answer.results) {
    table.row({fmt::format("{}", result.rank), fmt::format("{:.4f}", result.score), result.id,
               result.date, result.issuer, result.title.text, result.snippet.text,
               joined(result.persons, [](const ResultPerson& person) { return person.name; }),
               joined(result.persons, [](const ResultPerson& person) { return person.position; }),
               joined(result.countries, [](const std::string& code) { return code; }),
               result.location, result.url});
  }
  return table.take();
}

std::string format_facet_table(const Answer& answer, TableKind kind) {
  TableWriter table(kind);
  table.row({"facet", "key", "name", "count"});
  for (const Facet& facet : answer.facets) {
    for (const FacetValue& value : facet.values) {
      table.row({facet.field, value.key, value.name, fmt::format("{}", value.count)});
    }
  }
  if (answer.timeline) {
    for (const Timeline::Period& period : answer.timeline->periods) {
      table.row({unit_name(answer.timeline->unit), period.period, period.period,
                 fmt::format("{}", period.count)});
    }
  }
  return table.take();
}

}  // namespace bayan::searcher
