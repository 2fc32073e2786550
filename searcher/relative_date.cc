#include "searcher/relative_date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace bayan::searcher {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year_month_day;
using std::chrono::years;

enum class Unit { kDay, kWeek, kMonth, kYear };

/// Words are folded: «أسبوع» is «اسبوع», «سنة» is «سنه».
struct UnitWord {
  std::string_view word;
  Unit unit;
  int count;  ///< of the dual: «شهرين» is two; 1 otherwise
};
constexpr std::array kUnits = {
    UnitWord{"day", Unit::kDay, 1},      UnitWord{"days", Unit::kDay, 1},
    UnitWord{"يوم", Unit::kDay, 1},      UnitWord{"يوما", Unit::kDay, 1},
    UnitWord{"ايام", Unit::kDay, 1},     UnitWord{"يومين", Unit::kDay, 2},
    UnitWord{"week", Unit::kWeek, 1},    UnitWord{"weeks", Unit::kWeek, 1},
    UnitWord{"اسبوع", Unit::kWeek, 1},   UnitWord{"الاسبوع", Unit::kWeek, 1},
    UnitWord{"اسبوعا", Unit::kWeek, 1},  UnitWord{"اسابيع", Unit::kWeek, 1},
    UnitWord{"اسبوعين", Unit::kWeek, 2}, UnitWord{"month", Unit::kMonth, 1},
    UnitWord{"months", Unit::kMonth, 1}, UnitWord{"شهر", Unit::kMonth, 1},
    UnitWord{"الشهر", Unit::kMonth, 1},  UnitWord{"شهرا", Unit::kMonth, 1},
    UnitWord{"اشهر", Unit::kMonth, 1},   UnitWord{"شهور", Unit::kMonth, 1},
    UnitWord{"شهرين", Unit::kMonth, 2},  UnitWord{"year", Unit::kYear, 1},
    UnitWord{"years", Unit::kYear, 1},   UnitWord{"سنه", Unit::kYear, 1},
    UnitWord{"السنه", Unit::kYear, 1},   UnitWord{"عام", Unit::kYear, 1},
    UnitWord{"العام", Unit::kYear, 1},   UnitWord{"عاما", Unit::kYear, 1},
    UnitWord{"سنوات", Unit::kYear, 1},   UnitWord{"اعوام", Unit::kYear, 1},
    UnitWord{"سنتين", Unit::kYear, 2},   UnitWord{"عامين", Unit::kYear, 2},
};

const UnitWord* find_unit(std::string_view word) {
  const auto* found = std::ranges::find(kUnits, word, &UnitWord::word);
  return found == kUnits.end() ? nullptr : found;
}

bool is_this(std::string_view word) { return word == "this" || word == "هذا" || word == "هذه"; }
bool is_past(std::string_view word) { return word == "الماضي" || word == "الماضيه"; }
bool is_present(std::string_view word) { return word == "الحالي" || word == "الحاليه"; }
bool is_last(std::string_view word) {
  return word == "last" || word == "past" || word == "اخر" || word == "خلال";
}

/// The day, week, month or year `back` before the one that holds `today`.
DayRange whole_unit(Unit unit, sys_days today, int back) {
  const year_month_day date(today);
  switch (unit) {
    case Unit::kDay:
      return {today - days(back), today - days(back)};
    case Unit::kWeek: {
      const sys_days sunday = today - (std::chrono::weekday(today) - std::chrono::Sunday);
      return {sunday - days(7 * back), sunday - days(7 * back) + days(6)};
    }
    case Unit::kMonth: {
      const auto month = date.year() / date.month() - months(back);
      return {sys_days(month / 1), sys_days(month / std::chrono::last)};
    }
    case Unit::kYear:
      break;
  }
  const std::chrono::year year = date.year() - years(back);
  return {sys_days(year / 1 / 1), sys_days(year / 12 / 31)};
}

/// The last `count` units up to today: «last 7 days» has seven, today among them.
DayRange running(Unit unit, sys_days today, int count) {
  const year_month_day date(today);
  const auto clamped = [](year_month_day day) {
    return day.ok() ? sys_days(day) : sys_days(day.year() / day.month() / std::chrono::last);
  };
  switch (unit) {
    case Unit::kDay:
      return {today - days(count - 1), today};
    case Unit::kWeek:
      return {today - days(7 * count - 1), today};
    case Unit::kMonth:
      return {clamped(date - months(count)) + days(1), today};
    case Unit::kYear:
      break;
  }
  return {clamped(date - years(count)) + days(1), today};
}

std::optional<int> read_count(std::string_view word) {
  constexpr int kMost = 10'000;
  int count = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), count);
  if (error != std::errc{} || end != word.data() + word.size() || count < 1 || count > kMost) {
    return std::nullopt;
  }
  return count;
}

}  // namespace

std::optional<DayRange> read_relative_date(const std::vector<std::string>& words, sys_days today) {
  if (words.size() == 1) {
    if (words[0] == "today" || words[0] == "اليوم") return whole_unit(Unit::kDay, today, 0);
    if (words[0] == "yesterday" || words[0] == "امس") return whole_unit(Unit::kDay, today, 1);
    return std::nullopt;
  }
  const UnitWord* second = find_unit(words[1]);
  if (words.size() == 2) {
    if (is_this(words[0]) && second != nullptr) return whole_unit(second->unit, today, 0);
    if (is_last(words[0]) && second != nullptr) {
      // English says the unit before this one; «آخر شهر» the running one, «آخر شهرين» two of them.
      const bool is_english = words[0] == "last";
      return is_english ? whole_unit(second->unit, today, 1)
                        : running(second->unit, today, second->count);
    }
    const UnitWord* first = find_unit(words[0]);
    if (first == nullptr) return std::nullopt;
    if (is_past(words[1])) return whole_unit(first->unit, today, 1);
    if (is_present(words[1])) return whole_unit(first->unit, today, 0);
    return std::nullopt;
  }
  const UnitWord* third = words.size() == 3 ? find_unit(words[2]) : nullptr;
  if (third == nullptr || !is_last(words[0])) return std::nullopt;
  const std::optional<int> count = read_count(words[1]);
  if (!count) return std::nullopt;
  return running(third->unit, today, *count);
}

}  // namespace bayan::searcher
