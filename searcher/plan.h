#pragma once

#include <xapian.h>

#include <optional>
#include <vector>

#include "common/base/error.h"
#include "searcher/long_query.h"
#include "searcher/query_builder.h"
#include "searcher/request.h"

namespace bayan::searcher {

/// A filter as it was understood.
struct PlannedFilter {
  index::FieldId field;
  bool is_excluded = false;
  Xapian::Query query;
};

/// A request as it was understood: what must match, apart from how matches rank.
struct Plan {
  QueryNode tree;  ///< what was parsed, a long query shortened
  Shortening shortening;
  QueryBuilder::Words words;
  std::vector<PlannedFilter> filters;
  Xapian::Query dates;  ///< empty where every date will do

  /// `query` within the filters; `left_out` (a place in `filters`) does not count.
  [[nodiscard]] Xapian::Query within_filters(
      const Xapian::Query& query, std::optional<std::size_t> left_out = std::nullopt) const;

  /// The one any-of filter that a facet's counts ignore, so that other values can be seen beside
  /// the chosen ones. Where the option was repeated (all of them must hold) every filter counts.
  [[nodiscard]] std::optional<std::size_t> own_filter(index::FieldId facet) const;
};

/// Understands a request. Errors: a query, filter or date that cannot be understood or names
/// nothing known. Throws what Xapian throws.
[[nodiscard]] Result<Plan> make_plan(QueryBuilder& builder, const Request& request);

}  // namespace bayan::searcher
