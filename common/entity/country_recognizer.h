#pragma once

#include <string_view>
#include <vector>

#include "common/entity/country_gazetteer.h"
#include "common/entity/entity.h"
#include "common/entity/word.h"

namespace bayan::entity {

/// Words of one field, and which of them belong to a person's name.
struct FieldWords {
  Field field;
  const std::vector<Word>& words;
  const std::vector<bool>& is_name;
  std::string_view text = {};  ///< for the vowels that the words' forms lack
};

/// False where recognize_countries() finds nothing at a word of this form, whatever stands around
/// it.
[[nodiscard]] bool may_begin_country(const CountryGazetteer& gazetteer, std::string_view form);

/// Finds countries by name, nisba and city, longest match first, behind any proclitics; rules keep
/// out media names, treaty cities, continents and the like (country_recognizer.cc lists them).
/// `kingdom`: the code that «المملكة» alone stands for; empty for none. In the order of their first
/// mention.
[[nodiscard]] std::vector<Country> recognize_countries(const CountryGazetteer& gazetteer,
                                                       const std::vector<FieldWords>& fields,
                                                       std::string_view kingdom);

}  // namespace bayan::entity
