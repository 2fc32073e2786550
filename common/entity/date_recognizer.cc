#include "common/entity/date_recognizer.h"

#include <unicode/calendar.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <memory>

#include "common/entity/day_words.h"
#include "common/entity/gazetteer.h"
#include "common/entity/relative_dates.h"

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
  return std::stoi(std::string(words[i].form));
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

constexpr int kFirstGregorianYear = 1600;
constexpr int kLastYear = 2200;

bool is_year(int number) { return number >= 1200 && number <= kLastYear; }

/// «مدينة السادس من أكتوبر», «ثورة …»: called after a day of a year that needs no saying.
bool is_called_after_day(std::string_view form) {
  constexpr std::array<std::string_view, 12> kThings = {"مدينه", "بمدينه", "جسر",   "شارع",
                                                        "ميدان", "محافظه", "حرب",   "ثوره",
                                                        "نصر",   "احداث",  "هجمات", "انتفاضه"};
  return is_one_of(form, kThings);
}

bool leads_to_year(std::string_view form) {
  return form == "," || form == "،" || form == "من" || form == "عام" || form == "سنه" ||
         form == "لعام";
}

std::string month_iso(int year, int month) { return iso(year, month, 1).substr(0, 7); }

/// False for the most words: no date begins with them.
bool may_begin_date(const Word& word) {
  return word.kind == WordKind::kDigits ||
         (word.kind == WordKind::kLetters && (word.roles & (kMayBeginMonth | kMayBeginYear)) != 0);
}

/// The Hijri year about a day, off by one at most.
int hijri_year_of(std::chrono::sys_days day) {
  constexpr double kHijriYearDays = 354.367;
  constexpr int kDaysFromEpoch = 492'148;  // from 1 Muharram 1 to 1970-01-01
  const auto days = static_cast<double>(day.time_since_epoch().count() + kDaysFromEpoch);
  return static_cast<int>(days / kHijriYearDays) + 1;
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
  std::string day;  ///< ISO; empty where the year is missing
  std::size_t count = 0;
  int day_number = 0;
  int month = 0;
  int year = 0;  ///< in its own calendar; 0 where it is missing
  bool is_hijri = false;
  Turn turn = Turn::kNone;  ///< «15 يناير المقبل»

  [[nodiscard]] std::string in_year(int of) const {
    return is_hijri ? hijri_to_iso(of, month, day_number) : gregorian_to_iso(of, month, day_number);
  }
};

/// What words [i, end) say; `end` is 0 where they say nothing.
struct DateRecognizer::Span {
  std::string first;
  std::string last;
  std::size_t end = 0;
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
      for (const Word& word : split_words(name)) {
        key.append(key.empty() ? "" : " ").append(word.form);
      }
      recognizer.months_.emplace(key, month);
      recognizer.month_beginnings_.insert(key.substr(0, key.find(' ')));
    }
  }
  return recognizer;
}

/// A month, which may go by two names: «تموز (يوليو)», «تموز / يوليو».
const DateRecognizer::Month* DateRecognizer::month_at(const std::vector<Word>& words, std::size_t i,
                                                      std::size_t& count) const {
  const Month* month = month_name_at(words, i, count);
  if (month == nullptr) return nullptr;
  const std::size_t mark = i + count;
  const bool is_bracket = is_form(words, mark, "(");
  if (!is_bracket && !is_form(words, mark, "/") && !is_form(words, mark, "-")) return month;
  std::size_t other_count = 0;
  const Month* other = month_name_at(words, mark + 1, other_count);
  if (other == nullptr || other->number != month->number || other->is_hijri != month->is_hijri) {
    return month;
  }
  const std::size_t end = mark + 1 + other_count;
  if (is_bracket && !is_form(words, end, ")")) return month;
  count = end + (is_bracket ? 1 : 0) - i;
  return month;
}

const DateRecognizer::Month* DateRecognizer::month_name_at(const std::vector<Word>& words,
                                                           std::size_t i,
                                                           std::size_t& count) const {
  if (i >= words.size() || words[i].kind != WordKind::kLetters ||
      (words[i].roles & kMayBeginMonth) == 0) {
    return nullptr;
  }
  if (i + 1 < words.size() && words[i + 1].kind == WordKind::kLetters) {
    std::string both(words[i].form);
    both.append(1, ' ').append(words[i + 1].form);
    const auto two = months_.find(both);
    if (two != months_.end()) {
      count = 2;
      return &two->second;
    }
  }
  const auto one = months_.find(std::string(words[i].form));
  if (one == months_.end()) return nullptr;
  count = 1;
  return &one->second;
}

/// «26 يوليو 2024», «26 من شهر شوال 1436 هـ», and «26 يوليو» whose year a range may give.
DateRecognizer::Parsed DateRecognizer::parse_named(const std::vector<Word>& words,
                                                   std::size_t i) const {
  Parsed parsed;
  const OrdinalDay in_words = ordinal_day_at(words, i);
  parsed.day_number = in_words.number > 0 ? in_words.number : number_at(words, i);
  if (parsed.day_number < 1 || parsed.day_number > 31) return {};
  std::size_t at = i + std::max<std::size_t>(in_words.word_count, 1);
  if (is_form(words, at, "من")) {
    ++at;
  } else if (in_words.number > 0) {
    return {};
  }
  if (is_form(words, at, "شهر")) ++at;
  std::size_t month_words = 0;
  const Month* month = month_at(words, at, month_words);
  if (month == nullptr) return {};
  at += month_words;
  parsed.month = month->number;
  parsed.is_hijri = month->is_hijri;
  std::size_t to_year = at;  // over «من عام», a comma
  while (to_year < at + 2 && to_year < words.size() && leads_to_year(words[to_year].form))
    ++to_year;
  if (is_year(number_at(words, to_year))) at = to_year;
  if (const int year = number_at(words, at); is_year(year)) {
    parsed.year = year;
    parsed.day = parsed.in_year(year);
    at = skip_era(words, at + 1);
    if (parsed.day.empty()) return {};
  } else if (at < words.size()) {
    parsed.turn = turn_of(words[at].form);
    if (parsed.turn != Turn::kNone) ++at;
  }
  if (in_words.number > 0 && parsed.year == 0 && i > 0 && is_called_after_day(words[i - 1].form)) {
    return {};
  }
  parsed.count = at - i;
  return parsed;
}

/// Named months, then 26/7/2024, 2024-07-26.
DateRecognizer::Parsed DateRecognizer::parse_at(const std::vector<Word>& words,
                                                std::size_t i) const {
  if (i >= words.size() || words[i].kind == WordKind::kMark) return {};
  if (Parsed named = parse_named(words, i); named.count > 0) return named;
  if (words[i].kind != WordKind::kDigits) return {};
  if (i + 4 >= words.size() || words[i + 1].form != words[i + 3].form) return {};
  const std::string_view mark = words[i + 1].form;
  if (mark != "/" && mark != "-" && mark != ".") return {};
  const int first = number_at(words, i);
  const int second = number_at(words, i + 2);
  const int third = number_at(words, i + 4);
  if (first < 0 || second < 0 || third < 0) return {};
  Parsed parsed;
  const bool year_first = is_year(first);
  parsed.year = year_first ? first : third;
  parsed.day_number = year_first ? third : first;
  parsed.month = second;
  if (!is_year(parsed.year)) return {};
  parsed.is_hijri = parsed.year < kFirstGregorianYear;
  parsed.day = parsed.in_year(parsed.year);
  if (parsed.day.empty()) return {};
  parsed.count = skip_era(words, i + 5) - i;
  return parsed;
}

/// A date and, behind «الموافق» or in brackets, the same day in the other calendar. The Gregorian
/// one holds; where one lacks the year, the other gives it.
DateRecognizer::Parsed DateRecognizer::parse_pair(const std::vector<Word>& words,
                                                  std::size_t i) const {
  Parsed first = parse_at(words, i);
  if (first.count == 0) return first;
  std::size_t at = i + first.count;
  const std::size_t mark = at;
  if (is_form(words, at, "،") || is_form(words, at, ",") || is_form(words, at, "(") ||
      is_form(words, at, "/") || is_form(words, at, "-")) {
    ++at;
  }
  const bool is_said = at < words.size() && words[at].form.starts_with("الموافق");
  if (is_said) ++at;
  if (is_said && (is_form(words, at, "ل") || is_form(words, at, ":"))) ++at;
  if (!is_said && (mark == at || is_form(words, mark, "،") || is_form(words, mark, ","))) {
    return first;
  }
  Parsed second = parse_at(words, at);
  if (second.count == 0 || second.is_hijri == first.is_hijri) return first;
  at += second.count;
  Parsed& hijri = first.is_hijri ? first : second;
  Parsed& gregorian = first.is_hijri ? second : first;
  if (gregorian.day.empty() && !hijri.day.empty()) {
    if (const auto known = day_of_iso(hijri.day)) {
      const auto day = nearest_day(static_cast<unsigned>(gregorian.month),
                                   static_cast<unsigned>(gregorian.day_number), *known);
      if (day) gregorian.day = iso_of_day(*day);
    }
  }
  if (gregorian.day.empty()) return first;
  if (is_form(words, mark, "(") && is_form(words, at, ")")) ++at;
  Parsed pair = gregorian;
  pair.year = std::stoi(pair.day.substr(0, 4));
  pair.count = at - i;
  return pair;
}

bool DateRecognizer::may_begin_year(std::string_view form) {
  constexpr std::array<std::string_view, 13> kYearWords = {
      "عام",  "سنه",   "العام", "لعام",    "بعام",    "وعام",   "للعام",
      "عامي", "لعامي", "وعامي", "الاعوام", "للاعوام", "السنوات"};
  return is_one_of(form, kYearWords) || may_begin_ordinal_day(form);
}

/// All days of some Hijri months.
DateRecognizer::Span DateRecognizer::hijri_span(int year, int first_month, int last_month,
                                                std::size_t end) {
  constexpr int kMonths = 12;
  const std::string first = hijri_to_iso(year, first_month, 1);
  const std::string behind =
      last_month == kMonths ? hijri_to_iso(year + 1, 1, 1) : hijri_to_iso(year, last_month + 1, 1);
  const auto day = day_of_iso(behind);
  if (first.empty() || !day) return {};
  return {first, iso_of_day(*day - std::chrono::days(1)), end};
}

/// «2013 - 2022», «2018/2019»; no part of a longer number.
DateRecognizer::Span DateRecognizer::year_range_at(const std::vector<Word>& words, std::size_t i) {
  constexpr int kEarliest = 1900;
  constexpr int kLatest = 2100;
  constexpr int kLongest = 60;
  const int first = number_at(words, i);
  const int last = number_at(words, i + 2);
  if (first < kEarliest || last <= first || last > kLatest || last - first > kLongest) return {};
  const std::string_view mark = words[i + 1].form;
  const bool is_season = mark == "/" && last == first + 1;
  if (!is_season && mark != "-" && mark != "–") return {};
  constexpr std::array<std::string_view, 4> kJoints = {"-", "–", "/", "."};
  const auto is_joint = [&](std::size_t at) {
    return at < words.size() && is_one_of(words[at].form, kJoints) && at + 1 < words.size() &&
           words[at + 1].kind == WordKind::kDigits;
  };
  if (is_joint(i + 3) || (i > 1 && words[i - 2].kind == WordKind::kDigits && is_joint(i - 1))) {
    return {};
  }
  return {std::to_string(first), std::to_string(last), skip_era(words, i + 3)};
}

/// «عام 2024», «عام 1440 هـ», «عامي 2015 و2018», «العام الدراسي 2018».
DateRecognizer::Span DateRecognizer::years_at(const std::vector<Word>& words, std::size_t i) {
  constexpr int kFirstHijri = 1300;
  constexpr int kLastHijri = 1500;
  constexpr std::array<std::string_view, 3> kOfYears = {"الدراسي", "المالي", "الجامعي"};
  std::size_t at = i + 1;
  if (at < words.size() && is_one_of(words[at].form, kOfYears)) ++at;
  const int year = number_at(words, at);
  if (year >= kFirstHijri && year <= kLastHijri) {
    constexpr int kMonths = 12;
    return is_form(words, at + 1, "ه") ? hijri_span(year, 1, kMonths, at + 2) : Span{};
  }
  if (year < kFirstGregorianYear || year > kLastYear) return {};
  if (const Span range = year_range_at(words, at); range.end != 0) return range;
  const int last = number_at(words, at + 2);
  const bool is_pair = words[i].form.ends_with("عامي") && last > year && last <= kLastYear &&
                       is_range_word(words[at + 1].form);
  const std::size_t end = is_pair ? at + 3 : at + 1;
  return {std::to_string(year), std::to_string(is_pair ? last : year), skip_era(words, end)};
}

/// «نوفمبر المقبل», said on the day of writing.
DateRecognizer::Span DateRecognizer::month_of_turn(const Month& month, Turn turn,
                                                   std::string_view written, std::size_t end) {
  const auto reference = day_of_iso(written);
  if (!reference || turn == Turn::kNone || month.is_hijri) return {};
  const std::chrono::year_month_day today(*reference);
  int year = static_cast<int>(today.year());
  const int current = static_cast<int>(static_cast<unsigned>(today.month()));
  if (turn == Turn::kNext && month.number <= current) ++year;
  if (turn == Turn::kLast && month.number >= current) --year;
  const std::string iso = month_iso(year, month.number);
  return {iso, iso, end};
}

/// «يوليو 2024», «من يوليو إلى سبتمبر 2024», «عام 2024»: months and years.
DateRecognizer::Span DateRecognizer::months_at(const std::vector<Word>& words, std::size_t i,
                                               std::string_view written) const {
  const auto year_behind = [&](std::size_t at, std::size_t& end) {
    if (is_form(words, at, "من") || is_form(words, at, "عام") || is_form(words, at, "لعام")) ++at;
    const int year = number_at(words, at);
    end = at + 1;
    return year >= kFirstGregorianYear && year <= kLastYear ? year : 0;
  };
  if (may_begin_year(words[i].form)) return years_at(words, i);
  std::size_t count = 0;
  const Month* month = month_at(words, i, count);
  // «31 فبراير 2021»: a day that does not exist is no month either.
  if (month == nullptr || (i > 0 && number_at(words, i - 1) >= 0)) return {};
  std::size_t end = 0;
  if (month->is_hijri) {
    std::size_t at = i + count;
    if (is_form(words, at, "من") || is_form(words, at, "عام") || is_form(words, at, "لعام")) ++at;
    const bool is_year = is_form(words, at + 1, "ه") && number_at(words, at) >= 0;
    return is_year ? hijri_span(number_at(words, at), month->number, month->number, at + 2)
                   : Span{};
  }
  if (const int year = year_behind(i + count, end); year != 0) {
    const std::string iso = month_iso(year, month->number);
    return {iso, iso, skip_era(words, end)};
  }
  const std::size_t link = i + count;
  if (link < words.size() && turn_of(words[link].form) != Turn::kNone) {
    return month_of_turn(*month, turn_of(words[link].form), written, link + 1);
  }
  if (link >= words.size() || !is_range_word(words[link].form)) return {};
  std::size_t last_count = 0;
  const Month* last = month_at(words, link + 1, last_count);
  if (last == nullptr || last->is_hijri) return {};
  const int year = year_behind(link + 1 + last_count, end);
  if (year == 0) return {};
  const int first_year = month->number <= last->number ? year : year - 1;
  return {month_iso(first_year, month->number), month_iso(year, last->number),
          skip_era(words, end)};
}

DateRecognizer::Span DateRecognizer::span_at(const std::vector<Word>& words, std::size_t i,
                                             std::string_view written) const {
  Parsed first = parse_pair(words, i);
  if (first.count == 0 && words[i].kind == WordKind::kLetters) return months_at(words, i, written);
  if (first.count == 0 && opens_range(words, i)) {
    const Parsed last_day = parse_named(words, i + 2);
    if (last_day.count > 0)
      first = {{}, 1, number_at(words, i), last_day.month, 0, last_day.is_hijri};
  }
  if (first.count == 0) return year_range_at(words, i);
  std::size_t end = i + first.count;
  Parsed second;
  if (end < words.size() && is_range_word(words[end].form)) second = parse_pair(words, end + 1);
  const bool is_range = second.count > 0 && (first.is_hijri == second.is_hijri || first.year != 0);
  if (is_range && second.day.empty()) give_year(second, written);
  if (first.day.empty() && is_range && !second.day.empty()) {
    // «28 ديسمبر إلى 3 يناير 2025», «27 ذو الحجة إلى 3 محرم 1446»: over the year's end
    const int year = second.year != 0 ? second.year : std::stoi(second.day.substr(0, 4));
    first.day = first.in_year(year);
    if (first.day.empty() || first.day > second.day) first.day = first.in_year(year - 1);
  }
  if (first.day.empty()) give_year(first, written);
  if (first.day.empty()) return {{}, {}, end};
  if (is_range && first.day <= second.day) return {first.day, second.day, end + 1 + second.count};
  return {first.day, first.day, end};
}

/// A day without a year is the nearest to the day of writing.
void DateRecognizer::give_year(Parsed& parsed, std::string_view written) {
  const auto reference = day_of_iso(written);
  if (!reference) return;
  if (!parsed.is_hijri) {
    const auto day = nearest_day(static_cast<unsigned>(parsed.month),
                                 static_cast<unsigned>(parsed.day_number), *reference);
    if (!day) return;
    parsed.day = iso_of_day(*day);
    const int year = std::stoi(parsed.day.substr(0, 4));
    if (parsed.turn == Turn::kNext && *day < *reference) parsed.day = parsed.in_year(year + 1);
    if (parsed.turn == Turn::kLast && *day > *reference) parsed.day = parsed.in_year(year - 1);
    return;
  }
  // A Hijri year is eleven days short of a Gregorian one: one of three years holds the nearest.
  const int about = hijri_year_of(*reference);
  std::optional<std::chrono::days> best;
  for (const int year : {about, about - 1, about + 1}) {
    const auto day = day_of_iso(parsed.in_year(year));
    if (!day || (best && abs(*day - *reference) >= *best)) continue;
    best = abs(*day - *reference);
    parsed.day = iso_of_day(*day);
  }
}

std::string DateRecognizer::dateline(const std::vector<Word>& body,
                                     std::string_view written) const {
  /// A place, and perhaps «في», stand before the day of a dateline; a sentence has more. An agency
  /// may sign in front: «وام / أبوظبي في …».
  constexpr std::size_t kDatelineWords = 3;
  constexpr std::array<std::string_view, 4> kSignatures = {"/", "-", "–", ":"};
  const bool is_signed = body.size() > 1 && is_one_of(body[1].form, kSignatures);
  const std::size_t last = kDatelineWords + (is_signed ? 2 : 0);
  for (std::size_t i = 0; i <= last && i < body.size(); ++i) {
    if (body[i].kind != WordKind::kDigits) continue;
    const Span span = span_at(body, i, written);
    return span.first == span.last ? span.first : std::string();
  }
  return {};
}

/// «المنامة في 12 مارس / بنا /»: the day of writing within a day or two.
bool DateRecognizer::is_near(std::string_view day, std::string_view written) {
  constexpr std::chrono::days kNear(2);
  const auto own = day_of_iso(day);
  const auto reference = day_of_iso(written);
  return own && reference && abs(*own - *reference) <= kNear;
}

std::vector<DateMention> DateRecognizer::recognize(Field field, const std::vector<Word>& words,
                                                   std::string_view written) const {
  std::string own = field == Field::kBody ? dateline(words) : std::string();
  if (own.empty() && field == Field::kBody) {
    own = dateline(words, written);
    if (!is_near(own, written)) own.clear();
  }
  std::vector<DateMention> dates;
  bool is_own = !own.empty();
  for (std::size_t i = 0; i < words.size();) {
    if (!may_begin_date(words[i])) {
      ++i;
      continue;
    }
    const Span span = span_at(words, i, written);
    if (span.end == 0) {
      ++i;
      continue;
    }
    if (!span.first.empty() && !(is_own && span.first == own)) {
      dates.push_back({span.first, span.last, {field, words[i].begin, words[span.end - 1].end}});
    }
    is_own = is_own && span.first.empty();
    i = span.end;
  }
  if (const auto reference = day_of_iso(written)) {
    std::vector<DateMention> relative = find_relative_dates(field, words, *reference);
    dates.insert(dates.end(), relative.begin(), relative.end());
    std::ranges::stable_sort(dates, {}, &DateMention::mention);
  }
  return dates;
}

}  // namespace bayan::entity
