#include "indexer/formats/html_metadata.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include "common/text/fold.h"
#include "indexer/formats/record_date.h"

namespace bayan::indexer::html {
namespace {

using Json = nlohmann::json;

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  });
  return text;
}

void set_if_empty(std::string& field, const std::string& value) {
  if (field.empty()) field = squeeze(value);
}

std::string string_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return {};
  if (found->is_string()) return found->get<std::string>();
  if (found->is_array() && !found->empty() && found->front().is_string()) {
    return found->front().get<std::string>();
  }
  if (found->is_object()) return string_at(*found, "name");
  return {};
}

bool is_article(const Json& object) {
  const std::string type = string_at(object, "@type");
  return type.ends_with("Article") || type.ends_with("Posting") || type == "Report" ||
         type == "SpecialAnnouncement" || type == "GovernmentService";
}

void take_json_article(const Json& object, Metadata& metadata) {
  set_if_empty(metadata.headline, string_at(object, "headline"));
  set_if_empty(metadata.date, string_at(object, "datePublished"));
  set_if_empty(metadata.issuer, string_at(object, "publisher"));
  set_if_empty(metadata.issuer, string_at(object, "sourceOrganization"));
  set_if_empty(metadata.description, string_at(object, "description"));
  set_if_empty(metadata.language, string_at(object, "inLanguage"));
  if (metadata.article_body.empty()) metadata.article_body = string_at(object, "articleBody");
}

void take_json(const std::string& text, Metadata& metadata) {
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return;
  std::vector<const Json*> waiting = {&json};
  // The article stands at the top, in a list, or in a graph.
  for (std::size_t i = 0; i < waiting.size() && i < 100; ++i) {
    const Json& value = *waiting[i];
    if (value.is_array()) {
      for (const Json& item : value) waiting.push_back(&item);
    } else if (value.is_object()) {
      if (is_article(value)) take_json_article(value, metadata);
      if (const auto graph = value.find("@graph"); graph != value.end()) waiting.push_back(&*graph);
    }
  }
}

/// The values of <meta>, <link>, <time> and microdata, by lower-case name; the first of each.
using Values = std::map<std::string, std::string, std::less<>>;

std::string first_of(const Values& values, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    const auto found = values.find(name);
    if (found != values.end() && !squeeze(found->second).empty()) return found->second;
  }
  return {};
}

void take_meta(const xmlNode* element, Values& values) {
  for (const char* name : {"property", "name", "itemprop", "http-equiv"}) {
    const std::string key = lower(attribute(element, name));
    if (!key.empty()) values.emplace(key, attribute(element, "content"));
  }
}

/// A short element that calls itself a date and holds one: old sites have no better.
bool is_visible_date(const xmlNode* element, std::string& text) {
  const std::string names = lower(attribute(element, "class") + " " + attribute(element, "id"));
  if (names.find("date") == std::string::npos || names.find("update") != std::string::npos) {
    return false;
  }
  constexpr std::size_t kLongest = 120;
  text = text_below(element);
  return text.size() <= kLongest && !parse_record_date(text).empty();
}

void take_element(const xmlNode* element, Values& values, Metadata& metadata) {
  const std::string_view tag = tag_of(element);
  if (tag == "meta") {
    take_meta(element, values);
  } else if (tag == "title") {
    set_if_empty(metadata.page_title, text_below(element));
  } else if (tag == "link" && lower(attribute(element, "rel")) == "canonical") {
    values.emplace("canonical", attribute(element, "href"));
  } else if (tag == "script" && lower(attribute(element, "type")) == "application/ld+json") {
    xmlChar* const content = xmlNodeGetContent(element);
    if (content != nullptr) take_json(reinterpret_cast<const char*>(content), metadata);
    xmlFree(content);
  } else if (tag == "html") {
    values.emplace("html-lang", attribute(element, "lang"));
  } else if (tag == "time") {
    values.emplace("time", attribute(element, "datetime"));
  }
  if (tag != "meta" && lower(attribute(element, "itemprop")) == "datepublished") {
    const std::string machine = attribute(element, "datetime");
    values.emplace("datepublished", machine.empty() ? text_below(element) : machine);
  }
  std::string text;
  if (!values.contains("visible-date") && is_visible_date(element, text)) {
    values.emplace("visible-date", text);
  }
}

constexpr std::array<std::string_view, 7> kTitleBreaks = {" | ",  " - ", " – ", " — ",
                                                          " :: ", " » ", " • "};

std::vector<std::string> parts_of_title(std::string_view title) {
  std::vector<std::string> parts;
  while (true) {
    std::size_t end = title.size();
    std::size_t next = title.size();
    for (const std::string_view mark : kTitleBreaks) {
      const std::size_t at = title.find(mark);
      if (at < end) {
        end = at;
        next = at + mark.size();
      }
    }
    parts.push_back(squeeze(title.substr(0, end)));
    if (end == title.size()) return parts;
    title.remove_prefix(next);
  }
}

/// The longest part that is not the site's name.
std::string without_site(const std::string& title, const std::string& issuer) {
  std::string best;
  const std::string site = text::fold(issuer);
  for (const std::string& part : parts_of_title(title)) {
    if (part.size() > best.size() && (site.empty() || text::fold(part) != site)) best = part;
  }
  return best.empty() ? title : best;
}

}  // namespace

Metadata read_metadata(const xmlNode* root) {
  Metadata metadata;
  Values values;
  for (const xmlNode* node = root; node != nullptr; node = next_node(node, root)) {
    if (is_element(node)) take_element(node, values, metadata);
  }
  set_if_empty(metadata.headline, first_of(values, {"og:title", "twitter:title", "dc.title"}));
  set_if_empty(metadata.description,
               first_of(values, {"description", "og:description", "dc.description"}));
  set_if_empty(metadata.issuer,
               first_of(values, {"publisher", "article:publisher_name", "dc.publisher",
                                 "dcterms.publisher", "og:site_name", "application-name"}));
  set_if_empty(metadata.url, first_of(values, {"canonical", "og:url"}));
  if (!metadata.url.starts_with("http")) metadata.url.clear();
  set_if_empty(metadata.language,
               first_of(values, {"html-lang", "content-language", "og:locale", "dc.language"}));
  // A value that is no date (a template's «{{date}}») does not hide one that is.
  for (const char* name :
       {"article:published_time", "datepublished", "pubdate", "publishdate", "publish_date",
        "publication_date", "date", "dc.date.issued", "dcterms.issued", "dc.date",
        "dcterms.created", "og:published_time", "sailthru.date", "time", "visible-date"}) {
    if (!parse_record_date(metadata.date).empty()) break;
    metadata.date = first_of(values, {name});
  }
  return metadata;
}

std::string choose_title(const Metadata& metadata, const std::vector<std::string>& headings) {
  const std::string titles = text::fold(metadata.page_title + "\n" + metadata.headline);
  for (const std::string& heading : headings) {
    if (!heading.empty() && titles.find(text::fold(heading)) != std::string::npos &&
        text::fold(heading) != text::fold(metadata.issuer)) {
      return heading;
    }
  }
  if (!metadata.headline.empty()) return without_site(metadata.headline, metadata.issuer);
  if (!metadata.page_title.empty()) return without_site(metadata.page_title, metadata.issuer);
  return headings.empty() ? std::string() : headings.front();
}

}  // namespace bayan::indexer::html
