#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace bayan::entity {

/// A ruling house of the Gulf: the statements of its own country name it first.
struct RulingHouse {
  std::string_view family;        ///< folded; behind آل unless it begins with the article
  std::string_view country;       ///< ISO 3166-1 alpha-2
  std::string_view country_name;  ///< folded, as texts have it
};

inline constexpr std::array<RulingHouse, 8> kRulingHouses = {{{"خليفه", "BH", "البحرين"},
                                                              {"نهيان", "AE", "الامارات"},
                                                              {"مكتوم", "AE", "الامارات"},
                                                              {"ثاني", "QA", "قطر"},
                                                              {"سعود", "SA", "السعوديه"},
                                                              {"سعيد", "OM", "عمان"},
                                                              {"الصباح", "KW", "الكويت"},
                                                              {"البوسعيدي", "OM", "عمان"}}};

/// The house that `words`, a list of words with folded forms, name first; nullptr if none.
template <typename Words>
[[nodiscard]] const RulingHouse* first_ruling_house(const Words& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view form = words[i].form;
    const bool is_behind_al = i > 0 && words[i - 1].form == "ال";
    if (!is_behind_al && !form.starts_with("ال")) continue;  // nearly every word
    for (const RulingHouse& house : kRulingHouses) {
      const bool needs_al = !house.family.starts_with("ال");
      if (form == house.family && (!needs_al || is_behind_al)) return &house;
    }
  }
  return nullptr;
}

}  // namespace bayan::entity
