#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/entity/entity.h"
#include "common/entity/word_class.h"

namespace bayan::entity {

/// The countries whose posts need no country in their names, for this person: those of the
/// statement (HomeCountry), with the one first that the name speaks for. A member of a ruling house
/// is of its country; «عادل بن أحمد الجبير» is no minister of Italy's though the statement be at
/// home there, but of his issuer's country, and «جون كيري» none of Saudi Arabia's. Envoys take the
/// homes as they are. `issuer_country`: an ISO code, or empty.
[[nodiscard]] std::vector<std::string> homes_of(const Person& person,
                                                const std::vector<std::string>& homes,
                                                std::string_view issuer_country,
                                                const WordClassifier& classifier);

}  // namespace bayan::entity
