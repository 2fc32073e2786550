#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace bayan::searcher {

using DayRange = std::pair<std::chrono::sys_days, std::chrono::sys_days>;

/// «last month», «آخر 3 أشهر», «اليوم» as days, both ends included; empty where the words (folded)
/// say no such thing.
[[nodiscard]] std::optional<DayRange> read_relative_date(const std::vector<std::string>& words,
                                                         std::chrono::sys_days today);

}  // namespace bayan::searcher
