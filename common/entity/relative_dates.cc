#include "common/entity/relative_dates.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "common/entity/day_words.h"

namespace bayan::entity {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year_month;
using std::chrono::year_month_day;
using std::chrono::years;

/// 0 is Sunday.
std::optional<unsigned> weekday_of(std::string_view form) {
  constexpr std::array<std::string_view, 7> kDays = {"الاحد",  "الاثنين", "الثلاثاء", "الاربعاء",
                                                     "الخميس", "الجمعه",  "السبت"};
  if (form == "الثلثاء") return 2;
  if (form == "الاربعا") return 3;
  const auto* found = std::ranges::find(kDays, form);
  if (found == kDays.end()) return std::nullopt;
  return static_cast<unsigned>(found - kDays.begin());
}

/// The last such day before `from`, or the next behind it; «this» is the one of its week.
sys_days day_of_week(unsigned number, Turn turn, sys_days from) {
  const sys_days sunday = from - (weekday(from) - weekday(0));
  if (turn == Turn::kThis) return sunday + days(number);
  const days apart = weekday(number) - weekday(from);  // 0 to 6
  if (turn == Turn::kNext) return from + (apart == days(0) ? days(7) : apart);
  return from + apart - days(7);
}

std::string iso_of_month(year_month month) {
  std::array<char, 24> out{};
  std::snprintf(out.data(), out.size(), "%04d-%02u", static_cast<int>(month.year()),
                static_cast<unsigned>(month.month()));
  return out.data();
}

/// The word without «و», «ل», «ب» where a word of time is left.
std::string_view without_clitic(std::string_view word) {
  for (const std::string_view clitic : {"و", "ل", "ب"}) {
    if (word.starts_with(clitic) && word.substr(clitic.size()).starts_with("ال")) {
      return word.substr(clitic.size());
    }
  }
  return word;
}

class Reader {
 public:
  Reader(Field field, const std::vector<Word>& words, sys_days reference)
      : field_(field), words_(words), reference_(reference) {}

  std::vector<DateMention> read() {
    for (std::size_t i = 0; i < words_.size();) {
      const bool may_begin =
          words_[i].kind == WordKind::kLetters && (words_[i].roles & kMayBeginRelativeDate) != 0;
      i = may_begin ? std::max(read_at(i), i + 1) : i + 1;
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::string_view form(std::size_t i) const {
    return i < words_.size() ? std::string_view(words_[i].form) : std::string_view();
  }
  [[nodiscard]] std::string_view bare(std::size_t i) const { return without_clitic(form(i)); }

  /// The end of a relative date at word `i`; `i` where there is none.
  std::size_t read_at(std::size_t i) {
    if (const std::size_t end = read_day(i); end > i) return end;
    if (const std::size_t end = read_weekday(i); end > i) return end;
    return read_span(i);
  }

  std::size_t read_day(std::size_t i) {
    const std::string_view word = bare(i);
    const std::string_view next = form(i + 1);
    if (word == "اول" && (next == "امس" || (next == "من" && form(i + 2) == "امس"))) {
      return note(i, next == "امس" ? i + 2 : i + 3, reference_ - days(2));
    }
    if (word == "امس" || form(i) == "وامس") {
      const bool is_before = next == "الاول";
      return note_day(i, is_before ? i + 2 : i + 1, reference_ - days(is_before ? 2 : 1));
    }
    if (word == "البارحه") {
      return next == "الاولي" ? note(i, i + 2, reference_ - days(2))
                              : note(i, i + 1, reference_ - days(1));
    }
    if (word == "الليله") {
      return next == "الماضيه" ? note(i, i + 2, reference_ - days(1)) : note(i, i + 1, reference_);
    }
    if (word == "بعد" && (next == "غد" || next == "غدا")) {
      return note(i, i + 2, reference_ + days(2));
    }
    if (word == "غدا" || word == "غد") {
      return note_day(i, i + 1, reference_ + days(1));
    }
    if (word == "اليوم") {
      const std::size_t end = behind_weekday(i + 1);
      // «اليوم العالمي», «اليوم الأول»: a day with a name
      const bool has_name = end == i + 1 && (next.starts_with("ال") || is_other_day(i));
      return has_name ? i : note_day(i, i + 1, reference_);
    }
    return i;
  }

  /// «على مدار اليوم», «مرتين في اليوم», «ذلك اليوم», «عالم اليوم»; papers called so («عين اليوم»)
  /// and «"اليوم"».
  [[nodiscard]] bool is_other_day(std::size_t i) const {
    constexpr std::array<std::string_view, 14> kBefore = {"مدار",  "طوال",  "طيله",   "في",  "ذلك",
                                                          "نفس",   "ذات",   "عالم",   "جيل", "شباب",
                                                          "صحيفه", "جريده", "المصري", "دار"};
    constexpr std::array<std::string_view, 6> kOpening = {"\"", "«", "“", "”", "(", "'"};
    constexpr std::array<std::string_view, 6> kClosing = {"\"", "»", "”", "“", ")", "'"};
    if (i == 0) return false;
    const std::string_view before = form(i - 1);
    // «عين», «بعين»; not «المعين»
    constexpr std::size_t kClitic = 2;
    const bool is_paper =
        before == "عين" ||
        (before.ends_with("عين") && before.size() == std::string_view("عين").size() + kClitic &&
         (before.starts_with("ب") || before.starts_with("ل") || before.starts_with("و")));
    const bool is_quoted = is_one_of(before, kOpening) && is_one_of(form(i + 1), kClosing);
    return is_paper || is_quoted || is_one_of(before, kBefore);
  }

  /// «أمس الأربعاء», «اليوم ( الاثنين )»: the weekday says no more.
  [[nodiscard]] std::size_t behind_weekday(std::size_t i) const {
    if (weekday_of(form(i))) return i + 1;
    if (form(i) == "(" && weekday_of(form(i + 1)) && form(i + 2) == ")") return i + 3;
    return i;
  }

  /// A day up to word `at` and its weekday behind, if it is said. Where that is another, the day of
  /// writing was not known well (a page is often fetched days after it was written) and the weekday
  /// holds: the last such day before, or the next.
  std::size_t note_day(std::size_t begin, std::size_t at, sys_days day) {
    const std::size_t end = behind_weekday(at);
    if (end == at) return note(begin, end, day);
    const std::string_view name = end == at + 1 ? form(at) : form(at + 1);
    const days apart = weekday(weekday_of(name).value_or(0)) - weekday(day);  // 0 to 6
    return note(begin, end, apart <= days(1) ? day + apart : day + apart - days(7));
  }

  std::size_t read_weekday(std::size_t i) {
    const std::optional<unsigned> number = weekday_of(bare(i));
    const Turn turn = turn_of(form(i + 1));
    if (!number || turn == Turn::kNone) return i;
    return note(i, i + 2, day_of_week(*number, turn, reference_));
  }

  std::size_t read_span(std::size_t i) {
    const Turn turn = turn_of(form(i + 1));
    if (turn == Turn::kNone) return i;
    const int step = turn == Turn::kLast ? -1 : turn == Turn::kNext ? 1 : 0;
    const year_month_day today(reference_);
    const std::string_view word = bare(i);
    if (word == "الاسبوع") {
      const sys_days sunday = reference_ - (weekday(reference_) - weekday(0)) + days(7 * step);
      return note(i, i + 2, iso_of_day(sunday), iso_of_day(sunday + days(6)));
    }
    if (word == "الشهر") {
      const year_month of = today.year() / today.month() + months(step);
      if (const std::size_t begin = day_before(i); begin < i) {
        const year_month_day day = of / std::chrono::day(static_cast<unsigned>(day_number_));
        return day.ok() ? note(begin, i + 2, sys_days(day)) : i + 2;
      }
      const std::string month = iso_of_month(of);
      return note(i, i + 2, month, month);
    }
    if (word == "العام" || word == "السنه") {
      const std::string year = std::to_string(static_cast<int>(today.year() + years(step)));
      return note(i, i + 2, year, year);
    }
    return i;
  }

  /// Where the day of «25 من | الشهر الجاري», «الخامس من | …» begins, which goes to `day_number_`;
  /// `i` where there is none.
  std::size_t day_before(std::size_t i) {
    constexpr std::size_t kMostDigits = 2;
    if (i < 2 || form(i - 1) != "من") return i;
    const Word& last = words_[i - 2];
    if (last.kind == WordKind::kDigits && last.form.size() <= kMostDigits) {
      day_number_ = std::stoi(std::string(last.form));
      return i - 2;
    }
    for (const std::size_t back : {2U, 3U}) {
      if (i < back) break;
      const OrdinalDay day = ordinal_day_at(words_, i - back);
      if (day.number == 0 || i - back + day.word_count != i - 1) continue;
      day_number_ = day.number;
      return i - back;
    }
    return i;
  }

  std::size_t note(std::size_t begin, std::size_t end, sys_days day) {
    const std::string iso = iso_of_day(day);
    return note(begin, end, iso, iso);
  }
  std::size_t note(std::size_t begin, std::size_t end, const std::string& first,
                   const std::string& last) {
    found_.push_back({first, last, {field_, words_[begin].begin, words_[end - 1].end}});
    return end;
  }

  Field field_;
  const std::vector<Word>& words_;
  sys_days reference_;
  int day_number_ = 0;
  std::vector<DateMention> found_;
};

}  // namespace

Turn turn_of(std::string_view form) {
  constexpr std::array<std::string_view, 8> kLast = {"الماضي", "الماضيه", "المنصرم", "المنصرمه",
                                                     "الفايت", "الفايته", "السابق",  "السابقه"};
  constexpr std::array<std::string_view, 4> kThis = {"الجاري", "الجاريه", "الحالي", "الحاليه"};
  constexpr std::array<std::string_view, 6> kNext = {"المقبل",  "المقبله", "القادم",
                                                     "القادمه", "التالي",  "التاليه"};
  if (is_one_of(form, kLast)) return Turn::kLast;
  if (is_one_of(form, kThis)) return Turn::kThis;
  return is_one_of(form, kNext) ? Turn::kNext : Turn::kNone;
}

std::optional<sys_days> day_of_iso(std::string_view iso) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  constexpr std::size_t kDaySize = 10;
  if (iso.size() != kDaySize ||
      std::sscanf(std::string(iso).c_str(), "%4d-%2u-%2u", &year, &month, &day) != 3) {
    return std::nullopt;
  }
  const year_month_day date{std::chrono::year(year), std::chrono::month(month),
                            std::chrono::day(day)};
  if (!date.ok()) return std::nullopt;
  return sys_days(date);
}

std::string iso_of_day(sys_days day) {
  const year_month_day date(day);
  std::array<char, 24> out{};
  std::snprintf(out.data(), out.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return out.data();
}

std::optional<sys_days> nearest_day(unsigned month, unsigned day, sys_days reference) {
  const std::chrono::year year = year_month_day(reference).year();
  std::optional<sys_days> best;
  for (const int step : {0, -1, 1}) {
    const year_month_day date{year + years(step), std::chrono::month(month), std::chrono::day(day)};
    if (!date.ok()) continue;
    const sys_days found(date);
    if (!best || abs(found - reference) < abs(*best - reference)) best = found;
  }
  return best;
}

bool may_begin_relative_date(std::string_view form) {
  constexpr std::array<std::string_view, 12> kFirst = {"اول",     "امس",   "البارحه", "الليله",
                                                       "بعد",     "غدا",   "غد",      "اليوم",
                                                       "الاسبوع", "الشهر", "العام",   "السنه"};
  const std::string_view bare = without_clitic(form);
  return is_one_of(bare, kFirst) || form == "وامس" || weekday_of(bare).has_value();
}

std::vector<DateMention> find_relative_dates(Field field, const std::vector<Word>& words,
                                             sys_days reference) {
  return Reader(field, words, reference).read();
}

}  // namespace bayan::entity
