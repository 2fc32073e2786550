#include "searcher/plan.h"

#include "searcher/date_span.h"
#include "searcher/query_parser.h"

namespace bayan::searcher {
namespace {

using Xapian::Query;

Result<Query> plan_dates(const Request& request) {
  if (request.since.empty() && request.until.empty()) return Query();
  const auto end_of = [](const std::string& text) {
    return text.empty() ? Result<DateSpan>(DateSpan{"00000000", "99999999"})
                        : parse_date_span(text);
  };
  const Result<DateSpan> since = end_of(request.since);
  if (!since) return tl::unexpected(since.error());
  const Result<DateSpan> until = end_of(request.until);
  if (!until) return tl::unexpected(until.error());
  return Query(Query::OP_VALUE_RANGE, index::kDateSlot, since->first, until->last);
}

}  // namespace

Query Plan::within_filters(const Query& query, std::optional<std::size_t> left_out) const {
  Query within = query;
  for (std::size_t i = 0; i < filters.size(); ++i) {
    if (i == left_out) continue;
    within = Query(filters[i].is_excluded ? Query::OP_AND_NOT : Query::OP_FILTER, within,
                   filters[i].query);
  }
  if (!dates.empty()) within = Query(Query::OP_FILTER, within, dates);
  return within;
}

std::optional<std::size_t> Plan::own_filter(index::FieldId facet) const {
  std::optional<std::size_t> own;
  for (std::size_t i = 0; i < filters.size(); ++i) {
    if (filters[i].field != facet || filters[i].is_excluded) continue;
    if (own) return std::nullopt;
    own = i;
  }
  return own;
}

Result<Plan> make_plan(QueryBuilder& builder, const Request& request) {
  Plan plan;
  Result<QueryNode> tree = parse_query(request.query);
  if (!tree) return tl::unexpected(tree.error());
  plan.tree = std::move(*tree);
  plan.shortening = shorten(plan.tree, builder.statements());
  Result<QueryBuilder::Words> words = builder.build_words(plan.tree, request.query);
  if (!words) return tl::unexpected(words.error());
  plan.words = std::move(*words);
  for (const Filter& filter : request.filters) {
    Result<Query> built = builder.filters().build(filter.field, filter.values);
    if (!built) return tl::unexpected(built.error());
    const bool names = index::field(filter.field).kind == index::FieldKind::kEntity;
    if (names && !filter.is_excluded) {
      plan.words.named.insert(built->get_unique_terms_begin(), built->get_unique_terms_end());
    }
    plan.filters.push_back({filter.field, filter.is_excluded, *built});
  }
  for (const RequestedEntity& entity : request.together) {
    Result<Query> built = builder.filters().statements_of(entity.field, {entity.id});
    if (!built) return tl::unexpected(built.error());
    // Filters of one field twice: no facet leaves any of them out.
    plan.filters.push_back({entity.field, false, *built});
    plan.filters.push_back({entity.field, false, *built});
  }
  Result<Query> dates = plan_dates(request);
  if (!dates) return tl::unexpected(dates.error());
  plan.dates = *dates;
  return plan;
}

}  // namespace bayan::searcher
