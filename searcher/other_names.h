#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.h"
#include "common/entity/lazy_countries.h"
#include "common/index/schema.h"

namespace bayan::searcher {

/// By which names the index may know a body, post or issuer that somebody calls `typed`, likeliest
/// first: "GCC" and «مجلس التعاون الخليجي» for «مجلس التعاون لدول الخليج العربية», "interior
/// minister" for «وزير الداخلية», «واس» for «was». None for what the gazetteers do not have, and
/// for persons.
[[nodiscard]] Result<std::vector<std::string>> other_names(index::FieldId field,
                                                           std::string_view typed,
                                                           const entity::LazyCountries& countries);

}  // namespace bayan::searcher
