#pragma once

#include <nlohmann/json_fwd.hpp>

#include "common/statement/statement.h"

namespace bayan::statement {

/// What is known of a statement, without its body: id, title, date, date_from, issuer, location,
/// url, persons, countries, organisations, dates, in this order, as the manual page
/// bayan-indexer(1) describes them. Offsets of mentions count code points.
[[nodiscard]] nlohmann::ordered_json to_json(const Statement& statement);

}  // namespace bayan::statement
