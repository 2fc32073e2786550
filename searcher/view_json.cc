#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "common/base/json.h"
#include "common/base/utf8.h"
#include "searcher/view_json_parts.h"
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

/// A score of the second stage; `words` are what its words are of.
Json to_json(const ScoreParts& parts, const std::vector<std::string>& words) {
  Json json;
  Json& of_words = json["words"] = Json::array();
  for (std::size_t i = 0; i < std::min(parts.words.size(), words.size()); ++i) {
    const WordScore& word = parts.words[i];
    of_words.push_back(
        {{"word", words[i]}, {"forms", word.forms}, {"exact", word.exact}, {"grams", word.grams}});
  }
  json["title"] = parts.title;
  json["opening"] = parts.opening;
  json["pairs"] = parts.pairs;
  json["window"] = parts.window;
  return json;
}

constexpr std::array<std::string_view, 9> kPartKinds = {
    "word",   "exact", "phrase",        "wildcard",    "near",
    "filter", "group", "function_word", "less_telling"};
constexpr std::array<std::string_view, 5> kGrades = {"same", "light", "plural", "derived",
                                                     "greedy"};

Json to_json(const ExplainedPart& part) {
  Json json;
  json["text"] = part.text;
  json["kind"] = kPartKinds[static_cast<std::size_t>(part.kind)];
  json["excluded"] = part.is_excluded;
  json["statements"] = part.statements;
  if (part.without) json["without"] = *part.without;
  Json& forms = json["forms"] = Json::array();
  for (const index::RelatedForm& form : part.forms) {
    forms.push_back(
        {{"form", form.form}, {"grade", kGrades[static_cast<std::size_t>(form.grade)]}});
  }
  return json;
}

Json to_json(const Explanation& explanation) {
  Json parts = Json::array();
  for (const ExplainedPart& part : explanation.parts) parts.push_back(to_json(part));
  return {{"parts", std::move(parts)}, {"notes", explanation.notes}};
}

Json to_json(const SearchResult& result, const std::optional<Explanation>& explanation) {
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
  if (explanation && result.parts) {
    json["explanation"] = to_json(*result.parts, explanation->ranked_words);
  }
  return json;
}

Json to_json(const std::vector<RequestedEntity>& entities) {
  Json json = Json::array();
  for (const RequestedEntity& entity : entities) {
    json.push_back({{"field", index::field(entity.field).name}, {"name", entity.name}});
  }
  return json;
}

}  // namespace

nlohmann::ordered_json timeline_json(const Timeline& timeline) {
  Json periods = Json::array();
  for (const Timeline::Period& period : timeline.periods) {
    periods.push_back({{"period", period.period}, {"count", period.count}});
  }
  return {{"unit", unit_name(timeline.unit)},
          {"periods", std::move(periods)},
          {"undated", timeline.undated}};
}

std::string format_json(const Answer& answer) {
  Json json;
  json["version"] = kJsonVersion;
  json["query"] = answer.query;
  if (!answer.together.empty()) json["together"] = to_json(answer.together);
  if (answer.similar_to) json["similar_to"] = answer.similar_to->id;
  json["match"] = answer.match;
  json["total"] = answer.total;
  json["exact"] = true;
  json["with_all_words"] = answer.with_all_words;
  if (answer.left_out_words > 0) json["left_out_words"] = answer.left_out_words;
  if (answer.is_as_typed) json["as_typed"] = true;
  Json& suggestions = json["suggestions"] = Json::array();
  for (const Suggestion& suggestion : answer.suggestions) {
    suggestions.push_back({{"query", suggestion.query}, {"count", suggestion.count}});
  }
  if (answer.explanation) json["explanation"] = to_json(*answer.explanation);
  json["results"] = Json::array();
  for (const SearchResult& result : answer.results)
    json["results"].push_back(to_json(result, answer.explanation));
  json["facets"] = Json::object();
  for (const Facet& facet : answer.facets) {
    Json& values = json["facets"][facet.field] = Json::array();
    for (const FacetValue& value : facet.values) {
      values.push_back({{"key", value.key}, {"name", value.name}, {"count", value.count}});
    }
  }
  if (answer.timeline) json["timeline"] = timeline_json(*answer.timeline);
  json["facet_sizes"] = Json::object();
  for (const Facet& facet : answer.facets) json["facet_sizes"][facet.field] = facet.distinct;
  return to_json_text(json) + "\n";
}

std::string format_json_lines(const Answer& answer) {
  std::string out;
  for (const SearchResult& result : answer.results)
    out += to_json_text(to_json(result, answer.explanation)) + "\n";
  return out;
}

}  // namespace bayan::searcher
