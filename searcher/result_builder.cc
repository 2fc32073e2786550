#include "searcher/result_builder.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "common/index/schema.h"
#include "common/index/source_ledger.h"
#include "common/statement/codec.h"

namespace bayan::searcher {
namespace {

/// The persons as the archive knows them: under one key and name in whatever statement. One who is
/// named by two names is listed once.
Result<void> list_persons(const index::EntityTable& entities, const Xapian::Document& document,
                          const statement::Statement& statement, SearchResult& result) {
  std::map<std::string, index::EntityRecord> entity_of;
  std::optional<Error> error;
  index::for_each_id(document.get_value(index::kPersonSlot), [&](std::uint32_t id) {
    if (error || !entities.is_told_apart(id)) return;
    const Result<index::EntityRecord> own = entities.record(id);
    Result<index::EntityRecord> entity = entities.entity(id);
    if (!own || !entity) {
      error = own ? entity.error() : own.error();
    } else {
      if (entities.entity_ids()[id] == 0) entity->key.clear();
      entity_of[own->key] = std::move(*entity);
    }
  });
  if (error) return tl::unexpected(*error);
  for (const entity::Person& person : statement.entities.persons) {
    ResultPerson listed{person.key, person.name, person.position};
    if (const auto entity = entity_of.find(person.key); entity != entity_of.end()) {
      listed.key = entity->second.key;
      listed.name = entity->second.name;
      const auto known = std::ranges::find(result.persons, listed.key, &ResultPerson::key);
      if (known != result.persons.end() && known->position.empty()) {
        known->position = listed.position;
      }
      if (listed.key.empty() || known != result.persons.end()) continue;
    }
    result.persons.push_back(std::move(listed));
  }
  return {};
}

struct NamedPlaces {
  std::vector<NamedPlace> title;
  std::vector<NamedPlace> body;
};

/// Where the statement names entities whose terms are in `terms`.
NamedPlaces find_named(const entity::Recognised& entities, const std::set<std::string>& terms) {
  NamedPlaces named;
  std::size_t number = 0;
  const auto add = [&](index::FieldId field, const std::string& key,
                       const std::vector<entity::Mention>& mentions) {
    if (!terms.contains(index::make_term(field, key))) return;
    for (const entity::Mention& mention : mentions) {
      const bool is_title = mention.field == entity::Field::kTitle;
      (is_title ? named.title : named.body).push_back({mention.begin, mention.end, number});
    }
    ++number;
  };
  for (const auto& person : entities.persons) {
    add(index::FieldId::kPerson, person.key, person.mentions);
  }
  for (const auto& country : entities.countries) {
    add(index::FieldId::kCountry, country.code, country.mentions);
  }
  for (const auto& organisation : entities.organisations) {
    add(index::FieldId::kOrganisation, organisation.key, organisation.mentions);
  }
  std::ranges::sort(named.title, {}, &NamedPlace::begin);
  std::ranges::sort(named.body, {}, &NamedPlace::begin);
  return named;
}

}  // namespace

ResultBuilder::ResultBuilder(const index::IndexReader& index, const MatchedForms& forms,
                             const std::set<std::string>& named)
    : index_(index),
      forms_(forms),
      named_(named),
      passages_(forms),
      has_sharers_(index::has_sharers(index.statements)),
      has_older_versions_(index.statements.get_value_freq(index::kOlderSlot) > 0) {}

Snippet ResultBuilder::passage_of(const std::string& stored, const std::string& body,
                                  const std::vector<NamedPlace>& named) const {
  const index::TokenStream stream(statement::token_stream_of(stored).value_or(std::string_view()));
  if (const std::optional<Passage> passage = passages_.find(stream)) {
    return cut_snippet(body, forms_, *passage);
  }
  return make_snippet(body, forms_, named);
}

Result<SearchResult> ResultBuilder::make(const Xapian::Document& document) const {
  const std::string stored = document.get_data();
  const Result<statement::Statement> statement = index_.decoder.decode(stored);
  if (!statement) return tl::unexpected(statement.error());
  SearchResult result;
  result.id = statement->id;
  const NamedPlaces places =
      forms_.empty() ? find_named(statement->entities, named_) : NamedPlaces{};
  result.title = mark_whole(statement->title, forms_, places.title);
  result.date = statement->date;
  result.issuer = statement->issuer;
  result.location = format_location(statement->location);
  result.url = statement->url;
  if (Result<void> listed = list_persons(index_.entities, document, *statement, result); !listed) {
    return tl::unexpected(listed.error());
  }
  for (const entity::Country& country : statement->entities.countries) {
    result.countries.push_back(country.code);
  }
  if (has_older_versions_) {
    const std::string older = document.get_value(index::kOlderSlot);
    std::from_chars(older.data(), older.data() + older.size(), result.older_versions);
  }
  if (has_sharers_) {
    result.sources =
        index::sharers_of(index_.statements, index::make_term(index::FieldId::kId, statement->id));
  }
  result.snippet = passage_of(stored, statement->body, places.body);
  return result;
}

}  // namespace bayan::searcher
