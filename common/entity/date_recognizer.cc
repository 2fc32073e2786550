#include "common/entity/date_recognizer.h"

#include <unicode/calendar.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <memory>

#include "common/entity/gazetteer.h"

namespace bayan::entity {
namespace {

std::string iso(int year, int month, int day) {
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", year, month, day);
  return buffer.data();
}

/// The number in digits of at most four; -1 otherwise.
int number_at(const std::vector<Word>& words, std::size_t i) {
  constexpr std::size_t kMostDigits = 4;
  if (i >= words.size() || words[i].kind != WordKind::kDigits ||
      words[i].form.size() > kMostDigits) {
    return -1;
  }
  return std::stoi(words[i].form);
}

bool is_form(const std::vector<Word>& words, std::size_t i, std::string_view form) {
  return i < words.size() && words[i].form == form;
}

/// Steps over the marks «هـ» and «م» of the calendars.
std::size_t skip_era(const std::vector<Word>& words, std::size_t i) {
  return is_form(words, i, "ه") || is_form(words, i, "م") ? i + 1 : i;
}

bool is_range_word(std::string_view form) {
  return form == "الي" || form == "حتي" || form == "-" || form == "–" || form == "و";
}

/// «13» of «13 إلى 15 مارس 2022»: a day whose month and year the end of the range gives.
bool opens_range(const std::vector<Word>& words, std::size_t i) {
  const int day = number_at(words, i);
  return day >= 1 && day <= 31 && i + 2 < words.size() && is_range_word(words[i + 1].form) &&
         number_at(words, i + 2) >= day;
}

}  // namespace

/// A date that begins at some word; `count` words long, 0 when there is none.
struct DateRecognizer::Parsed {
  std::string day;
  std::size_t count = 0;
  int day_number = 0;
  int month = 0;
  bool is_hijri = false;
  bool has_year = false;
};

std::string gregorian_to_iso(int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  return date.ok() && year >= 1800 && year <= 2200 ? iso(year, month, day) : std::string();
}

std::string hijri_to_iso(int year, int month, int day) {
  if (year < 1200 || year > 1600 || month < 1 || month > 12 || day < 1 || day > 30) return {};
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Calendar> hijri(
      icu::Calendar::createInstance(icu::Locale("en@calendar=islamic-umalqura"), status));
  const std::unique_ptr<icu::Calendar> gregorian(icu::Calendar::createInstance(
      *icu::TimeZone::getGMT(), icu::Locale("en@calendar=gregorian"), status));
  if (U_FAILURE(status)) return {};
  hijri->setTimeZone(*icu::TimeZone::getGMT());
  hijri->clear();
  hijri->setLenient(false);
  hijri->set(UCAL_YEAR, year);
  hijri->set(UCAL_MONTH, month - 1);
  hijri->set(UCAL_DATE, day);
  gregorian->setTime(hijri->getTime(status), status);
  if (U_FAILURE(status)) return {};
  const int gregorian_year = gregorian->get(UCAL_YEAR, status);
  const int gregorian_month = gregorian->get(UCAL_MONTH, status) + 1;
  const int gregorian_day = gregorian->get(UCAL_DATE, status);
  return U_FAILURE(status) ? std::string() : iso(gregorian_year, gregorian_month, gregorian_day);
}

Result<DateRecognizer> DateRecognizer::load(const std::filesystem::path& directory) {
  const Result<GazetteerTable> table =
      GazetteerTable::load(directory / "months.tsv", {"calendar", "month", "names"});
  if (!table) return tl::unexpected(table.error());
  DateRecognizer recognizer;
  for (const GazetteerRow& row : table->rows()) {
    const Month month{row.cells[0] == "hijri", std::stoi(row.cells[1])};
    for (const std::string& name : split_cell(row.cells[2])) {
      std::string key;
      for (const Word& word : split_words(name)) key += (key.empty() ? "" : " ") + word.form;
      recognizer.months_.emplace(key, month);
    }
  }
  return recognizer;
}

const DateRecognizer::Month* DateRecognizer::month_at(const std::vector<Word>& words, std::size_t i,
                                                      std::size_t& count) const {
  if (i >= words.size() || words[i].kind != WordKind::kLetters) return nullptr;
  if (i + 1 < words.size() && words[i + 1].kind == WordKind::kLetters) {
    const auto two = months_.find(words[i].form + ' ' + words[i + 1].form);
    if (two != months_.end()) {
      count = 2;
      return &two->second;
    }
  }
  const auto one = months_.find(words[i].form);
  if (one == months_.end()) return nullptr;
  count = 1;
  return &one->second;
}

/// «26 يوليو 2024», «26 من شهر شوال 1436 هـ», and «26 يوليو» whose year a range may give.
DateRecognizer::Parsed DateRecognizer::parse_named(const std::vector<Word>& words,
                                                   std::size_t i) const {
  Parsed parsed;
  parsed.day_number = number_at(words, i);
  if (parsed.day_number < 1 || parsed.day_number > 31) return {};
  std::size_t at = i + 1;
  if (is_form(words, at, "من")) ++at;
  if (is_form(words, at, "شهر")) ++at;
  std::size_t month_words = 0;
  const Month* month = month_at(words, at, month_words);
  if (month == nullptr) return {};
  at += month_words;
  parsed.month = month->number;
  parsed.is_hijri = month->is_hijri;
  if (is_form(words, at, ",") || is_form(words, at, "،")) {
    if (number_at(words, at + 1) > 1000) ++at;
  }
  if (const int year = number_at(words, at); year > 1000) {
    parsed.has_year = true;
    parsed.day = month->is_hijri ? hijri_to_iso(year, parsed.month, parsed.day_number)
                                 : gregorian_to_iso(year, parsed.month, parsed.day_number);
    at = skip_era(words, at + 1);
    if (parsed.day.empty()) return {};
  }
  parsed.count = at - i;
  return parsed;
}

/// Named months, then 26/7/2024, 2024-07-26.
DateRecognizer::Parsed DateRecognizer::parse_at(const std::vector<Word>& words,
                                                std::size_t i) const {
  if (words[i].kind != WordKind::kDigits) return {};
  if (Parsed named = parse_named(words, i); named.count > 0) return named;
  if (i + 4 >= words.size() || words[i + 1].form != words[i + 3].form) return {};
  const std::string& mark = words[i + 1].form;
  if (mark != "/" && mark != "-" && mark != ".") return {};
  const int first = number_at(words, i);
  const int second = number_at(words, i + 2);
  const int third = number_at(words, i + 4);
  if (first < 0 || second < 0 || third < 0) return {};
  Parsed parsed;
  const bool year_first = first > 1000;
  const int year = year_first ? first : third;
  const int day = year_first ? third : first;
  if (year < 1000) return {};
  parsed.is_hijri = year < 1600;
  parsed.day =
      parsed.is_hijri ? hijri_to_iso(year, second, day) : gregorian_to_iso(year, second, day);
  if (parsed.day.empty()) return {};
  parsed.has_year = true;
  parsed.count = skip_era(words, i + 5) - i;
  return parsed;
}

DateRecognizer::Found DateRecognizer::recognize(Field field, const std::vector<Word>& words) const {
  /// A place, and perhaps «في», stand before the day of a dateline; a sentence has more.
  constexpr std::size_t kDatelineWords = 3;
  Found found;
  for (std::size_t i = 0; i < words.size();) {
    Parsed first = parse_at(words, i);
    if (first.count == 0 && opens_range(words, i)) {
      const Parsed last_day = parse_named(words, i + 2);
      if (last_day.has_year && !last_day.is_hijri) {
        first = {{}, 1, number_at(words, i), last_day.month, false, false};
      }
    }
    if (first.count == 0) {
      ++i;
      continue;
    }
    std::size_t end = i + first.count;
    std::string last = first.day;
    // «… الموافق …»: the two are one day; the Gregorian one holds.
    if (first.has_year && (is_form(words, end, "الموافق") || is_form(words, end, "الموافقه"))) {
      if (const Parsed pair = parse_at(words, end + 1); pair.count > 0 && pair.has_year) {
        first.day = last = pair.is_hijri ? first.day : pair.day;
        end += 1 + pair.count;
      }
    }
    if (end < words.size() && is_range_word(words[end].form) && end + 1 < words.size()) {
      const Parsed second = parse_at(words, end + 1);
      if (second.count > 0 && second.has_year) {
        const int year = std::stoi(second.day.substr(0, 4));
        std::string begin = first.has_year || first.is_hijri
                                ? first.day
                                : gregorian_to_iso(year, first.month, first.day_number);
        if (!begin.empty() && begin <= second.day) {
          first.day = std::move(begin);
          last = second.day;
          end += 1 + second.count;
        }
      }
    }
    if (!first.day.empty()) {
      const bool opens = field == Field::kBody && i <= kDatelineWords && found.dateline.empty() &&
                         first.day == last && found.dates.empty();
      if (opens) {
        found.dateline = first.day;
      } else {
        found.dates.push_back({first.day, last, {field, words[i].begin, words[end - 1].end}});
      }
    }
    i = end;
  }
  return found;
}

}  // namespace bayan::entity
