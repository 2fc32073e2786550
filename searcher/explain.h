#pragma once

#include "common/base/error.h"
#include "common/entity/lazy_countries.h"
#include "common/index/index_reader.h"
#include "searcher/explanation.h"
#include "searcher/plan.h"
#include "searcher/request.h"

namespace bayan::searcher {

/// How `request`, of which `plan` was made, was understood: each part of its query that stands by
/// itself, at most kMostExplainedParts of them, and each of its filters. Where no statement holds
/// everything (`is_empty`), each part is left out in turn to see which one is to blame. Throws what
/// Xapian throws.
[[nodiscard]] Result<Explanation> explain(const index::IndexReader& index,
                                          const entity::LazyCountries& countries,
                                          const Request& request, const Plan& plan, bool is_empty);

inline constexpr std::size_t kMostExplainedParts = 40;

}  // namespace bayan::searcher
