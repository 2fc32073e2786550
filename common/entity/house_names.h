#pragma once

#include <string>
#include <vector>

namespace bayan::entity {

/// Whether a name in its spelling_form() ends in that of a ruling house: «راشد عبدالله الخليفه».
/// Own names and fathers' repeat so much in one that they tell less than elsewhere.
[[nodiscard]] bool is_of_ruling_house(const std::vector<std::string>& words);

/// What else a prince of آل سعود is called where three generations and the house are known: the
/// house's founder instead of the house, «ريما بندر سلطان السعود» -> «ريما بندر سلطان عبدالعزيز».
/// Empty for others.
[[nodiscard]] std::vector<std::string> great_grandfather_names(
    const std::vector<std::string>& words);

/// What papers call a man of a ruling house by besides shorter_names(): the father's name with an
/// article that it lacks or without the one that it has; in آل صباح a forefather's that has one
/// too.
///   «احمد عبدالله الاحمد الصباح» -> «احمد العبدالله», «احمد الاحمد», the same with «الصباح»
///   «خالد فيصل عبدالعزيز السعود» -> «خالد الفيصل»
/// Empty for others. Unique; words are in their spelling_form().
[[nodiscard]] std::vector<std::string> house_short_names(const std::vector<std::string>& words);

}  // namespace bayan::entity
