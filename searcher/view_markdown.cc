#include <fmt/format.h>

#include "searcher/markdown.h"
#include "searcher/views.h"

namespace bayan::searcher {
namespace {

/// «— issuer, date, [place](<url>)»: where a quotation comes from.
std::string source_of(const SearchResult& result) {
  std::string out = "—";
  for (const std::string& part : {result.issuer, result.date}) {
    if (!part.empty()) out += fmt::format(" {},", markdown_text(part));
  }
  const std::string_view place = result.url.empty() ? result.location : result.url;
  return fmt::format("{} {}", out, markdown_link(place, result.url));
}

std::string quotation(const SearchResult& result) {
  std::string out;
  if (!result.title.text.empty()) {
    out += fmt::format("> **{}**\n>\n", markdown_text(result.title.text));
  }
  if (!result.snippet.text.empty()) {
    out += fmt::format("> {}\n>\n", markdown_text(result.snippet.text));
  }
  return fmt::format("{}> {}\n", out, source_of(result));
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
