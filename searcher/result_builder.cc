#include "searcher/result_builder.h"

#include <charconv>

#include "common/index/schema.h"
#include "common/index/source_ledger.h"
#include "common/statement/codec.h"

namespace bayan::searcher {

Result<SearchResult> make_result(const Xapian::Database& statements,
                                 const Xapian::Document& document, const MatchedForms& forms) {
  const Result<statement::Statement> statement = statement::decode(document.get_data());
  if (!statement) return tl::unexpected(statement.error());
  SearchResult result;
  result.id = statement->id;
  result.title = mark_whole(statement->title, forms);
  result.date = statement->date;
  result.issuer = statement->issuer;
  result.location = format_location(statement->location);
  result.url = statement->url;
  for (const entity::Person& person : statement->entities.persons) {
    result.persons.push_back({person.key, person.name, person.position});
  }
  for (const entity::Country& country : statement->entities.countries) {
    result.countries.push_back(country.code);
  }
  const std::string older = document.get_value(index::kOlderSlot);
  std::from_chars(older.data(), older.data() + older.size(), result.older_versions);
  result.sources = index::sharers_of(
      statements, index::make_term(index::FieldId::kId, document.get_value(index::kIdSlot)));
  result.snippet = make_snippet(statement->body, forms);
  return result;
}

}  // namespace bayan::searcher
