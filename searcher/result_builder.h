#pragma once

#include <xapian.h>

#include "common/base/error.h"
#include "searcher/results.h"
#include "searcher/snippet.h"

namespace bayan::searcher {

/// What a result shows of a stored statement and its sources, `forms` marked in title and passage.
/// Rank, score and near-duplicates are left to the caller. Throws what Xapian throws.
[[nodiscard]] Result<SearchResult> make_result(const Xapian::Database& statements,
                                               const Xapian::Document& document,
                                               const MatchedForms& forms);

}  // namespace bayan::searcher
