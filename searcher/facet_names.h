#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.h"
#include "common/index/index_reader.h"

namespace bayan::searcher {

/// The name under which people meet a value; a country has its Arabic one.
[[nodiscard]] std::string facet_name(const index::EntityRecord& record);

/// Which ids of the entity table (a place an id) are values of a facet that hold the words of
/// `typed`, the last of them begun. Countries are found by their names in both languages and their
/// codes, months by what they begin with.
[[nodiscard]] Result<std::vector<bool>> find_values(const index::IndexReader& index,
                                                    index::FieldId field, std::string_view typed);

}  // namespace bayan::searcher
