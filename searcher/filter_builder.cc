#include "searcher/filter_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "common/entity/gazetteer.h"
#include "common/entity/post_normalizer.h"
#include "common/entity/user_gazetteer.h"
#include "common/text/fold.h"
#include "searcher/date_span.h"
#include "searcher/entity_finder.h"
#include "searcher/nearest_names.h"
#include "searcher/other_names.h"
#include "searcher/typed_name.h"

namespace bayan::searcher {
namespace {

using Xapian::Query;

constexpr std::uint32_t kMostEntities = 2000;
constexpr std::size_t kCandidates = 5;

/// «فرنسا (FR)», as facets print it -> «FR».
std::optional<std::string> code_in_brackets(std::string_view value) {
  constexpr std::size_t kSize = std::string_view(" (FR)").size();
  if (value.size() <= kSize || !value.ends_with(')')) return std::nullopt;
  const std::string_view end = value.substr(value.size() - kSize);
  const std::string_view code = end.substr(2, 2);
  if (!end.starts_with(" (") || !entity::is_country_code(code)) return std::nullopt;
  return std::string(code);
}

bool is_exact(std::string_view value) { return value.size() > 1 && value.front() == '='; }

Query any_of(const std::vector<Query>& parts) {
  if (parts.size() == 1) return parts.front();
  return {Query::OP_OR, parts.begin(), parts.end()};
}

}  // namespace

std::vector<std::string> split_values(std::string_view text) {
  constexpr std::string_view kArabicComma = "،";
  std::vector<std::string> parts = {""};
  std::string_view closing;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    if (!closing.empty()) {
      if (rest.starts_with(closing)) {
        i += closing.size();
        closing = {};
      } else {
        parts.back() += text[i++];
      }
    } else if (rest.starts_with('"') || rest.starts_with("«")) {
      closing = rest.starts_with('"') ? "\"" : "»";
      i += rest.starts_with('"') ? 1 : closing.size();
    } else if (rest.starts_with(',') || rest.starts_with(kArabicComma)) {
      parts.emplace_back();
      i += rest.starts_with(',') ? 1 : kArabicComma.size();
    } else {
      parts.back() += text[i++];
    }
  }
  for (std::string& part : parts) {
    part.erase(0, std::min(part.find_first_not_of(' '), part.size()));
    part.resize(part.find_last_not_of(' ') + 1);
  }
  std::erase(parts, "");
  return parts;
}

Result<Query> FilterBuilder::build(index::FieldId field, const std::string& values) const {
  std::vector<std::string> parts = split_values(values);
  if (parts.size() > 1 && index::field(field).kind == index::FieldKind::kEntity) {
    const auto whole = find_entities(field, "=" + values);
    // «Ministry of Interior, Bahrain»
    const auto others = other_names(field, values, countries_);
    if (!others) return tl::unexpected(others.error());
    if (whole && !whole->empty()) {
      parts = {"=" + values};
    } else if (!others->empty()) {
      parts = {values};
    }
  }
  if (parts.empty()) {
    return fail(ErrorKind::kQuery, fmt::format("{} has no value", index::field(field).name),
                "write a name, or several between commas");
  }
  std::vector<Query> queries;
  for (const std::string& part : parts) {
    Result<Query> query = build_value(field, part);
    if (!query) return query;
    queries.push_back(*query);
  }
  return any_of(queries);
}

Result<Query> FilterBuilder::build_value(index::FieldId field, const std::string& value) const {
  switch (field) {
    case index::FieldId::kCountry:
      return build_country(is_exact(value) ? value.substr(1) : value);
    case index::FieldId::kDate:
    case index::FieldId::kMonth:
    case index::FieldId::kYear:
      return parse_date_span(is_exact(value) ? value.substr(1) : value)
          .map([](const DateSpan& span) {
            return Query(Query::OP_VALUE_RANGE, index::kDateSlot, span.first, span.last);
          });
    case index::FieldId::kPath:
    case index::FieldId::kId:
      return build_exact(field, is_exact(value) ? value.substr(1) : value);
    default:
      return build_entity(field, value);
  }
}

Result<Query> FilterBuilder::build_country(const std::string& value) const {
  const Result<const entity::CountryGazetteer*> countries = countries_.get();
  if (!countries) return tl::unexpected(countries.error());
  std::optional<std::string> code = (*countries)->find_typed(value);
  if (!code) code = code_in_brackets(value);
  if (code) return Query(index::make_term(index::FieldId::kCountry, *code));
  // A name of the user's own.
  const auto known =
      index_.entities.find_key(index::FieldId::kCountry, entity::gazetteer_key(value));
  if (!known) return tl::unexpected(known.error());
  if (*known) return statements_of(index::FieldId::kCountry, {**known});
  return no_such_country(**countries, value, kCandidates);
}

/// A path or an id as it is; for one that is not there, those that hold what was typed.
Result<Query> FilterBuilder::build_exact(index::FieldId field, const std::string& value) const {
  const std::string term = index::make_term(field, value);
  if (index_.statements.term_exists(term)) return Query(term);
  constexpr std::size_t kMostLookedAt = 20'000;
  const std::string prefix(index::field(field).prefix);
  const std::string folded = text::fold(value);
  std::vector<std::string> candidates;
  std::size_t looked_at = 0;
  const auto end = index_.statements.allterms_end(prefix);
  for (auto it = index_.statements.allterms_begin(prefix);
       it != end && ++looked_at < kMostLookedAt && candidates.size() < kCandidates; ++it) {
    const std::string known = index::read_term((*it).substr(prefix.size()));
    if (text::fold(known).find(folded) != std::string::npos) candidates.push_back(known);
  }
  const bool is_path = field == index::FieldId::kPath;
  return fail(
      ErrorKind::kQuery,
      is_path ? fmt::format("the index holds no file or folder «{}»", value)
              : fmt::format("the index holds no statement «{}»", value),
      did_you_mean(candidates, is_path ? "write it as results show it, up to the # or to a /"
                                       : "ids are shown by --format json"));
}

/// The posts that `value` is in whichever country and spelling; none where it is the part of one.
Result<std::vector<std::uint32_t>> FilterBuilder::find_posts(const std::string& value) const {
  const Result<const entity::CountryGazetteer*> countries = countries_.get();
  if (!countries) return tl::unexpected(countries.error());
  const auto normalizer = entity::gazetteer_directory().and_then(
      [&](const auto& directory) { return entity::PostNormalizer::load(directory, **countries); });
  if (!normalizer) return tl::unexpected(normalizer.error());
  Result<std::vector<std::string>> names =
      other_names(index::FieldId::kPosition, value, countries_);
  if (!names) return tl::unexpected(names.error());
  if (names->empty()) names->push_back(value);
  std::vector<std::uint32_t> ids;
  for (const std::string& name : *names) {
    const std::string typed = normalizer->normalize(name, {}).key;
    const std::vector<std::string> words = table_words(typed.substr(0, typed.find('@')));
    if (words.empty()) continue;
    const auto candidates =
        index_.entities.find_words(index::FieldId::kPosition, words, kMostEntities);
    if (!candidates) return candidates;
    for (const std::uint32_t id : *candidates) {
      const Result<index::EntityRecord> record = index_.entities.record(id);
      if (!record) return tl::unexpected(record.error());
      if (entity::PostNormalizer::means(typed, record->key)) ids.push_back(id);
    }
  }
  return ids;
}

/// The issuers that are known by the name `value` too: «واس» for «was».
Result<std::vector<std::uint32_t>> FilterBuilder::find_issuers(const std::string& value) const {
  const auto names = other_names(index::FieldId::kIssuer, value, countries_);
  if (!names) return tl::unexpected(names.error());
  std::vector<std::uint32_t> ids;
  for (const std::string& name : *names) {
    const auto found = find_entities(index::FieldId::kIssuer, "=" + name);
    if (!found) return found;
    ids.insert(ids.end(), found->begin(), found->end());
  }
  return ids;
}

/// Every entity with the words, or where the value begins with = the one of that very name.
Result<std::vector<std::uint32_t>> FilterBuilder::find_entities(index::FieldId field,
                                                                const std::string& value) const {
  const std::vector<std::string> words =
      table_words(is_exact(value) ? std::string_view(value).substr(1) : value);
  if (words.empty()) return std::vector<std::uint32_t>{};
  if (field == index::FieldId::kPosition && !is_exact(value)) {
    Result<std::vector<std::uint32_t>> posts = find_posts(value);
    if (!posts || !posts->empty()) return posts;
  }
  if (field == index::FieldId::kIssuer && !is_exact(value)) {
    Result<std::vector<std::uint32_t>> issuers = find_issuers(value);
    if (!issuers || !issuers->empty()) return issuers;
  }
  Result<std::vector<std::uint32_t>> ids = index_.entities.find_words(field, words, kMostEntities);
  if (!ids || !is_exact(value)) return ids;
  std::vector<std::uint32_t> exact;
  for (const std::uint32_t id : *ids) {
    const Result<index::EntityRecord> record = index_.entities.record(id);
    if (!record) return tl::unexpected(record.error());
    if (table_words(record->key) == words || table_words(record->name) == words ||
        table_words(record->entity_name) == words) {
      exact.push_back(id);
    }
  }
  return exact;
}

Result<Query> FilterBuilder::build_entity(index::FieldId field, const std::string& value) const {
  const EntityFinder finder(index_.statements, index_.entities, countries_);
  const bool is_one = field == index::FieldId::kPerson || field == index::FieldId::kOrganisation;
  if (is_one && !is_exact(value)) {
    const Result<FoundEntity> meant = finder.choose(field, value);
    if (!meant) return tl::unexpected(meant.error());
    return statements_of(field, {meant->id});
  }
  const Result<std::vector<std::uint32_t>> ids = find_entities(field, value);
  if (!ids) return tl::unexpected(ids.error());
  if (ids->empty()) return finder.nobody(field, is_exact(value) ? value.substr(1) : value);
  return statements_of(field, *ids);
}

Result<Query> FilterBuilder::statements_of(index::FieldId field,
                                           const std::vector<std::uint32_t>& ids) const {
  std::set<std::string> keys;
  for (const std::uint32_t id : ids) {
    if (id == 0) continue;
    const Result<std::vector<std::string>> members = index_.entities.member_keys(id);
    if (!members) return tl::unexpected(members.error());
    keys.insert(members->begin(), members->end());
  }
  std::vector<Query> parts;
  for (const std::string& key : keys) parts.emplace_back(index::make_term(field, key));
  return parts.empty() ? Query::MatchNothing : any_of(parts);
}

}  // namespace bayan::searcher
