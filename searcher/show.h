#pragma once

#include <string>

#include "common/base/error.h"
#include "common/entity/lazy_countries.h"
#include "common/index/index_reader.h"
#include "searcher/request.h"
#include "searcher/shown_statement.h"

namespace bayan::searcher {

/// The statement of that id, the words of `request` marked. Errors: there is none, with ids that
/// hold what was typed; a query that cannot be understood.
[[nodiscard]] Result<ShownStatement> show(const index::IndexReader& index,
                                          const entity::LazyCountries& countries,
                                          const Request& request, const std::string& id);

}  // namespace bayan::searcher
