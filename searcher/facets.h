#pragma once

#include <xapian.h>

#include <vector>

#include "common/base/error.h"
#include "common/entity/country_gazetteer.h"
#include "common/index/index_reader.h"
#include "searcher/results.h"

namespace bayan::searcher {

/// Counts the values of a facet over everything that `query` matches: exact. At most `most` values,
/// the most frequent first, ties by key.
[[nodiscard]] Result<Facet> count_facet(const index::IndexReader& index, const Xapian::Query& query,
                                        index::FieldId field, std::size_t most);

}  // namespace bayan::searcher
