#pragma once

#include <xapian.h>

#include "common/base/error.h"
#include "searcher/results.h"
#include "searcher/snippet.h"

namespace bayan::searcher {

/// What a result shows of the stored statement, `forms` marked in title and passage. Rank and score
/// are left to the caller. Throws what Xapian throws.
[[nodiscard]] Result<SearchResult> make_result(const Xapian::Document& document,
                                               const MatchedForms& forms);

}  // namespace bayan::searcher
