#pragma once

#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/base/error.h"
#include "common/entity/entity.h"
#include "common/entity/word.h"

namespace bayan::entity {

/// Finds days and spans of days: «26 يوليو إلى 11 أغسطس 2024», «15/3/2021», «26 شوال 1436 هـ
/// الموافق 11 أغسطس 2015 م», «يوليو 2024». Hijri dates are converted by ICU's umalqura calendar.
class DateRecognizer {
 public:
  [[nodiscard]] static Result<DateRecognizer> load(const std::filesystem::path& directory);

  struct Found {
    std::vector<DateMention> dates;
    std::string dateline;  ///< ISO day, or empty
  };
  /// Only the body has a dateline.
  [[nodiscard]] Found recognize(Field field, const std::vector<Word>& words) const;

 private:
  struct Month {
    bool is_hijri;
    int number;
  };
  struct Parsed;
  [[nodiscard]] const Month* month_at(const std::vector<Word>& words, std::size_t i,
                                      std::size_t& count) const;
  [[nodiscard]] Parsed parse_at(const std::vector<Word>& words, std::size_t i) const;
  [[nodiscard]] Parsed parse_named(const std::vector<Word>& words, std::size_t i) const;

  std::unordered_map<std::string, Month> months_;
};

/// The Gregorian day of an umalqura one as ISO, or empty when it does not exist.
[[nodiscard]] std::string hijri_to_iso(int year, int month, int day);
/// An ISO day, or empty when it does not exist.
[[nodiscard]] std::string gregorian_to_iso(int year, int month, int day);

}  // namespace bayan::entity
