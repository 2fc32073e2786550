#include "searcher/date_span.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>
#include <unordered_map>
#include <vector>

#include "common/entity/date_recognizer.h"
#include "common/entity/gazetteer.h"
#include "common/text/fold.h"
#include "searcher/relative_date.h"

namespace bayan::searcher {
namespace {

constexpr const char* kHint =
    "dates are written 2024, 2024-07, 2024-07-26, يوليو 2024, last month, الشهر الماضي, "
    "or as a span, 2024-07-26..2024-08-11";

// Years below are of the Hijri calendar, as nobody archives statements of 1600.
constexpr int kFirstGregorian = 1600;

struct Month {
  bool is_hijri = false;
  int number = 0;
};
using MonthNames = std::unordered_map<std::string, Month>;

/// Months by their folded names: those of the recogniser's table, and «jul» for «july».
MonthNames load_months() {
  MonthNames months;
  const auto table = entity::gazetteer_directory().and_then([](const auto& directory) {
    return entity::GazetteerTable::load(directory / "months.tsv", {"calendar", "month", "names"});
  });
  if (!table) return months;  // then dates are written in digits
  constexpr std::size_t kAbbreviation = 3;
  for (const entity::GazetteerRow& row : table->rows()) {
    const Month month{row.cells[0] == "hijri", std::stoi(row.cells[1])};
    for (const std::string& name : entity::split_cell(row.cells[2])) {
      months.emplace(text::fold(name), month);
      if (name.front() >= 'a' && name.front() <= 'z') {
        months.emplace(name.substr(0, kAbbreviation), month);
      }
    }
  }
  return months;
}

const Month* find_month(const std::string& name) {
  static const MonthNames kMonths = load_months();
  const auto found = kMonths.find(name);
  return found == kMonths.end() ? nullptr : &found->second;
}

/// A year, a month of it or a day of that: 0 is what was not said.
struct Parts {
  int year = 0;
  int month = 0;
  int day = 0;
  bool is_hijri = false;
};

std::optional<int> read_number(std::string_view digits, std::size_t most_digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || digits.size() > most_digits || error != std::errc{} ||
      end != digits.data() + digits.size() || value < 0) {
    return std::nullopt;
  }
  return value;
}

std::vector<std::string> split(std::string_view text, std::string_view separators) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(separators, at), text.size());
    parts.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words = split(text, " \t\n");
  std::erase(words, "");
  return words;
}

/// 2024, 2024-07, 2024-07-26, and 26/7/2024.
std::optional<Parts> read_digits(std::string_view word) {
  const bool has_slash = word.find('/') != std::string_view::npos;
  const std::vector<std::string> cells = split(word, has_slash ? "/" : "-");
  if (cells.size() > 3) return std::nullopt;
  std::vector<int> numbers;
  for (const std::string& cell : cells) {
    const std::optional<int> number = read_number(cell, 4);
    if (!number || *number == 0) return std::nullopt;
    numbers.push_back(*number);
  }
  if (cells.back().size() == 4 && numbers.size() > 1) std::ranges::reverse(numbers);
  numbers.resize(3);
  return Parts{numbers[0], numbers[1], numbers[2], numbers[0] < kFirstGregorian};
}

/// «26 يوليو 2024», «يوليو 2024 م», «26 من شهر رمضان 1445 هـ»; a year may be missing.
std::optional<Parts> read_named(std::vector<std::string> words) {
  if (!words.empty() && (words.back() == "ه" || words.back() == "م")) words.pop_back();
  std::erase(words, "من");
  std::erase(words, "شهر");
  Parts parts;
  if (!words.empty()) {
    if (const std::optional<int> year = read_number(words.back(), 4);
        year && words.back().size() == 4) {
      parts.year = *year;
      words.pop_back();
    }
  }
  if (!words.empty()) {
    if (const std::optional<int> day = read_number(words.front(), 2)) {
      parts.day = *day;
      words.erase(words.begin());
      if (parts.day == 0) return std::nullopt;
    }
  }
  parts.is_hijri = parts.year != 0 && parts.year < kFirstGregorian;
  if (words.empty()) return parts;
  std::string name = words.front();
  for (std::size_t i = 1; i < words.size(); ++i) name += ' ' + words[i];
  const Month* month = find_month(name);
  if (month == nullptr || (parts.year != 0 && month->is_hijri != parts.is_hijri)) {
    return std::nullopt;
  }
  parts.month = month->number;
  parts.is_hijri = month->is_hijri;
  return parts;
}

std::optional<Parts> read_parts(std::string_view text) {
  const std::vector<std::string> words = words_of(text);
  return words.size() == 1 && find_month(words.front()) == nullptr &&
                 read_number(words.front(), 2) == std::nullopt
             ? read_digits(words.front())
             : read_named(words);
}

/// The first or last day of a year, month or day; empty where there is no such day.
std::string edge_of(const Parts& parts, bool is_last) {
  if (parts.year == 0 || (parts.day != 0 && parts.month == 0)) return {};
  const int month = parts.month != 0 ? parts.month : is_last ? 12 : 1;
  std::string iso;
  // Months have 28 to 31 days, those of the Hijri calendar 29 or 30.
  for (int day = parts.day != 0 ? parts.day : is_last ? 31 : 1; iso.empty() && day > 0; --day) {
    iso = parts.is_hijri ? entity::hijri_to_iso(parts.year, month, day)
                         : entity::gregorian_to_iso(parts.year, month, day);
    if (parts.day != 0 || day < 28) break;
  }
  std::erase(iso, '-');
  return iso;
}

std::string format_day(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}{:02}{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::chrono::sys_days read_today(std::string_view today) {
  using namespace std::chrono;
  const auto year_number = read_number(today.substr(0, 4), 4);
  if (today.size() != 8 || !year_number) return floor<days>(system_clock::now());
  return sys_days(year(*year_number) / *read_number(today.substr(4, 2), 2) /
                  *read_number(today.substr(6, 2), 2));
}

/// One end of a span, or a date alone.
std::optional<DateSpan> read_one(std::string_view text, std::string_view today) {
  const std::vector<std::string> words = words_of(text);
  if (words.empty()) return std::nullopt;
  if (const auto range = read_relative_date(words, read_today(today))) {
    return DateSpan{format_day(range->first), format_day(range->second)};
  }
  const std::optional<Parts> parts = read_parts(text);
  if (!parts) return std::nullopt;
  DateSpan span{edge_of(*parts, false), edge_of(*parts, true)};
  if (span.first.empty() || span.last.empty()) return std::nullopt;
  return span;
}

struct Ends {
  std::string first;
  std::string last;
  bool has_dots = false;
};

/// The two sides of «..», or of «إلى», «حتى» and «to», with «من» and «from» before them.
std::optional<Ends> split_ends(const std::string& text) {
  if (const std::size_t dots = text.find(".."); dots != std::string::npos) {
    return Ends{text.substr(0, dots), text.substr(dots + 2), true};
  }
  std::vector<std::string> words = words_of(text);
  const auto middle = std::ranges::find_if(words, [](const std::string& word) {
    return word == "الي" || word == "حتي" || word == "to";
  });
  if (middle == words.begin() || middle == words.end() || middle + 1 == words.end()) {
    return std::nullopt;
  }
  Ends ends;
  auto first = words.begin();
  if (*first == "من" || *first == "from") ++first;
  for (; first != middle; ++first) ends.first += *first + ' ';
  for (auto it = middle + 1; it != words.end(); ++it) ends.last += *it + ' ';
  return ends;
}

/// «26 يوليو» of «26 يوليو إلى 11 أغسطس 2024»: what the first end leaves out is as in the last.
std::optional<DateSpan> read_first(const std::string& text, const std::string& last,
                                   std::string_view today) {
  if (std::optional<DateSpan> whole = read_one(text, today)) return whole;
  std::optional<Parts> parts = read_named(words_of(text));
  const std::optional<Parts> other = read_parts(last);
  if (!parts || !other || parts->year != 0) return std::nullopt;
  if (parts->month == 0) {
    parts->month = other->month;
    parts->is_hijri = other->is_hijri;
  }
  if (parts->is_hijri != other->is_hijri) return std::nullopt;
  parts->year = other->year;
  DateSpan span{edge_of(*parts, false), edge_of(*parts, true)};
  if (span.first.empty()) return std::nullopt;
  return span;
}

}  // namespace

Result<DateSpan> parse_date_span(std::string_view typed, std::string_view today) {
  const std::string text = text::fold(typed);
  const auto unclear = [&] {
    return fail(ErrorKind::kQuery, fmt::format("«{}» is no date or span of dates", typed), kHint);
  };
  const std::optional<Ends> ends = split_ends(text);
  if (!ends) {
    const std::optional<DateSpan> one = read_one(text, today);
    if (!one) return unclear();
    return *one;
  }
  const bool is_open_before = ends->has_dots && ends->first.empty();
  const bool is_open_after = ends->has_dots && ends->last.empty();
  if (is_open_before && is_open_after) return unclear();
  const std::optional<DateSpan> begin =
      is_open_before ? DateSpan{"00000000", ""} : read_first(ends->first, ends->last, today);
  const std::optional<DateSpan> end =
      is_open_after ? DateSpan{"", "99999999"} : read_one(ends->last, today);
  if (!begin || !end) return unclear();
  if (begin->first > end->last) {
    return fail(ErrorKind::kQuery, fmt::format("the span «{}» ends before it begins", typed),
                "write the earlier date first");
  }
  return DateSpan{begin->first, end->last};
}

}  // namespace bayan::searcher
