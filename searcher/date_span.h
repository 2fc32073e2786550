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

/// Reads 2024, 2024-07, 2024-07-26 and spans of them, 2024-07-26..2024-08-11; either end of a span
/// may be left out. Digits of any script. The error says what could not be understood.
[[nodiscard]] Result<DateSpan> parse_date_span(std::string_view text);

}  // namespace bayan::searcher
