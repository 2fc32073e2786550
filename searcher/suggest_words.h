#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "common/index/index_reader.h"

/// What may have been meant by one word that no statement holds.
namespace bayan::searcher {

/// True where some statement holds the word or a form that matches it. Text without a word exists.
[[nodiscard]] Result<bool> exists(const index::IndexReader& index, const std::string& word);

/// How many statements hold the rarest word of `text`, in its most frequent matching form; text
/// without a word gives the largest number there is.
[[nodiscard]] Result<std::uint32_t> count_of_rarest(const index::IndexReader& index,
                                                    const std::string& text);

/// What to write in the word's place, likeliest first; may be empty:
///
///   «وزيرالداخلية» -> «وزير الداخلية»      glued words
///   «الخاريجة» -> «الخارجيه»               slips, by letters and how often the index has the word
///   "hglyvf" -> «المغرب»                   keys of the other layout
///   "Fahad" -> «فهد»                       names in Latin letters
///
/// Words of the index's vocabulary are folded, others as they were typed.
[[nodiscard]] Result<std::vector<std::string>> replacements(const index::IndexReader& index,
                                                            const std::string& word);

/// The Arabic words of the index that Latin letters may spell, likeliest first; may be empty.
/// "Abdulaziz" gives the two words that it is in Arabic.
[[nodiscard]] Result<std::vector<std::string>> arabic_spellings(const index::IndexReader& index,
                                                                const std::string& latin);

}  // namespace bayan::searcher
