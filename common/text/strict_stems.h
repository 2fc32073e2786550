#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// The strict stems of folded Arabic words: what matching, counting and highlighting go by.
///
///   strict_stems("وبوزارتها")  ->  «وبوزارتها» «وزارت» «وزاره» …
///
/// A form has a stem for each way in which it can be read: with or without a conjunction,
/// preposition or article in front and an ending or pronoun behind. Two forms are related when they
/// have a stem in common, so the relation is symmetric, and each form, being its own first stem, is
/// related to itself. A reading is dropped only on evidence against it: a table of words that are
/// not to be cut (protected_words.h), or what the index holds («البيان» shows that the ب of «بيان»
/// is its own, for nothing stands between an article and its noun).
namespace bayan::text {

/// How many statements hold a folded form.
using WordCount = std::function<std::uint32_t(std::string_view form)>;

/// Most stems that a form is given.
inline constexpr std::size_t kMostStrictStems = 12;

/// The stems of `form`, each once, the form's own spelling of itself first. Words that are not
/// Arabic, or shorter than three letters, have that one alone. `count` is the evidence of an index;
/// without it nothing is known but the tables.
[[nodiscard]] std::vector<std::string> strict_stems(std::string_view form,
                                                    const WordCount& count = {});

/// The spelling under which the seats of a hamza are one: «شيون» -> «شوون», «طواريء» -> «طواري».
[[nodiscard]] std::string without_hamza_seats(std::string_view form);

/// The noun that a nisba comes from and the noun itself have one base: «فرنسا» and «فرنسي» ->
/// «فرنس»; empty where the word gives none.
struct NisbaBase {
  std::string base;
  bool is_nisba = false;
};
[[nodiscard]] std::vector<NisbaBase> nisba_bases(std::string_view stem);

}  // namespace bayan::text
