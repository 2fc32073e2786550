#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Spellings of one name. Words are folded (Person::key), so hamza, teh marbuta, a final ى and بن
/// are settled before.
namespace bayan::entity {

/// The words of a person's key with what people write in two ways written in one: «ال خليفه» and
/// «الخليفه», «نصر الله» and «نصرالله», «ابي بكر» and «ابو بكر», «داوود» and «داود», «علاء» and
/// «علا», «دي ميستورا» and «ديميستورا»; titles in front dropped. Two keys of one form are one name.
/// «دكتور عاطي عطيه ال الشيخ» -> عاطي, عطيه, الشيخ.
[[nodiscard]] std::vector<std::string> spelling_form(std::string_view key);

/// «بن», «بنت», «ابن»: what joins a name to the father's.
[[nodiscard]] bool is_connector(std::string_view word);

/// The word without its article, where enough is left: «الطيب» -> «طيب», «الله» -> «الله».
[[nodiscard]] std::string_view without_article(std::string_view word);

/// «ابراهيم», «ابرهيم» -> «برهيم».
[[nodiscard]] std::string without_alef(std::string_view word);

/// The word with emphatic letters beside their plain ones written as those, vowels kept: what
/// transliterators choose between. «انطوني», «انتوني» -> «انتوني».
[[nodiscard]] std::string plain_form(std::string_view word);

/// What is left of a word that transliterators spell in several ways: without article and vowel
/// letters, emphatics beside their plain letters, غ, ج and ق one. «نتنياهو», «نتانياهو» -> «نتنه».
/// Distinct names may share it («حسن», «حسين»), so it proposes and never decides.
[[nodiscard]] std::string loose_form(std::string_view word);

}  // namespace bayan::entity
