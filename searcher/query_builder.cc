#include "searcher/query_builder.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/text/analyzer.h"
#include "common/text/fold.h"
#include "common/text/stop_words.h"
#include "searcher/long_query.h"
#include "searcher/phrase_source.h"
#include "searcher/query_lexer.h"
#include "searcher/wildcard.h"

namespace bayan::searcher {
namespace {

using Xapian::Query;

Query join(Query::op op, std::vector<Query> parts) {
  if (parts.size() == 1) return parts.front();
  return parts.empty() ? Query() : Query(op, parts.begin(), parts.end());
}

/// What a part of a phrase between spaces stands for: a place that any word fills, a wildcard's
/// forms, or a word.
bool is_any_word(std::string_view part) { return part == "*"; }
bool is_wildcard(std::string_view part) { return part.find('*') != std::string_view::npos; }

std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts = {""};
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\n') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  std::erase(parts, "");
  return parts;
}

}  // namespace

bool is_only_stop_words(const QueryNode& node) {
  if (node.kind == NodeKind::kWord) {
    const std::vector<std::string> forms = text::word_forms(node.text);
    return std::ranges::all_of(forms, [](const std::string& f) { return text::is_stop_word(f); });
  }
  if (node.kind == NodeKind::kNot) return true;
  if (node.kind != NodeKind::kWords) return false;
  return std::ranges::all_of(node.children, is_only_stop_words);
}

Result<QueryBuilder::Words> QueryBuilder::build_words(const QueryNode& tree,
                                                      std::string_view query) {
  query_ = query;
  Words words;
  words.has_words = tree.kind != NodeKind::kWords || !tree.children.empty();
  if (!words.has_words) {
    words.all = words.any = Query::MatchAll;
    return words;
  }
  if (count_words(tree) > kMostWithAllForms) related_.limit_forms(index_.statements, kFewForms);
  for (const bool all : {true, false}) {
    const Result<Query> built = build(tree, all);
    if (!built) return tl::unexpected(built.error());
    (all ? words.all : words.any) = *built;
  }
  words.forms = std::move(forms_);
  words.named = std::move(named_);
  words.notes = std::move(notes_);
  Result<std::vector<RankedWord>> ranked = collect_ranked_words(tree, related_);
  if (!ranked) return tl::unexpected(ranked.error());
  words.ranked = std::move(*ranked);
  return words;
}

Result<Query> QueryBuilder::build(const QueryNode& node, bool all) {
  switch (node.kind) {
    case NodeKind::kWord:
    case NodeKind::kExact:
      return build_word(node, Reach::kStrict);
    case NodeKind::kPhrase:
    case NodeKind::kNear:
    case NodeKind::kWildcard:
      return build_placed(node);
    case NodeKind::kFilter:
      return build_filter(node);
    case NodeKind::kMust:
      return build(node.children.front(), true);
    case NodeKind::kNot:
      return build_excluded(node).map(
          [](const Query& query) { return Query(Query::OP_AND_NOT, Query::MatchAll, query); });
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
    if (child.part == Part::kLeftOut) continue;
    if (child.kind == NodeKind::kWord && !keeps_stop_words && is_only_stop_words(child)) continue;
    const bool is_not = child.kind == NodeKind::kNot;
    const bool is_plain = child.kind == NodeKind::kWord || child.kind == NodeKind::kExact;
    // Where any of the words will do, ranking sorts out what the greedy classes bring in.
    Result<Query> part = is_not             ? build_excluded(child)
                         : is_plain && !all ? build_word(child, Reach::kGreedy)
                                            : build(child, true);
    if (!part) return part;
    (is_not ? excluded : is_plain ? plain : required).push_back(*part);
  }
  std::vector<Query> parts = required;
  if (!plain.empty()) parts.push_back(join(all ? Query::OP_AND : Query::OP_OR, plain));
  Query query = parts.empty() ? Query::MatchAll : join(Query::OP_AND, parts);
  if (!excluded.empty()) query = Query(Query::OP_AND_NOT, query, join(Query::OP_OR, excluded));
  return query;
}

/// A word's set of forms is one term to the first stage; how well each form stands for the word,
/// and what titles hold, the second stage tells.
Result<Query> QueryBuilder::build_word(const QueryNode& node, Reach reach) {
  const std::vector<std::string> forms = text::word_forms(node.text);
  if (forms.empty()) return Query::MatchAll;  // a lone sign asks for nothing
  if (forms.size() > 1) {
    if (reach == Reach::kStrict) return build_placed(node);
    return any_of(node.field, forms);
  }
  const std::string& form = forms.front();
  const std::size_t number = word_count_++;
  forms_.try_emplace(form, number);
  if (node.kind == NodeKind::kExact || node.part == Part::kAsTyped) {
    return Query(index::make_term(node.field, form));
  }
  const auto related = related_.related_forms(form);
  if (!related) return tl::unexpected(related.error());
  std::vector<Query> set;
  for (const index::RelatedForm& other : **related) {
    if (index::is_highlighted(other.grade)) forms_.try_emplace(other.form, number);
    if (reach == Reach::kStrict && !index::is_match(other.grade)) continue;
    set.emplace_back(index::make_term(node.field, other.form));
  }
  return Query(Query::OP_SYNONYM, set.begin(), set.end());
}

/// «عبدالله» where any of the words will do: neither half need stand beside the other.
Query QueryBuilder::any_of(index::FieldId field, const std::vector<std::string>& forms) {
  const std::size_t number = word_count_++;
  std::vector<Query> terms;
  for (const std::string& form : forms) {
    forms_.try_emplace(form, number);
    terms.emplace_back(index::make_term(field, form));
  }
  return join(Query::OP_OR, terms);
}

/// What must not occur is not marked in what does.
Result<Query> QueryBuilder::build_excluded(const QueryNode& node) {
  MatchedForms kept = forms_;
  std::set<std::string> named = named_;
  Result<Query> query = build(node.children.front(), true);
  forms_ = std::move(kept);
  named_ = std::move(named);
  return query;
}

Result<Query> QueryBuilder::build_filter(const QueryNode& node) {
  Result<Query> query = filters_.build(node.field, node.text);
  if (!query) {
    Error error = query.error();
    error.message.insert(0, "query: ");
    error.excerpt = Excerpt{std::string(query_), node.begin, node.end};
    return tl::unexpected<Error>(std::move(error));
  }
  if (index::field(node.field).kind == index::FieldKind::kEntity) {
    named_.insert(query->get_unique_terms_begin(), query->get_unique_terms_end());
  }
  return Query(Query::OP_SCALE_WEIGHT, *query, 0.0);
}

Result<WordSlot> QueryBuilder::wildcard_forms(const QueryNode& node, const std::string& pattern) {
  Result<WildcardForms> expanded = expand_wildcard(index_.statements, pattern);
  if (!expanded) {
    return wrong_query(query_, node.begin, node.end, expanded.error().message,
                       expanded.error().hint);
  }
  if (expanded->found > expanded->forms.size()) {
    notes_.push_back(fmt::format("«{}» fits {} words; the {} most frequent are searched", pattern,
                                 expanded->found, expanded->forms.size()));
  }
  return std::move(expanded->forms);
}

/// The places that a word, phrase or wildcard takes. Words of a phrase stand as typed, those beside
/// NEAR with their inflections.
Result<WordSequence> QueryBuilder::sequence_of(const QueryNode& node, bool with_inflections) {
  WordSequence sequence;
  for (const std::string& part : parts_of(node.text)) {
    if (is_any_word(part)) {
      sequence.emplace_back();
    } else if (is_wildcard(part)) {
      Result<WordSlot> forms = wildcard_forms(node, part);
      if (!forms) return tl::unexpected(forms.error());
      // A wildcard that nothing fits still asks for a word that is not there.
      if (forms->empty()) forms->push_back(part);
      sequence.push_back(std::move(*forms));
    } else {
      for (std::string& form : text::word_forms(part)) sequence.push_back({std::move(form)});
    }
  }
  while (!sequence.empty() && sequence.back().empty()) sequence.pop_back();
  while (!sequence.empty() && sequence.front().empty()) sequence.erase(sequence.begin());
  const bool is_whole = node.kind == NodeKind::kWord && node.part == Part::kWhole;
  if (with_inflections && is_whole && sequence.size() == 1) {
    const auto related = related_.related_forms(sequence.front().front());
    if (!related) return tl::unexpected(related.error());
    for (const index::RelatedForm& other : **related) {
      if (index::is_match(other.grade)) sequence.front().push_back(other.form);
    }
  }
  return sequence;
}

/// Adds the ways in which a child of NEAR can stand: one, or those of its own children.
Result<void> QueryBuilder::add_alternatives(const QueryNode& node, std::vector<WordSequence>& out) {
  if (node.kind == NodeKind::kAny || node.kind == NodeKind::kWords) {
    for (const QueryNode& child : node.children) {
      if (Result<void> added = add_alternatives(child, out); !added) return added;
    }
    return {};
  }
  Result<WordSequence> sequence = sequence_of(node, true);
  if (!sequence) return tl::unexpected(sequence.error());
  if (!sequence->empty()) out.push_back(std::move(*sequence));
  return {};
}

/// Phrases, NEAR and wildcards: what stands where. Each is looked for once a query.
Result<Query> QueryBuilder::build_placed(const QueryNode& node) {
  const std::string key = describe(node);
  if (const auto known = placed_.find(key); known != placed_.end()) return known->second;
  PositionalWords words;
  words.distance = node.distance;
  words.in_title = node.field == index::FieldId::kTitle;
  if (node.kind == NodeKind::kNear) {
    for (const QueryNode& child : node.children) {
      std::vector<WordSequence> alternatives;
      if (auto added = add_alternatives(child, alternatives); !added) {
        return tl::unexpected(added.error());
      }
      if (!alternatives.empty()) words.operands.push_back(std::move(alternatives));
    }
  } else {
    Result<WordSequence> sequence = sequence_of(node, false);
    if (!sequence) return tl::unexpected(sequence.error());
    if (!sequence->empty()) words.operands.push_back({std::move(*sequence)});
  }
  if (words.operands.empty()) return Query::MatchAll;
  Query query = placed_query(words, node.field);
  placed_.emplace(key, query);
  return query;
}

Query QueryBuilder::placed_query(const PositionalWords& words, index::FieldId field) {
  std::vector<Query> terms;
  std::size_t places = 0;
  for (const std::vector<WordSequence>& alternatives : words.operands) {
    const std::size_t number = word_count_++;
    for (const WordSequence& sequence : alternatives) {
      places += sequence.size();
      for (const WordSlot& slot : sequence) {
        std::vector<Query> forms;
        for (const std::string& form : slot) {
          forms_.try_emplace(form, number);
          forms.emplace_back(index::make_term(field, form));
        }
        if (!forms.empty()) terms.emplace_back(Query::OP_SYNONYM, forms.begin(), forms.end());
      }
    }
  }
  const Query weighed = join(Query::OP_OR, terms);
  if (places == 1) return weighed;
  return Query(Query::OP_FILTER, weighed, make_document_query(find_positional(matcher_, words)));
}

}  // namespace bayan::searcher
