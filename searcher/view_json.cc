#include <nlohmann/json.hpp>

#include "common/base/json.h"
#include "common/base/utf8.h"
#include "searcher/views.h"

namespace bayan::searcher {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const Snippet& snippet) {
  Json highlights = Json::array();
  utf8::CodePointCounter counter(snippet.text);
  for (const auto& [begin, end] : snippet.highlights) {
    const std::size_t first = counter.at(begin);
    highlights.push_back(Json::array({first, counter.at(end)}));
  }
  return {{"text", snippet.text}, {"highlights", std::move(highlights)}};
}

Json to_json(const SearchResult& result) {
  Json persons = Json::array();
  for (const ResultPerson& person : result.persons) {
    persons.push_back({{"key", person.key}, {"name", person.name}, {"position", person.position}});
  }
  Json json;
  json["rank"] = result.rank;
  json["id"] = result.id;
  json["score"] = result.score;
  json["title"] = result.title.text;
  json["date"] = result.date;
  json["issuer"] = result.issuer;
  json["location"] = result.location;
  json["url"] = result.url;
  json["persons"] = std::move(persons);
  json["countries"] = result.countries;
  json["similar"] = result.similar;
  json["older"] = result.older_versions;
  json["sources"] = result.sources;
  json["snippet"] = to_json(result.snippet);
  return json;
}

}  // namespace

std::string format_json(const Answer& answer) {
  Json json;
  json["version"] = kJsonVersion;
  json["query"] = answer.query;
  if (answer.similar_to) json["similar_to"] = answer.similar_to->id;
  json["match"] = answer.match;
  json["total"] = answer.total;
  json["exact"] = true;
  json["with_all_words"] = answer.with_all_words;
  Json& suggestions = json["suggestions"] = Json::array();
  for (const Suggestion& suggestion : answer.suggestions) {
    suggestions.push_back({{"query", suggestion.query}, {"count", suggestion.count}});
  }
  json["results"] = Json::array();
  for (const SearchResult& result : answer.results) json["results"].push_back(to_json(result));
  json["facets"] = Json::object();
  for (const Facet& facet : answer.facets) {
    Json& values = json["facets"][facet.field] = Json::array();
    for (const FacetValue& value : facet.values) {
      values.push_back({{"key", value.key}, {"name", value.name}, {"count", value.count}});
    }
  }
  json["facet_sizes"] = Json::object();
  for (const Facet& facet : answer.facets) json["facet_sizes"][facet.field] = facet.distinct;
  return to_json_text(json) + "\n";
}

std::string format_json_lines(const Answer& answer) {
  std::string out;
  for (const SearchResult& result : answer.results) out += to_json_text(to_json(result)) + "\n";
  return out;
}

}  // namespace bayan::searcher
