#include "searcher/date_span.h"

#include <fmt/format.h>

#include <chrono>
#include <optional>

#include "common/text/fold.h"

namespace bayan::searcher {
namespace {

constexpr const char* kHint =
    "dates are written 2024, 2024-07, 2024-07-26 or 2024-07-26..2024-08-11";

std::optional<int> number(std::string_view digits, std::size_t size) {
  if (digits.size() != size) return std::nullopt;
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

/// One end: a year, a month or a day, as the days it spans.
std::optional<DateSpan> parse_one(std::string_view text) {
  const std::optional<int> year = number(text.substr(0, 4), 4);
  if (!year) return std::nullopt;
  if (text.size() == 4) return DateSpan{fmt::format("{}0101", *year), fmt::format("{}1231", *year)};
  if (text[4] != '-' && text[4] != '/') return std::nullopt;
  const std::size_t month_end = std::min(text.find_first_of("-/", 5), text.size());
  const std::optional<int> month = number(text.substr(5, month_end - 5), 2);
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  const std::chrono::year_month_day_last last{
      std::chrono::year(*year),
      std::chrono::month_day_last(std::chrono::month(static_cast<unsigned>(*month)))};
  const int days = static_cast<int>(static_cast<unsigned>(last.day()));
  if (month_end == text.size()) {
    return DateSpan{fmt::format("{}{:02}01", *year, *month),
                    fmt::format("{}{:02}{:02}", *year, *month, days)};
  }
  const std::optional<int> day = number(text.substr(month_end + 1), 2);
  if (!day || *day < 1 || *day > days) return std::nullopt;
  const std::string only = fmt::format("{}{:02}{:02}", *year, *month, *day);
  return DateSpan{only, only};
}

}  // namespace

Result<DateSpan> parse_date_span(std::string_view typed) {
  const std::string text = text::fold(typed);
  const std::size_t dots = text.find("..");
  const auto unclear = [&] {
    return fail(ErrorKind::kQuery, fmt::format("«{}» is no date or span of dates", typed), kHint);
  };
  if (dots == std::string::npos) {
    const std::optional<DateSpan> one = parse_one(text);
    if (!one) return unclear();
    return *one;
  }
  const std::string first = text.substr(0, dots);
  const std::string last = text.substr(dots + 2);
  const std::optional<DateSpan> begin = first.empty() ? DateSpan{"00000000", ""} : parse_one(first);
  const std::optional<DateSpan> end = last.empty() ? DateSpan{"", "99999999"} : parse_one(last);
  if (!begin || !end) return unclear();
  if (begin->first > end->last) {
    return fail(ErrorKind::kQuery, fmt::format("the span «{}» ends before it begins", typed),
                "write the earlier date first");
  }
  return DateSpan{begin->first, end->last};
}

}  // namespace bayan::searcher
