#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/entity/entity.h"
#include "common/entity/word.h"

/// Days that are said from where the speaker stands: «أمس», «الخميس المقبل», «الشهر الماضي».
namespace bayan::entity {

/// The day of an ISO date of ten characters; nothing for anything else.
[[nodiscard]] std::optional<std::chrono::sys_days> day_of_iso(std::string_view iso);
[[nodiscard]] std::string iso_of_day(std::chrono::sys_days day);

/// The day that a date without a year means to somebody who writes on `reference`: of the years
/// about it the one that comes nearest. «28 ديسمبر» on 2025-01-03 -> 2024-12-28. Nothing where no
/// such day exists.
[[nodiscard]] std::optional<std::chrono::sys_days> nearest_day(unsigned month, unsigned day,
                                                               std::chrono::sys_days reference);

/// Which of several a word behind them means: «الماضي», «الجاري», «المقبل».
enum class Turn : std::uint8_t { kNone, kLast, kThis, kNext };
[[nodiscard]] Turn turn_of(std::string_view form);

/// False where no relative date begins with a word of this form.
[[nodiscard]] bool may_begin_relative_date(std::string_view form);

/// Relative days, weeks (from Sunday), months and years in the words, in text order. Names of days
/// («اليوم العالمي», «اليوم الوطني») and days of the week that say neither last nor next are none.
[[nodiscard]] std::vector<DateMention> find_relative_dates(Field field,
                                                           const std::vector<Word>& words,
                                                           std::chrono::sys_days reference);

}  // namespace bayan::entity
