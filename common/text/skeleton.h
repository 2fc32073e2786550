#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Consonant skeletons: what is left of a name in Arabic or Latin letters when vowels, doubling and
/// the scripts' own ways of writing a sound are taken away, so that a name is found across scripts.
///
///   «راشد», "Rashid", "Rashed"          -> rcd
///   «خليفه», "Khalifa", "Khalifah"      -> xlf
///   «محمد», "Mohammed", "Mohamad"       -> mhmd
///
/// Names that differ may share one («حسن», «حسين»): it proposes candidates, and spelling_distance()
/// ranks them.
namespace bayan::text {

/// Skeletons of a folded Arabic word: several where a letter has several sounds (ق is k or g, ذ is
/// d or z) or the article may be written or not. Sorted, unique; empty where no consonant is left.
[[nodiscard]] std::vector<std::string> arabic_skeletons(std::string_view word);

/// Skeletons of a word in small Latin letters without accents: several where an h may be silent or
/// the word may begin with an article («alkhalifa»). Sorted, unique; may be empty.
[[nodiscard]] std::vector<std::string> latin_skeletons(std::string_view word);

/// The words of a name typed in Latin letters that its Arabic form has as words: small letters;
/// articles, bin and its like dropped; Abd joined to what follows; «Mohd» written out.
/// «Shaikh Rashid bin Abd-Allah Al Khalifa» -> shaikh, rashid, abdallah, khalifa.
[[nodiscard]] std::vector<std::string> latin_name_words(std::string_view typed);

/// True for a name with Latin letters and no Arabic ones.
[[nodiscard]] bool is_latin_name(std::string_view typed);

}  // namespace bayan::text
