#include "searcher/search.h"

#include <algorithm>
#include <unordered_map>

#include "common/index/xapian_wall.h"
#include "searcher/explain.h"
#include "searcher/facets.h"
#include "searcher/match_counts.h"
#include "searcher/phrase_source.h"
#include "searcher/plan.h"
#include "searcher/query_builder.h"
#include "searcher/ranking.h"
#include "searcher/result_builder.h"
#include "searcher/suggest.h"
#include "searcher/timeline.h"

namespace bayan::searcher {
namespace {

using Xapian::Query;

/// One answer in the making.
class Search {
 public:
  Search(const index::IndexReader& index, const entity::LazyCountries& countries,
         const Request& request)
      : index_(index), countries_(countries), builder_(index, countries), request_(request) {}

  Result<Answer> run() {
    Result<Plan> plan = make_plan(builder_, request_);
    if (!plan) return tl::unexpected(plan.error());
    plan_ = std::move(*plan);
    answer_.query = request_.query;
    answer_.together = request_.together;
    answer_.left_out_words = plan_.shortening.left_out;
    answer_.is_as_typed = plan_.shortening.is_as_typed;
    choose_match();
    Result<void> done = list_results().and_then([this] { return list_facets(); });
    if (done && request_.explains) done = explain_plan();
    if (done && request_.timeline) done = add_timeline();
    if (!done) return tl::unexpected(done.error());
    return std::move(answer_);
  }

 private:
  /// All the words where that is asked for or finds something, else some of them.
  void choose_match() {
    matches_ = builder_.matcher().match(plan_.within_filters(plan_.words.all));
    answer_.with_all_words = matches_.count();
    const bool all = request_.match == MatchMode::kAll ||
                     (request_.match == MatchMode::kAuto && answer_.with_all_words > 0);
    chosen_ = all ? plan_.words.all : plan_.words.any;
    if (!all) matches_ = builder_.matcher().match(plan_.within_filters(chosen_));
    answer_.match = all ? "all" : "any";
    answer_.total = matches_.count();
  }

  [[nodiscard]] std::vector<RankedStatement> find_listed() {
    if (!request_.lists_results) return {};
    if (is_sorted_by_date()) return sort_by_date();
    return rank(plan_.within_filters(chosen_), matches_, plan_.words.ranked,
                {request_.offset, request_.count, request_.collapses}, builder_.matcher(),
                index_.columns);
  }

  /// Without words there is nothing to rank by, and the newest come first.
  [[nodiscard]] bool is_sorted_by_date() const {
    return request_.sort != SortOrder::kRelevance || !plan_.words.has_words;
  }

  Result<void> list_results() {
    const std::vector<RankedStatement> statements = find_listed();
    const ResultBuilder results(index_, plan_.words.forms, plan_.words.named);
    for (const RankedStatement& statement : statements) {
      if (Result<void> listed = list(statement, results); !listed) return listed;
    }
    if (request_.collapses) count_similar(statements);
    return {};
  }

  [[nodiscard]] std::vector<RankedStatement> sort_by_date() const {
    Xapian::MultiValueKeyMaker by_date;
    by_date.add_value(index::kDateSlot, request_.sort != SortOrder::kOldest);
    by_date.add_value(index::kIdSlot);
    Xapian::Enquire enquire(index_.statements);
    enquire.set_query(make_document_query(matches_.ids()));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_sort_by_key(&by_date, false);
    if (request_.collapses) enquire.set_collapse_key(index::kClusterSlot);
    const std::size_t most =
        request_.count == 0 ? index_.statements.get_doccount() : request_.count;
    const Xapian::MSet matches = enquire.get_mset(static_cast<Xapian::doccount>(request_.offset),
                                                  static_cast<Xapian::doccount>(most));
    std::vector<RankedStatement> statements;
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      statements.push_back({match.get_document(), 0, std::nullopt});
    }
    return statements;
  }

  Result<void> list(const RankedStatement& statement, const ResultBuilder& results) {
    SearchResult result;
    if (request_.with_snippets) {
      Result<SearchResult> made = results.make(statement.document);
      if (!made) return tl::unexpected(made.error());
      result = std::move(*made);
    } else {
      result.id = statement.document.get_value(index::kIdSlot);
    }
    result.rank = request_.offset + answer_.results.size() + 1;
    result.score = statement.score;
    if (request_.explains) result.parts = statement.parts;
    answer_.results.push_back(std::move(result));
    return {};
  }

  /// Counts the near-duplicates that each result stands for, where any does.
  void count_similar(const std::vector<RankedStatement>& statements) {
    const index::StatementColumns& columns = index_.columns;
    std::unordered_map<std::uint64_t, std::size_t> result_of;
    for (std::size_t i = 0; i < statements.size(); ++i) {
      const std::uint64_t cluster = columns.cluster(statements[i].document.get_docid());
      if (cluster != 0) result_of[cluster] = i;
    }
    if (result_of.empty()) return;
    std::vector<std::size_t> counts(statements.size());
    matches_.for_each([&](Xapian::docid id) {
      const std::uint64_t cluster = columns.cluster(id);
      if (cluster == 0) return;
      if (const auto of = result_of.find(cluster); of != result_of.end()) ++counts[of->second];
    });
    for (const auto& [cluster, i] : result_of) answer_.results[i].similar = counts[i] - 1;
  }

  Result<void> explain_plan() {
    Result<Explanation> explained =
        explain(index_, countries_, request_, plan_, answer_.with_all_words == 0);
    if (!explained) return tl::unexpected(explained.error());
    answer_.explanation = std::move(*explained);
    return {};
  }

  Result<void> list_facets() {
    std::vector<index::FieldId> unfiltered;
    for (const index::FieldId field : request_.facets) {
      if (!plan_.own_filter(field)) unfiltered.push_back(field);
    }
    const MatchCounts counts = count_matches(index_, matches_, unfiltered);
    for (const index::FieldId field : request_.facets) {
      const MatchCounts own = count_without_own_filter(field);
      const auto& counted = own.facets.empty() ? counts.facets : own.facets;
      const auto values = std::ranges::find(counted, field, &MatchCounts::OfFacet::field);
      Result<Facet> facet =
          list_values(index_, *values, {request_.facet_values, request_.facet_find});
      if (!facet) return tl::unexpected(facet.error());
      answer_.facets.push_back(std::move(*facet));
    }
    return {};
  }

  Result<void> add_timeline() {
    return count_timeline(index_, matches_, *request_.timeline).map([this](Timeline timeline) {
      answer_.timeline = std::move(timeline);
    });
  }

  /// Nothing where the facet has no filter of its own: it is counted already.
  [[nodiscard]] MatchCounts count_without_own_filter(index::FieldId field) {
    const std::optional<std::size_t> own = plan_.own_filter(field);
    if (!own) return {};
    return count_matches(index_, builder_.matcher().match(plan_.within_filters(chosen_, own)),
                         {&field, 1});
  }

  const index::IndexReader& index_;
  const entity::LazyCountries& countries_;
  QueryBuilder builder_;
  const Request& request_;
  Plan plan_;
  Query chosen_;                ///< all the words, or some of them
  index::DocumentSet matches_;  ///< of what was chosen, within the filters
  Answer answer_;
};

}  // namespace

Result<Answer> Searcher::search(const Request& request) const {
  return index::guarded("the index", [&] { return Search(index_, countries_, request).run(); });
}

Result<void> Searcher::suggest(const Request& request, Answer& answer) const {
  if (request.query.empty()) return {};
  return index::guarded("the index", [&]() -> Result<void> {
    auto found = searcher::suggest(
        index_, request.query, answer.with_all_words,
        [&](const std::string& query) -> Result<std::uint64_t> {
          Request other = request;
          other.query = query;
          other.match = MatchMode::kAll;
          other.facets.clear();
          other.lists_results = false;
          other.with_snippets = false;
          other.explains = false;
          other.offset = 0;
          other.count = 1;
          other.collapses = false;
          return search(other).map([](const Answer& counted) { return counted.total; });
        });
    if (!found) return tl::unexpected(found.error());
    answer.suggestions = std::move(*found);
    return {};
  });
}

}  // namespace bayan::searcher
