#include "indexer/document_builder.h"

#include <algorithm>

#include "common/index/provenance.h"
#include "common/index/schema.h"
#include "common/index/token_stream.h"
#include "common/index/word_pair.h"
#include "common/text/sketch.h"

namespace bayan::indexer {
namespace {

using index::FieldId;
using KeysAndNames = std::vector<std::pair<std::string, std::string>>;

/// The key of an issuer: its folded words, so that spellings meet.
std::string words_key(std::string_view name) {
  text::TokenList words;
  text::analyze(name, words);
  std::string key;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i != 0) key += ' ';
    key += words.form(i);
  }
  return key;
}

void count_words(const text::TokenList& tokens,
                 std::unordered_map<std::string_view, Xapian::termcount>& counts) {
  for (std::size_t i = 0; i < tokens.size(); ++i) ++counts[tokens.form(i)];
}

void add_pairs(index::DocumentDraft& document, const text::TokenList& tokens) {
  bool is_first = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool is_second = index::is_pair_word(tokens.form(i));
    if (is_first && is_second) {
      document.add_boolean_term(index::pair_term(tokens.form(i - 1), tokens.form(i)));
    }
    is_first = is_second;
  }
}

/// «archives», «archives/2015.zip» and «archives/2015.zip!/a.json» for a statement in that member.
std::vector<std::string> path_terms(const statement::Location& location) {
  std::vector<std::string> terms;
  const std::string& path = location.path;
  if (path.empty()) return terms;
  for (std::size_t slash = path.find('/', 1); slash != std::string::npos;
       slash = path.find('/', slash + 1)) {
    terms.push_back(index::make_term(FieldId::kPath, path.substr(0, slash)));
  }
  terms.push_back(index::make_term(FieldId::kPath, path));
  if (!location.member.empty()) {
    terms.push_back(index::make_term(FieldId::kPath, path + "!/" + location.member));
  }
  return terms;
}

/// The ids once each, rising, without 0.
std::vector<std::uint32_t> rising_ids(std::vector<std::uint32_t> ids) {
  std::erase(ids, 0);
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

/// Notes who is in which post: `holder_of` gives, for each place of `post_ids`, one of
/// `person_ids`.
void add_holders(index::DocumentDraft& document, const std::vector<std::uint32_t>& person_ids,
                 const std::vector<std::uint32_t>& post_ids,
                 const std::vector<std::size_t>& holder_of) {
  const std::vector<std::uint32_t> persons = rising_ids(person_ids);
  const std::vector<std::uint32_t> posts = rising_ids(post_ids);
  const auto place_in = [](const std::vector<std::uint32_t>& ids, std::uint32_t id) {
    return static_cast<std::uint32_t>(std::ranges::lower_bound(ids, id) - ids.begin());
  };
  std::vector<index::Holder> holders;
  for (std::size_t i = 0; i < post_ids.size(); ++i) {
    const std::uint32_t person_id = person_ids[holder_of[i]];
    if (person_id == 0 || post_ids[i] == 0) continue;
    holders.push_back({place_in(persons, person_id), place_in(posts, post_ids[i])});
  }
  std::ranges::sort(holders);
  if (!holders.empty()) document.add_value(index::kHolderSlot, index::encode_holders(holders));
}

std::string without_hyphens(std::string date) {
  std::erase(date, '-');
  return date;
}

}  // namespace

index::DocumentDraft DocumentBuilder::build(const statement::Statement& statement,
                                            const StatementBackground& background) {
  index::DocumentDraft document;
  document.add_boolean_term(index::make_term(FieldId::kId, statement.id));
  document.add_value(index::kIdSlot, statement.id);
  document.add_value(index::kFingerprintSlot,
                     statement::encode_fingerprint(background.fingerprint));
  if (background.older_versions > 0) {
    document.add_value(index::kOlderSlot, std::to_string(background.older_versions));
  }
  if (background.copy != 0) document.add_boolean_term(index::copy_term(background.copy));
  if (background.url != 0) {
    document.add_value(index::kUrlSlot, index::encode_url_hash(background.url));
  }
  add_words(document, statement);
  if (const std::string sketch = text::sketch_of(body_); !sketch.empty()) {
    document.add_value(index::kSketchSlot, sketch);
  }
  document.add_value(
      index::kOriginSlot,
      index::encode_provenance({std::string(background.format),
                                std::string(statement::date_source_name(statement.date_source)),
                                std::string(issuer_source_name(statement.issuer_source)),
                                language_of(statement)}));
  add_date(document, statement.date);
  add_entities(document, statement);
  for (const std::string& term : path_terms(statement.location)) document.add_boolean_term(term);
  document.set_data(encoder_.encode(statement, index::encode_token_stream(title_, body_)));
  return document;
}

std::string DocumentBuilder::language_of(const statement::Statement& statement) const {
  if (!statement.language.empty()) {
    std::string tag = statement.language.substr(0, statement.language.find_first_of("-_"));
    std::ranges::transform(tag, tag.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return tag;
  }
  const text::TokenList& tokens = body_.empty() ? title_ : body_;
  const auto count_of = [&tokens](text::Script script) {
    return std::ranges::count(tokens, script, &text::Token::script);
  };
  const auto arabic = count_of(text::Script::kArabic);
  const auto latin = count_of(text::Script::kLatin);
  if (arabic == 0 && latin == 0) return "und";
  return arabic >= latin ? "und-Arab" : "und-Latn";
}

void DocumentBuilder::count_entities(const statement::Statement& statement) {
  index::DocumentDraft unused;
  add_date(unused, statement.date);
  add_entities(unused, statement);
}

Result<statement::Statement> DocumentBuilder::relocate(Xapian::Document& document,
                                                       const statement::Decoder& decoder,
                                                       const statement::Location& location) {
  const std::string stored = document.get_data();
  Result<statement::Statement> statement = decoder.decode(stored);
  const Result<std::string_view> tokens = statement::token_stream_of(stored);
  if (!statement || !tokens) return statement;
  for (const std::string& term : path_terms(statement->location)) document.remove_term(term);
  if (statement->id == format_location(statement->location)) {
    document.remove_term(index::make_term(FieldId::kId, statement->id));
    statement->id = format_location(location);
    document.add_boolean_term(index::make_term(FieldId::kId, statement->id));
    document.add_value(index::kIdSlot, statement->id);
  }
  statement->location = location;
  for (const std::string& term : path_terms(location)) document.add_boolean_term(term);
  document.add_value(index::kFingerprintSlot,
                     statement::encode_fingerprint(statement::fingerprint_of(*statement)));
  document.set_data(encoder_.encode(*statement, *tokens));
  return statement;
}

void DocumentBuilder::add_words(index::DocumentDraft& document,
                                const statement::Statement& statement) {
  text::analyze(statement.title, title_);
  text::analyze(statement.body, body_);
  counts_.clear();
  count_words(title_, counts_);
  for (const auto& [form, count] : counts_) {
    document.add_term(index::make_term(FieldId::kTitle, form), count);
  }
  count_words(body_, counts_);
  for (const auto& [form, count] : counts_) {
    document.add_term(index::text_term(form), count);
  }
  add_pairs(document, title_);
  add_pairs(document, body_);
}

void DocumentBuilder::add_date(index::DocumentDraft& document, const std::string& date) {
  constexpr std::size_t kMonthSize = 7;  // 2024-07
  if (date.size() <= kMonthSize) return;
  const std::string day = without_hyphens(date);
  document.add_boolean_term(index::make_term(FieldId::kDate, day));
  document.add_value(index::kDateSlot, day);
  const std::string month = date.substr(0, kMonthSize);
  add_facet(document, FieldId::kMonth, {{month, month}});
}

void DocumentBuilder::add_entities(index::DocumentDraft& document,
                                   const statement::Statement& statement) {
  KeysAndNames persons;
  KeysAndNames positions;
  std::vector<std::size_t> holder_of;  // for each position, the place of its person
  for (const entity::Person& person : statement.entities.persons) {
    for (const entity::Post& post : person.posts) {
      positions.emplace_back(post.key, post.normal);
      holder_of.push_back(persons.size());
    }
    persons.emplace_back(person.key, person.name);
  }
  KeysAndNames countries;
  for (const entity::Country& country : statement.entities.countries) {
    countries.emplace_back(country.code, country.code);
  }
  KeysAndNames organisations;
  for (const entity::Organisation& organisation : statement.entities.organisations) {
    organisations.emplace_back(organisation.key, organisation.normal);
  }
  const std::vector<std::uint32_t> person_ids = add_facet(document, FieldId::kPerson, persons);
  const std::vector<std::uint32_t> post_ids = add_facet(document, FieldId::kPosition, positions);
  add_holders(document, person_ids, post_ids, holder_of);
  add_facet(document, FieldId::kCountry, countries);
  add_facet(document, FieldId::kOrganisation, organisations);
  add_facet(document, FieldId::kIssuer, {{words_key(statement.issuer), statement.issuer}});
}

std::vector<std::uint32_t> DocumentBuilder::add_facet(index::DocumentDraft& document, FieldId field,
                                                      const KeysAndNames& keys_and_names) {
  std::vector<std::uint32_t> ids;
  for (const auto& [key, name] : keys_and_names) {
    ids.push_back(key.empty() ? 0 : entities_.id_of(field, key, name));
    if (!key.empty()) document.add_boolean_term(index::make_term(field, key));
  }
  const std::vector<std::uint32_t> rising = rising_ids(ids);
  if (!rising.empty()) {
    document.add_value(*index::field(field).facet, index::encode_ids(rising));
  }
  return ids;
}

}  // namespace bayan::indexer
