#pragma once

#include <string>
#include <vector>

#include "common/base/error.h"
#include "common/entity/lazy_countries.h"
#include "common/index/index_reader.h"
#include "searcher/request.h"
#include "searcher/results.h"

namespace bayan::searcher {

/// The answer to `request` among the statements that name every one of `names` (persons, countries,
/// bodies, posts), with its timeline of years; the newest first unless the request says otherwise.
/// Errors: those of choose_entity() and of a search.
[[nodiscard]] Result<Answer> search_together(const index::IndexReader& index,
                                             const entity::LazyCountries& countries,
                                             const Request& request,
                                             const std::vector<std::string>& names);

}  // namespace bayan::searcher
