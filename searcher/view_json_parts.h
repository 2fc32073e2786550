#pragma once

#include <nlohmann/json_fwd.hpp>

#include "searcher/results.h"

namespace bayan::searcher {

/// {"unit", "periods": [{"period", "count"}, …], "undated"}.
[[nodiscard]] nlohmann::ordered_json timeline_json(const Timeline& timeline);

}  // namespace bayan::searcher
