#include "searcher/search.h"

#include <algorithm>

#include "common/index/xapian_wall.h"
#include "common/statement/codec.h"
#include "searcher/date_span.h"
#include "searcher/facets.h"
#include "searcher/query_builder.h"
#include "searcher/query_parser.h"

namespace bayan::searcher {
namespace {

using Xapian::Query;

// Of BM25 (Robertson and Zaragoza 2009): term counts saturate early in short official texts.
constexpr double kK1 = 0.8;
constexpr double kB = 0.75;

/// One answer in the making.
class Search {
 public:
  Search(const index::IndexReader& index, const entity::LazyCountries& countries,
         const Request& request)
      : index_(index), builder_(index, countries), request_(request) {}

  Result<Answer> run() {
    if (Result<void> built = build(); !built) return tl::unexpected(built.error());
    choose_match();
    Result<void> done = list_results().and_then([this] { return count_facets(); });
    if (!done) return tl::unexpected(done.error());
    answer_.query = request_.query;
    return std::move(answer_);
  }

 private:
  Result<void> build() {
    const Result<QueryNode> tree = parse_query(request_.query);
    if (!tree) return tl::unexpected(tree.error());
    Result<QueryBuilder::Words> words = builder_.build_words(*tree);
    if (!words) return tl::unexpected(words.error());
    words_ = std::move(*words);
    for (const Filter& filter : request_.filters) {
      Result<Query> built = builder_.build_filter(filter.field, filter.values);
      if (!built) return tl::unexpected(built.error());
      filters_.push_back(*built);
    }
    return build_dates();
  }

  Result<void> build_dates() {
    if (request_.since.empty() && request_.until.empty()) return {};
    const auto end_of = [](const std::string& text) {
      return text.empty() ? Result<DateSpan>(DateSpan{"00000000", "99999999"})
                          : parse_date_span(text);
    };
    const Result<DateSpan> since = end_of(request_.since);
    if (!since) return tl::unexpected(since.error());
    const Result<DateSpan> until = end_of(request_.until);
    if (!until) return tl::unexpected(until.error());
    dates_ = Query(Query::OP_VALUE_RANGE, index::kDateSlot, since->first, until->last);
    return {};
  }

  /// `words` within the filters; `left_out` is a filter that does not count (a facet's own).
  [[nodiscard]] Query within_filters(const Query& words,
                                     std::size_t left_out = static_cast<std::size_t>(-1)) const {
    Query query = words;
    for (std::size_t i = 0; i < filters_.size(); ++i) {
      if (i == left_out) continue;
      const bool excluded = request_.filters[i].is_excluded;
      query = Query(excluded ? Query::OP_AND_NOT : Query::OP_FILTER, query, filters_[i]);
    }
    if (!dates_.empty()) query = Query(Query::OP_FILTER, query, dates_);
    return query;
  }

  [[nodiscard]] std::uint64_t count(const Query& query) const {
    Xapian::Enquire enquire(index_.statements);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return enquire.get_mset(0, 0, index_.statements.get_doccount()).get_matches_estimated();
  }

  void choose_match() {
    answer_.with_all_words = count(within_filters(words_.all));
    const bool all = request_.match == MatchMode::kAll ||
                     (request_.match == MatchMode::kAuto && answer_.with_all_words > 0);
    chosen_ = all ? words_.all : words_.any;
    answer_.match = all ? "all" : "any";
    answer_.total = all ? answer_.with_all_words : count(within_filters(words_.any));
  }

  void set_order(Xapian::Enquire& enquire) {
    const bool newest = request_.sort == SortOrder::kNewest ||
                        (request_.sort == SortOrder::kRelevance && !words_.has_words);
    if (newest || request_.sort == SortOrder::kOldest) {
      by_date_.add_value(index::kDateSlot, newest);
      by_date_.add_value(index::kIdSlot);
      enquire.set_sort_by_key(&by_date_, false);
    } else {
      enquire.set_sort_by_relevance_then_value(index::kIdSlot, false);
    }
  }

  Result<void> list_results() {
    Xapian::Enquire enquire(index_.statements);
    enquire.set_query(within_filters(chosen_));
    enquire.set_weighting_scheme(Xapian::BM25Weight(kK1, 0, 1, kB, 0.5));
    set_order(enquire);
    const std::size_t most =
        request_.count == 0 ? index_.statements.get_doccount() : request_.count;
    const Xapian::MSet matches = enquire.get_mset(static_cast<Xapian::doccount>(request_.offset),
                                                  static_cast<Xapian::doccount>(most));
    for (auto it = matches.begin(); it != matches.end(); ++it) {
      Result<SearchResult> result = make_result(it);
      if (!result) return tl::unexpected(result.error());
      answer_.results.push_back(std::move(*result));
    }
    return {};
  }

  Result<SearchResult> make_result(const Xapian::MSetIterator& match) const {
    SearchResult result;
    result.rank = match.get_rank() + 1;
    result.score = match.get_weight();
    const Xapian::Document document = match.get_document();
    if (!request_.with_snippets) {
      result.id = document.get_value(index::kIdSlot);
      return result;
    }
    const Result<statement::Statement> statement = statement::decode(document.get_data());
    if (!statement) return tl::unexpected(statement.error());
    result.id = statement->id;
    result.title = mark_whole(statement->title, words_.forms);
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
    result.snippet = make_snippet(statement->body, words_.forms);
    return result;
  }

  /// A facet's counts ignore its own any-of filter, so that other values can be seen beside the
  /// chosen ones; where the option was repeated (all of them must hold) every filter counts.
  [[nodiscard]] std::size_t own_filter(index::FieldId field) const {
    std::size_t own = static_cast<std::size_t>(-1);
    for (std::size_t i = 0; i < request_.filters.size(); ++i) {
      const Filter& filter = request_.filters[i];
      if (filter.field != field || filter.is_excluded) continue;
      if (own != static_cast<std::size_t>(-1)) return static_cast<std::size_t>(-1);
      own = i;
    }
    return own;
  }

  Result<void> count_facets() {
    for (const index::FieldId field : request_.facets) {
      Result<Facet> facet = count_facet(index_, within_filters(chosen_, own_filter(field)), field,
                                        request_.facet_values);
      if (!facet) return tl::unexpected(facet.error());
      answer_.facets.push_back(std::move(*facet));
    }
    return {};
  }

  const index::IndexReader& index_;
  QueryBuilder builder_;
  const Request& request_;
  QueryBuilder::Words words_;
  std::vector<Query> filters_;
  Query dates_;
  Query chosen_;
  Xapian::MultiValueKeyMaker by_date_;
  Answer answer_;
};

}  // namespace

Result<Answer> Searcher::search(const Request& request) const {
  return index::guarded("the index", [&] { return Search(index_, countries_, request).run(); });
}

}  // namespace bayan::searcher
