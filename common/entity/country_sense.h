#pragma once

#include <string_view>
#include <vector>

#include "common/entity/country_gazetteer.h"
#include "common/entity/word.h"

namespace bayan::entity {

/// A form of a country where it stands: `count` words from word `begin`.
struct CountryForm {
  const CountryGazetteer::Entry& entry;
  std::size_t begin;
  std::size_t count;
};

/// Whether the form means the country there, and no medium, sea, language, prayer, treaty, street
/// or other word of the same letters: «صلاة المغرب», «بحر الصين», «المدارس للبنين».
[[nodiscard]] bool is_country_meant(const std::vector<Word>& words, const CountryForm& form);

/// «من مالي ،» and «دولة مالي», where «من مالي الخاص» and «دعم مالي» are something else.
[[nodiscard]] bool is_mali_meant(const std::vector<Word>& words, std::size_t i);

/// Whether «عمان» at word `i` is a sea's or a gulf's.
[[nodiscard]] bool is_of_sea(const std::vector<Word>& words, std::size_t i);

/// The folded form `back` words before word `i`, or `ahead` behind it; empty beyond the ends.
[[nodiscard]] std::string_view form_before(const std::vector<Word>& words, std::size_t i,
                                           std::size_t back);
[[nodiscard]] std::string_view form_at(const std::vector<Word>& words, std::size_t i);

}  // namespace bayan::entity
