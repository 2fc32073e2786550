#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "common/cli/messages.h"
#include "searcher/view_text_parts.h"

namespace bayan::searcher {
namespace {

using cli::Ink;
using cli::StyledText;

/// So many months are a row each; more are a row a year.
constexpr std::size_t kMostRows = 24;
constexpr std::size_t kWidestBar = 40;
constexpr std::size_t kMonths = 12;
constexpr std::size_t kWidestCell = 3;
constexpr std::size_t kYearSize = 4;

std::uint64_t most_of(const Timeline& timeline) {
  std::uint64_t most = 1;
  for (const Timeline::Period& period : timeline.periods) most = std::max(most, period.count);
  return most;
}

/// A row a period: count, period, bar.
void write_rows(cli::Page& page, const Timeline& timeline, const cli::LocaleFormat& locale) {
  std::size_t widest = 0;
  std::vector<std::string> names;
  for (const Timeline::Period& period : timeline.periods) {
    names.push_back(locale.date(period.period));
    widest = std::max(widest, cli::display_width(names.back(), page.style().lam_alef));
  }
  const std::size_t room = page.room(kCountColumns + widest + 6).value_or(0);
  const auto most = static_cast<double>(most_of(timeline));
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::uint64_t count = timeline.periods[i].count;
    StyledText row;
    row.document(names[i]);
    if (room > 0) {
      const std::size_t columns = cli::display_width(names[i], page.style().lam_alef);
      row.own(std::string(widest - columns + 2, ' '));
      row.own(bar(static_cast<double>(count) / most, std::min(kWidestBar, room)), Ink::kBar);
    }
    page.paragraph(row, 0, count_label(count, locale));
  }
}

/// Months as one sign each, by their eighths of the fullest; · for none.
std::string month_sign(std::uint64_t count, std::uint64_t most, std::size_t columns) {
  constexpr std::array<std::string_view, 8> kEighths = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  std::string_view sign = "·";
  if (count > 0) {
    const double share = static_cast<double>(count) / static_cast<double>(most);
    sign = kEighths[static_cast<std::size_t>(std::ceil(share * 8)) - 1];
  }
  std::string out;
  for (std::size_t i = 0; i < columns; ++i) out += sign;
  return out;
}

/// The heading of the months' columns.
void write_month_numbers(cli::Page& page, std::size_t cell, const cli::LocaleFormat& locale) {
  std::string numbers(kYearSize + 2, ' ');
  for (std::size_t month = 1; month <= kMonths; ++month) {
    const std::string number = fmt::format("{}", month);
    // Numbers that would touch are left out.
    const bool fits = number.size() < cell || month == kMonths;
    numbers += fits ? locale.digits(number) : std::string(number.size(), ' ');
    numbers += std::string(cell - std::min(cell, number.size()), ' ');
  }
  StyledText row;
  page.paragraph(row.own(numbers, Ink::kQuiet), 0, std::string(kCountColumns + 4, ' '));
}

/// A row a year: its count, the year, its twelve months as signs.
void write_years(cli::Page& page, const Timeline& timeline, const cli::LocaleFormat& locale) {
  const std::size_t room = page.room(kCountColumns + kYearSize + 6).value_or(kMonths * kWidestCell);
  const std::size_t cell = std::clamp<std::size_t>(room / kMonths, 1, kWidestCell);
  if (cell > 1) write_month_numbers(page, cell, locale);
  const std::uint64_t most = most_of(timeline);
  auto period = timeline.periods.begin();
  while (period != timeline.periods.end()) {
    const std::string year = period->period.substr(0, kYearSize);
    const auto first_month =
        static_cast<std::size_t>(std::stoi(period->period.substr(kYearSize + 1)));
    std::string signs((first_month - 1) * cell, ' ');
    std::uint64_t count = 0;
    for (; period != timeline.periods.end() && period->period.starts_with(year); ++period) {
      signs += month_sign(period->count, most, cell);
      count += period->count;
    }
    StyledText row;
    row.document(locale.digits(year)).own("  ").own(signs, Ink::kBar);
    page.paragraph(row, 0, count_label(count, locale));
  }
}

}  // namespace

void write_timeline(cli::Page& page, const Timeline& timeline, const cli::LocaleFormat& locale) {
  const bool is_compact =
      timeline.unit == TimelineUnit::kMonth && timeline.periods.size() > kMostRows;
  if (is_compact) {
    write_years(page, timeline, locale);
  } else {
    write_rows(page, timeline, locale);
  }
  if (timeline.undated > 0) {
    StyledText row;
    row.own(cli::translate(locale.language(), "without a date"), Ink::kQuiet);
    page.paragraph(row, 0, count_label(timeline.undated, locale));
  }
  page.blank_line();
}

}  // namespace bayan::searcher
