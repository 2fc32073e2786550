#include <fmt/format.h>

#include "searcher/markdown.h"
#include "searcher/views.h"

namespace bayan::searcher {
namespace {

std::string quotation(const SearchResult& result) {
  std::string out;
  if (!result.title.text.empty()) {
    out += fmt::format("> **{}**\n>\n", markdown_text(result.title.text));
  }
  if (!result.snippet.text.empty()) {
    out += fmt::format("> {}\n>\n", markdown_text(result.snippet.text));
  }
  return fmt::format("{}> {}\n", out,
                     markdown_source(result.issuer, result.date, result.location, result.url));
}

std::string table(const Facet& facet) {
  std::string out = fmt::format("| {} | |\n|---|---:|\n", facet.field);
  for (const FacetValue& value : facet.values) {
    out += fmt::format("| {} | {} |\n", markdown_text(value.name), value.count);
  }
  return out;
}

}  // namespace

std::string format_markdown(const Answer& answer) {
  std::string out;
  for (const SearchResult& result : answer.results) out += quotation(result) + "\n";
  for (const Facet& facet : answer.facets) {
    if (!facet.values.empty()) out += table(facet) + "\n";
  }
  return out;
}

}  // namespace bayan::searcher
