#include "searcher/query_builder.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "common/text/analyzer.h"
#include "common/text/fold.h"
#include "common/text/stop_words.h"
#include "searcher/date_span.h"
#include "searcher/phrase_source.h"

namespace bayan::searcher {
namespace {

using Xapian::Query;

/// Weight of the form as typed beside that of its whole set: it orders ties, and must not outweigh
/// a second word.
constexpr double kExactWeight = 0.3;
/// A word found in the title counts this much more.
constexpr double kTitleWeight = 0.3;
constexpr std::uint32_t kMostEntities = 2000;
constexpr std::size_t kCandidates = 5;

std::vector<std::string> forms_of(std::string_view text) {
  text::TokenList tokens;
  text::analyze(text, tokens);
  std::vector<std::string> forms;
  for (std::size_t i = 0; i < tokens.size(); ++i) forms.emplace_back(tokens.form(i));
  return forms;
}

bool is_only_stop_words(const QueryNode& node) {
  if (node.kind == NodeKind::kWord) {
    const std::vector<std::string> forms = forms_of(node.text);
    return std::ranges::all_of(forms, [](const std::string& f) { return text::is_stop_word(f); });
  }
  if (node.kind == NodeKind::kNot) return true;
  if (node.kind != NodeKind::kWords) return false;
  return std::ranges::all_of(node.children, is_only_stop_words);
}

Query join(Query::op op, std::vector<Query> parts) {
  if (parts.size() == 1) return parts.front();
  return parts.empty() ? Query() : Query(op, parts.begin(), parts.end());
}

std::string without_connectors(const std::vector<std::string>& words,
                               std::vector<std::string>& out) {
  std::string typed;
  for (const std::string& word : words) {
    if (word == "بن" || word == "بنت" || word == "ابن") continue;
    out.push_back(word);
    typed += (typed.empty() ? "" : " ") + word;
  }
  return typed;
}

}  // namespace

Result<QueryBuilder::Words> QueryBuilder::build_words(const QueryNode& tree) {
  Words words;
  words.has_words = tree.kind != NodeKind::kWords || !tree.children.empty();
  if (!words.has_words) {
    words.all = words.any = Query::MatchAll;
    return words;
  }
  for (const bool all : {true, false}) {
    const Result<Query> built = build(tree, all);
    if (!built) return tl::unexpected(built.error());
    (all ? words.all : words.any) = *built;
  }
  words.forms = std::move(forms_);
  return words;
}

Result<Query> QueryBuilder::build(const QueryNode& node, bool all) {
  switch (node.kind) {
    case NodeKind::kWord:
    case NodeKind::kExact:
      return build_word(node, Reach::kStrict);
    case NodeKind::kPhrase:
      return build_phrase(node.field, forms_of(node.text));
    case NodeKind::kFilter:
      return build_filter(node.field, {node.text}).map([](const Query& query) {
        return Query(Query::OP_SCALE_WEIGHT, query, 0.0);
      });
    case NodeKind::kMust:
      return build(node.children.front(), true);
    case NodeKind::kNot:
      return build(node.children.front(), true).map([](const Query& query) {
        return Query(Query::OP_AND_NOT, Query::MatchAll, query);
      });
    case NodeKind::kAll:
    case NodeKind::kAny: {
      std::vector<Query> parts;
      for (const QueryNode& child : node.children) {
        Result<Query> part = build(child, true);
        if (!part) return part;
        parts.push_back(*part);
      }
      return join(node.kind == NodeKind::kAll ? Query::OP_AND : Query::OP_OR, parts);
    }
    case NodeKind::kWords:
      return build_words_node(node, all);
  }
  return Query();
}

/// Words side by side: all or any of the plain ones; what is +, a phrase or a filter must hold,
/// what is - must not. Function words weigh nothing and are not asked for, unless they are alone.
Result<Query> QueryBuilder::build_words_node(const QueryNode& node, bool all) {
  std::vector<Query> plain;
  std::vector<Query> required;
  std::vector<Query> excluded;
  const bool keeps_stop_words = is_only_stop_words(node);
  for (const QueryNode& child : node.children) {
    if (child.kind == NodeKind::kWord && !keeps_stop_words && is_only_stop_words(child)) continue;
    const bool is_not = child.kind == NodeKind::kNot;
    const bool is_plain = child.kind == NodeKind::kWord || child.kind == NodeKind::kExact;
    // Where any of the words will do, ranking sorts out what the greedy classes bring in.
    Result<Query> part = is_plain && !all ? build_word(child, Reach::kGreedy)
                                          : build(is_not ? child.children.front() : child, true);
    if (!part) return part;
    (is_not ? excluded : is_plain ? plain : required).push_back(*part);
  }
  std::vector<Query> parts = required;
  if (!plain.empty()) parts.push_back(join(all ? Query::OP_AND : Query::OP_OR, plain));
  Query query = parts.empty() ? Query::MatchAll : join(Query::OP_AND, parts);
  if (!excluded.empty()) query = Query(Query::OP_AND_NOT, query, join(Query::OP_OR, excluded));
  return query;
}

Result<Query> QueryBuilder::build_word(const QueryNode& node, Reach reach) {
  const std::vector<std::string> forms = forms_of(node.text);
  if (forms.empty()) return Query::MatchAll;  // a lone sign asks for nothing
  if (forms.size() > 1) return build_phrase(node.field, forms);
  const std::string& form = forms.front();
  const std::size_t number = word_count_++;
  forms_.try_emplace(form, number);
  const Query exact(index::make_term(node.field, form));
  if (node.kind == NodeKind::kExact) return exact;
  const Result<std::vector<index::RelatedForm>> related = index_.dictionary.related_forms(form);
  if (!related) return tl::unexpected(related.error());
  std::vector<Query> set;
  std::vector<Query> title_set;
  for (const index::RelatedForm& other : *related) {
    if (index::is_highlighted(other.grade)) forms_.try_emplace(other.form, number);
    if (reach == Reach::kStrict && !index::is_match(other.grade)) continue;
    set.emplace_back(index::make_term(node.field, other.form));
    title_set.emplace_back(index::make_term(index::FieldId::kTitle, other.form));
  }
  const Query synonyms(Query::OP_SYNONYM, set.begin(), set.end());
  if (node.field != index::FieldId::kText) return synonyms;
  const Query titles(Query::OP_SYNONYM, title_set.begin(), title_set.end());
  return Query(Query::OP_AND_MAYBE, synonyms,
               Query(Query::OP_OR, Query(Query::OP_SCALE_WEIGHT, exact, kExactWeight),
                     Query(Query::OP_SCALE_WEIGHT, titles, kTitleWeight)));
}

Query QueryBuilder::build_phrase(index::FieldId field, const std::vector<std::string>& forms) {
  if (forms.empty()) return Query::MatchAll;
  const std::size_t number = word_count_++;
  std::vector<Query> terms;
  for (const std::string& form : forms) {
    forms_.try_emplace(form, number);
    terms.emplace_back(index::make_term(field, form));
  }
  if (forms.size() == 1) return terms.front();
  const Query places =
      make_document_query(find_phrase(index_.statements, forms, field == index::FieldId::kTitle));
  return Query(Query::OP_FILTER, join(Query::OP_OR, terms), places);
}

Result<Query> QueryBuilder::build_filter(index::FieldId field,
                                         const std::vector<std::string>& values) {
  std::vector<Query> parts;
  for (const std::string& value : values) {
    Result<Query> part = build_value(field, value);
    if (!part) return part;
    parts.push_back(*part);
  }
  return join(Query::OP_OR, parts);
}

Result<Query> QueryBuilder::build_value(index::FieldId field, const std::string& value) {
  switch (field) {
    case index::FieldId::kCountry: {
      const Result<const entity::CountryGazetteer*> countries = countries_.get();
      if (!countries) return tl::unexpected(countries.error());
      const std::optional<std::string> code = (*countries)->find_typed(value);
      if (code) return Query(index::make_term(field, *code));
      const std::vector<std::string> nearest = (*countries)->nearest(value, kCandidates);
      return fail(ErrorKind::kQuery, fmt::format("there is no country «{}»", value),
                  nearest.empty() ? "countries are named in Arabic or English or by ISO code"
                                  : fmt::format("did you mean {}?", fmt::join(nearest, ", ")));
    }
    case index::FieldId::kDate:
      return parse_date_span(value).map([](const DateSpan& span) {
        return Query(Query::OP_VALUE_RANGE, index::kDateSlot, span.first, span.last);
      });
    case index::FieldId::kMonth:
    case index::FieldId::kPath:
    case index::FieldId::kId:
      return Query(index::make_term(field, value));
    default:
      return build_entity(field, value);
  }
}

Result<Query> QueryBuilder::build_entity(index::FieldId field, const std::string& value) {
  std::vector<std::string> words;
  without_connectors(forms_of(value), words);
  const auto unknown = [&]() -> Result<Query> {
    std::vector<std::string> names;
    const auto nearest = index_.entities.nearest(field, words, kCandidates);
    for (const std::uint32_t id : nearest.value_or(std::vector<std::uint32_t>{})) {
      if (const auto record = index_.entities.record(id)) names.push_back(record->name);
    }
    return fail(ErrorKind::kQuery,
                fmt::format("the index names no {} «{}»", index::field(field).name, value),
                names.empty() ? "try one word of the name alone"
                              : fmt::format("did you mean {}?", fmt::join(names, " · ")));
  };
  if (words.empty()) return unknown();
  const Result<std::vector<std::uint32_t>> ids =
      index_.entities.find_words(field, words, kMostEntities);
  if (!ids) return tl::unexpected(ids.error());
  if (ids->empty()) return unknown();
  std::vector<Query> parts;
  for (const std::uint32_t id : *ids) {
    const Result<index::EntityRecord> record = index_.entities.record(id);
    if (!record) return tl::unexpected(record.error());
    parts.emplace_back(index::make_term(field, record->key));
  }
  return join(Query::OP_OR, parts);
}

}  // namespace bayan::searcher
