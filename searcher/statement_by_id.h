#pragma once

#include <xapian.h>

#include <string>

#include "common/base/error.h"
#include "searcher/filter_builder.h"

namespace bayan::searcher {

/// The document of the statement of that id. Errors: there is none, with ids that hold what was
/// typed. Throws what Xapian throws.
[[nodiscard]] Result<Xapian::Document> statement_by_id(const index::IndexReader& index,
                                                       const FilterBuilder& filters,
                                                       const std::string& id);

}  // namespace bayan::searcher
