#include "common/entity/day_words.h"

#include <algorithm>
#include <array>

namespace bayan::entity {
namespace {

/// The unit of «الحادي عشر», «الثاني والعشرين»; 0 for another word.
int unit_of(std::string_view form) {
  constexpr std::array<std::string_view, 9> kUnits = {
      "الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع"};
  if (form == "الحادي") return 1;
  const auto* found = std::ranges::find(kUnits, form);
  return found == kUnits.end() ? 0 : static_cast<int>(found - kUnits.begin()) + 1;
}

/// What stands alone: «العاشر», «العشرين»; 0 for another word.
int ten_of(std::string_view form) {
  if (form == "العاشر") return 10;
  if (form == "العشرين" || form == "العشرون") return 20;
  return form == "الثلاثين" || form == "الثلاثون" ? 30 : 0;
}

/// What a word behind a unit adds to it.
int added_by(std::string_view form) {
  if (form == "عشر") return 10;
  return form.starts_with("وال") ? ten_of(form.substr(std::string_view("و").size())) : 0;
}

/// «الأسبوع | الأول من»: a noun that the number describes; «يوم الأحد | الأول من» has none.
bool counts_something(const std::vector<Word>& words, std::size_t i) {
  constexpr std::array<std::string_view, 8> kDays = {"اليوم",    "الاحد",  "الاثنين", "الثلاثاء",
                                                     "الاربعاء", "الخميس", "الجمعه",  "السبت"};
  if (i == 0 || words[i - 1].kind != WordKind::kLetters) return false;
  const std::string_view before = words[i - 1].form;
  constexpr std::size_t kClitic = 2;  // «بالربع»
  const bool is_definite = before.starts_with("ال") || before.starts_with("لل") ||
                           (before.size() > kClitic && before.substr(kClitic).starts_with("ال"));
  return is_definite && std::ranges::find(kDays, before) == kDays.end();
}

}  // namespace

bool may_begin_ordinal_day(std::string_view form) { return unit_of(form) + ten_of(form) > 0; }

OrdinalDay ordinal_day_at(const std::vector<Word>& words, std::size_t i) {
  if (i >= words.size() || words[i].kind != WordKind::kLetters) return {};
  if (const int ten = ten_of(words[i].form); ten > 0) {
    return counts_something(words, i) ? OrdinalDay{} : OrdinalDay{ten, 1};
  }
  const int unit = unit_of(words[i].form);
  if (unit == 0 || counts_something(words, i)) return {};
  const int added = i + 1 < words.size() ? added_by(words[i + 1].form) : 0;
  if (added == 0) return words[i].form == "الحادي" ? OrdinalDay{} : OrdinalDay{unit, 1};
  constexpr int kLastDay = 31;
  return unit + added <= kLastDay ? OrdinalDay{unit + added, 2} : OrdinalDay{};
}

}  // namespace bayan::entity
