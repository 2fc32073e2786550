#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "common/entity/word.h"

namespace bayan::entity {

/// A ruling house of the Gulf: the statements of its own country name it first.
struct RulingHouse {
  std::string_view family;        ///< folded; behind آل unless it begins with the article
  std::string_view country;       ///< ISO 3166-1 alpha-2
  std::string_view country_name;  ///< folded, as texts have it
  std::string_view capital;       ///< the same
};

inline constexpr std::array<RulingHouse, 8> kRulingHouses = {{{"خليفه", "BH", "البحرين", "المنامه"},
                                                              {"نهيان", "AE", "الامارات", "ابوظبي"},
                                                              {"مكتوم", "AE", "الامارات", "ابوظبي"},
                                                              {"ثاني", "QA", "قطر", "الدوحه"},
                                                              {"سعود", "SA", "السعوديه", "الرياض"},
                                                              {"سعيد", "OM", "عمان", "مسقط"},
                                                              {"الصباح", "KW", "الكويت", "الكويت"},
                                                              {"البوسعيدي", "OM", "عمان", "مسقط"}}};

/// False where first_ruling_house() finds none at a word of this folded form.
[[nodiscard]] inline bool may_name_ruling_house(std::string_view form) {
  return std::ranges::find(kRulingHouses, form, &RulingHouse::family) != kRulingHouses.end();
}

/// The house that `words`, a list of words with folded forms and roles, name first; nullptr if
/// none.
template <typename Words>
[[nodiscard]] const RulingHouse* first_ruling_house(const Words& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if ((words[i].roles & kMayTellHome) == 0) continue;
    const auto* const house =
        std::ranges::find(kRulingHouses, std::string_view(words[i].form), &RulingHouse::family);
    if (house == kRulingHouses.end()) continue;
    const bool is_behind_al = i > 0 && words[i - 1].form == "ال";
    if (is_behind_al || house->family.starts_with("ال")) return house;
  }
  return nullptr;
}

}  // namespace bayan::entity
