#pragma once

#include <vector>

#include "common/base/error.h"
#include "common/entity/lazy_countries.h"
#include "common/index/index_reader.h"
#include "searcher/results.h"

namespace bayan::searcher {

/// Fills FacetValue::filter: what finds the statements that were counted, and no others, when it is
/// pasted back as a filter. Mostly that is the name; «=علي» where «علي» alone may mean others too,
/// or «=السفير» where «السفير» is every country's. Errors: those of
/// the index.
[[nodiscard]] Result<void> note_filters(const index::IndexReader& index,
                                        const entity::LazyCountries& countries,
                                        std::vector<Facet>& facets);

}  // namespace bayan::searcher
