#pragma once

#include <string>

#include "common/base/error.h"
#include "common/entity/lazy_countries.h"
#include "common/index/index_reader.h"
#include "searcher/request.h"
#include "searcher/results.h"

namespace bayan::searcher {

/// The statements most like that of `id`, within the filters of `request`, best first.
///
/// The words that tell the statement from others (frequent in it, rare elsewhere, those of the
/// title more) become a query together with their inflections, and the statements are ranked by it:
///
///   «استقبل وزير الداخلية السفير الفرنسي … التعاون الأمني» -> السفير الفرنسي الداخلية الأمني …
///
/// Errors: no such statement; filters that cannot be understood.
[[nodiscard]] Result<Answer> find_similar(const index::IndexReader& index,
                                          const entity::LazyCountries& countries,
                                          const Request& request, const std::string& id);

}  // namespace bayan::searcher
