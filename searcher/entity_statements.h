#pragma once

#include <xapian.h>

#include <cstdint>

#include "common/base/error.h"
#include "common/index/entity_table.h"

namespace bayan::searcher {

/// How many statements name an entity; one with two keys of it counts twice, which is rare. Throws
/// what Xapian throws.
[[nodiscard]] Result<std::uint64_t> count_statements(const Xapian::Database& statements,
                                                     const index::EntityTable& entities,
                                                     index::FieldId field, std::uint32_t id);

}  // namespace bayan::searcher
