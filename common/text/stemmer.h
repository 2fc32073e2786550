#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Stems of folded Arabic words.
///
/// The index holds folded forms, never stems: a stem only says which forms a query word stands for,
/// so a better stemmer needs no new index, only a new dictionary.
namespace bayan::text {

/// Raised whenever ranking_stem() or strict_stems() changes; the dictionary of an index records it.
inline constexpr int kStemmerVersion = 4;

/// The greedy stem that ranking groups forms by: «وبالوزارات», «وزاره» and «وزير» keep «وزار»,
/// «وزار» and «وزير». It takes a word and the same word behind any proclitic as one in nearly every
/// case, at the price of false meetings («وزير» with «زير»): rank with it, never filter, count,
/// quote or highlight with it.
///
/// `form` is a folded form as analyze() gives it. The result is a form's part, never empty. Words
/// of two letters and less and words that are not Arabic are their own stems.
///
/// Light stemming after Larkey, Ballesteros and Connell, "Light stemming for Arabic information
/// retrieval" (2007), with proclitics taken off in rounds.
[[nodiscard]] std::string_view ranking_stem(std::string_view form);

/// The form without what ranking_stem() takes off in front; no suffix is touched. `more_letters`
/// are left over behind each proclitic beyond those that ranking_stem() leaves.
[[nodiscard]] std::string_view without_proclitics(std::string_view form,
                                                  std::size_t more_letters = 0);

/// True for a folded form of Arabic letters alone, each of which is two bytes.
[[nodiscard]] bool is_arabic_word(std::string_view form);

}  // namespace bayan::text
