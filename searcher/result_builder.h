#pragma once

#include <xapian.h>

#include "common/base/error.h"
#include "common/index/index_reader.h"
#include "searcher/results.h"
#include "searcher/snippet.h"

namespace bayan::searcher {

/// What a result shows of a stored statement and its sources, `forms` marked in title and passage.
/// Rank, score and near-duplicates are left to the caller. Throws what Xapian throws.
[[nodiscard]] Result<SearchResult> make_result(const index::IndexReader& index,
                                               const Xapian::Document& document,
                                               const MatchedForms& forms);

}  // namespace bayan::searcher
