#pragma once

#include <string_view>

/// Words whose letters look like clitics or endings and are not: what the strict stems must not
/// cut. All are folded. The lists hold what an index of a few statements cannot teach; a large one
/// adds its own evidence (strict_stems.h).
namespace bayan::text {

/// Names of countries, given names and family names, and nouns of one form: taken whole, at both
/// ends («فرنسا», «سلمان», «سلطان»).
[[nodiscard]] bool is_whole_word(std::string_view form);

/// Words that begin with a letter of their own («وزير», «بيان», «التزام»); their endings may vary.
[[nodiscard]] bool has_own_beginning(std::string_view form);

/// Nouns in teh marbuta that are another word than what stays without it («شرطه», «مدينه»).
[[nodiscard]] bool has_own_teh_marbuta(std::string_view form);

/// Adjectives and numerals of three or four letters, whose feminine is no other word («خاص» «خاصه»,
/// «خمس» «خمسه»), as it mostly is of nouns so short («عمل» «عمله»).
[[nodiscard]] bool is_short_adjective(std::string_view form);

}  // namespace bayan::text
