#pragma once

#include <xapian.h>

#include <set>
#include <string>

#include "common/base/error.h"
#include "common/index/index_reader.h"
#include "searcher/results.h"
#include "searcher/snippet.h"

namespace bayan::searcher {

/// What a result shows of a stored statement and its sources, the query's forms marked in title and
/// passage; where the query has none, entities whose terms are in `named`. Rank, score and
/// near-duplicates are left to the caller. Throws what Xapian throws.
[[nodiscard]] Result<SearchResult> make_result(const index::IndexReader& index,
                                               const Xapian::Document& document,
                                               const MatchedForms& forms,
                                               const std::set<std::string>& named = {});

}  // namespace bayan::searcher
