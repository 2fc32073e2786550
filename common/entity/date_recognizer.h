#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "common/base/error.h"
#include "common/entity/entity.h"
#include "common/entity/relative_dates.h"
#include "common/entity/word.h"

namespace bayan::entity {

/// Finds days and spans of days: «26 يوليو إلى 11 أغسطس 2024», «15/3/2021», «26 شوال 1436 هـ
/// الموافق 11 أغسطس 2015 م», «آب (أغسطس) 2024», «عام 2024». Hijri dates are converted by ICU's
/// umalqura calendar. Days may stand in words (day_words.h); years may be several («2013 - 2022»,
/// «عامي 2015 و2018») or of the Hijra. Where the day of writing is known, a day without a year is
/// the nearest one, «نوفمبر المقبل» is a month, and «أمس», «الخميس المقبل» are days
/// (relative_dates.h).
class DateRecognizer {
 public:
  [[nodiscard]] static Result<DateRecognizer> load(const std::filesystem::path& directory);

  /// False where no month's name begins with a word of this form.
  [[nodiscard]] bool may_begin_month(const std::string& form) const {
    return month_beginnings_.contains(form);
  }
  /// «عام», «لعام»: a year in digits may follow; «الخامس»: so may a day's month.
  [[nodiscard]] static bool may_begin_year(std::string_view form);
  /// The day that a body gives itself in its first words, as ISO; empty where it has none. One
  /// without a year counts where the day of writing is known and near.
  [[nodiscard]] std::string dateline(const std::vector<Word>& body,
                                     std::string_view written = {}) const;
  /// In text order, without a body's dateline. `written`: the ISO day of writing, or empty.
  [[nodiscard]] std::vector<DateMention> recognize(Field field, const std::vector<Word>& words,
                                                   std::string_view written) const;

 private:
  struct Month {
    bool is_hijri;
    int number;
  };
  struct Parsed;
  struct Span;
  [[nodiscard]] const Month* month_at(const std::vector<Word>& words, std::size_t i,
                                      std::size_t& count) const;
  [[nodiscard]] const Month* month_name_at(const std::vector<Word>& words, std::size_t i,
                                           std::size_t& count) const;
  static void give_year(Parsed& parsed, std::string_view written);
  [[nodiscard]] Parsed parse_at(const std::vector<Word>& words, std::size_t i) const;
  [[nodiscard]] Parsed parse_named(const std::vector<Word>& words, std::size_t i) const;
  [[nodiscard]] Parsed parse_pair(const std::vector<Word>& words, std::size_t i) const;
  [[nodiscard]] Span span_at(const std::vector<Word>& words, std::size_t i,
                             std::string_view written) const;
  [[nodiscard]] Span months_at(const std::vector<Word>& words, std::size_t i,
                               std::string_view written) const;
  [[nodiscard]] static Span month_of_turn(const Month& month, Turn turn, std::string_view written,
                                          std::size_t end);
  [[nodiscard]] static bool is_near(std::string_view day, std::string_view written);
  [[nodiscard]] static Span years_at(const std::vector<Word>& words, std::size_t i);
  [[nodiscard]] static Span year_range_at(const std::vector<Word>& words, std::size_t i);
  [[nodiscard]] static Span hijri_span(int year, int first_month, int last_month, std::size_t end);

  std::unordered_map<std::string, Month> months_;
  std::unordered_set<std::string> month_beginnings_;  ///< the first words of their names
};

/// The Gregorian day of an umalqura one as ISO, or empty when it does not exist. A thirtieth of a
/// month that has 29 days there is the day behind them: months begin as the moon is seen.
[[nodiscard]] std::string hijri_to_iso(int year, int month, int day);
/// An ISO day, or empty when it does not exist.
[[nodiscard]] std::string gregorian_to_iso(int year, int month, int day);

}  // namespace bayan::entity
