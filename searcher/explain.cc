#include "searcher/explain.h"

#include <fmt/format.h>

#include "common/text/analyzer.h"
#include "searcher/match_counts.h"
#include "searcher/query_builder.h"

namespace bayan::searcher {
namespace {

using Kind = ExplainedPart::Kind;

Kind kind_of(const QueryNode& node) {
  switch (node.kind) {
    case NodeKind::kWord:
      return node.part == Part::kAsTyped ? Kind::kExact : Kind::kWord;
    case NodeKind::kExact:
      return Kind::kExact;
    case NodeKind::kPhrase:
      return Kind::kPhrase;
    case NodeKind::kWildcard:
      return Kind::kWildcard;
    case NodeKind::kNear:
      return Kind::kNear;
    case NodeKind::kFilter:
      return Kind::kFilter;
    default:
      return Kind::kGroup;
  }
}

/// What stands behind a sign.
const QueryNode& without_sign(const QueryNode& node) {
  const bool has_sign = node.kind == NodeKind::kNot || node.kind == NodeKind::kMust;
  return has_sign ? node.children.front() : node;
}

/// Words side by side are parts of their own, all else is one.
QueryNode as_words(QueryNode tree) {
  if (tree.kind == NodeKind::kWords) return tree;
  QueryNode words;
  words.children.push_back(std::move(tree));
  return words;
}

class Explainer {
 public:
  Explainer(const index::IndexReader& index, const entity::LazyCountries& countries,
            const Request& request, const Plan& plan, bool is_empty)
      : index_(index), countries_(countries), request_(request), plan_(plan), is_empty_(is_empty) {}

  Result<Explanation> explain() {
    for (const RankedWord& word : plan_.words.ranked) {
      explanation_.ranked_words.push_back(word.form);
    }
    explanation_.notes = plan_.words.notes;
    Result<void> done = explain_query();
    if (!done) return tl::unexpected(done.error());
    for (std::size_t i = 0; i < plan_.filters.size(); ++i) explain_filter(i);
    explain_dates();
    return std::move(explanation_);
  }

 private:
  Result<void> explain_query() {
    const QueryNode tree = as_words(plan_.tree);
    for (std::size_t i = 0; i < std::min(tree.children.size(), kMostExplainedParts); ++i) {
      if (Result<void> done = explain_part(tree, i); !done) return done;
    }
    return {};
  }

  Result<void> explain_part(const QueryNode& tree, std::size_t place) {
    const QueryNode& node = tree.children[place];
    const QueryNode& inner = without_sign(node);
    ExplainedPart part;
    part.text = request_.query.substr(node.begin, node.end - node.begin);
    part.is_excluded = node.kind == NodeKind::kNot;
    const bool is_function_word =
        node.kind == NodeKind::kWord && is_only_stop_words(node) && !is_only_stop_words(tree);
    const bool is_left_out = is_function_word || node.part == Part::kLeftOut;
    part.kind = is_function_word ? Kind::kFunctionWord
                : is_left_out    ? Kind::kLessTelling
                                 : kind_of(inner);
    if (part.kind == Kind::kWord) {
      Result<std::vector<index::RelatedForm>> forms = forms_of(inner.text);
      if (!forms) return tl::unexpected(forms.error());
      part.forms = std::move(*forms);
    }
    QueryNode alone;
    alone.children.push_back(inner);
    // What is left out is counted by itself, which takes no inflections of its own.
    if (is_left_out) alone.children.front().part = Part::kAsTyped;
    const Result<Xapian::Query> query = build(alone);
    if (!query) return tl::unexpected(query.error());
    part.statements = count(*query);
    if (is_empty_ && !is_left_out) {
      QueryNode others = tree;
      others.children.erase(others.children.begin() + static_cast<std::ptrdiff_t>(place));
      const Result<Xapian::Query> rest = build(others);
      if (!rest) return tl::unexpected(rest.error());
      part.without = count(plan_.within_filters(*rest));
    }
    explanation_.parts.push_back(std::move(part));
    return {};
  }

  /// Of one word; several that are written as one («عبدالله») are asked for as they stand.
  Result<std::vector<index::RelatedForm>> forms_of(const std::string& text) const {
    text::TokenList tokens;
    text::analyze(text, tokens);
    if (tokens.size() != 1) return std::vector<index::RelatedForm>{};
    return index_.dictionary.related_forms(tokens.form(0));
  }

  void explain_filter(std::size_t place) {
    const PlannedFilter& planned = plan_.filters[place];
    ExplainedPart part;
    part.text = fmt::format("--{}{} {}", planned.is_excluded ? "not-" : "",
                            index::field(planned.field).name, request_.filters[place].values);
    part.kind = Kind::kFilter;
    part.is_excluded = planned.is_excluded;
    part.statements = count(planned.query);
    if (is_empty_) part.without = count(plan_.within_filters(plan_.words.all, place));
    explanation_.parts.push_back(std::move(part));
  }

  void explain_dates() {
    if (plan_.dates.empty()) return;
    ExplainedPart part;
    if (!request_.since.empty()) part.text = "--since " + request_.since;
    if (!request_.until.empty()) {
      part.text += (part.text.empty() ? "--until " : " --until ") + request_.until;
    }
    part.kind = Kind::kFilter;
    part.statements = count(plan_.dates);
    if (is_empty_) {
      Plan timeless = plan_;
      timeless.dates = Xapian::Query();
      part.without = count(timeless.within_filters(plan_.words.all));
    }
    explanation_.parts.push_back(std::move(part));
  }

  [[nodiscard]] Result<Xapian::Query> build(const QueryNode& tree) const {
    return QueryBuilder(index_, countries_)
        .build_words(tree, request_.query)
        .map([](const QueryBuilder::Words& words) { return words.all; });
  }

  [[nodiscard]] std::uint64_t count(const Xapian::Query& query) const {
    return count_matches(index_, query, {}).total;
  }

  const index::IndexReader& index_;
  const entity::LazyCountries& countries_;
  const Request& request_;
  const Plan& plan_;
  bool is_empty_;
  Explanation explanation_;
};

}  // namespace

Result<Explanation> explain(const index::IndexReader& index, const entity::LazyCountries& countries,
                            const Request& request, const Plan& plan, bool is_empty) {
  return Explainer(index, countries, request, plan, is_empty).explain();
}

}  // namespace bayan::searcher
