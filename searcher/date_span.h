#pragma once

#include <string>
#include <string_view>

#include "common/base/error.h"

namespace bayan::searcher {

/// A span of days as the date slot writes them: «20240701» to «20240731».
struct DateSpan {
  std::string first;
  std::string last;
};

/// Reads what people write for a time, with digits of any script:
///
///   2024   2024-07   2024-07-26   26/7/2024            years, months, days
///   يوليو 2024   26 July 2024   رمضان 1445   1445 هـ    names of months; Hijri ones by umalqura
///   2024-07-26..2024-08-11   26 يوليو إلى 11 أغسطس 2024  spans; an end beside «..» may be left out
///   today   yesterday   last month   آخر 3 أشهر   هذا العام   الشهر الماضي
///
/// Weeks begin on Sunday; «last month» is the month before this one, «last 3 months» ends today.
/// `today` (20240726) stands for the present day; empty means the system's. The error says what
/// could not be understood and how dates are written.
[[nodiscard]] Result<DateSpan> parse_date_span(std::string_view text, std::string_view today = {});

}  // namespace bayan::searcher
