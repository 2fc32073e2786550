#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/glass/synonym_lists.h"
#include "common/index/vocabulary.h"

/// Runs of four letters, which bring words together that no stemmer does:
///
///   «والاستثمارات» -> «استث» «ستثم» «تثما» «ثمار» «مارا» «ارات»
///
/// Statements have no terms for grams. The dictionary leads from a gram to the numbers of the forms
/// that hold it, and the second ranking stage looks for those numbers in token streams.
namespace bayan::index {

/// The grams of a folded Arabic word behind its proclitics, rising, each once; a shorter word is
/// its own gram. Nothing for words of other scripts.
[[nodiscard]] std::vector<std::string> grams_of(std::string_view form);

/// What a dictionary knows of a gram.
struct Gram {
  std::string letters;
  std::uint32_t statements = 0;        ///< about how many hold such a word
  std::vector<std::uint32_t> numbers;  ///< token_number() of forms that hold the gram, rising
};

/// Most forms that a gram leads to; of more the most frequent are kept. Sixty rank as well as all.
inline constexpr std::size_t kMostGramForms = 60;

/// The letter before a gram's key, beside those of the dictionary's classes.
inline constexpr char kGramEntry = 'n';

/// The entries of a dictionary for the grams of `vocabulary`, the forms of `all_statements`
/// statements.
[[nodiscard]] glass::SynonymLists list_grams(const Vocabulary& vocabulary,
                                             Xapian::doccount all_statements);

/// The grams of `form`, those that the dictionary does not know with no numbers.
[[nodiscard]] std::vector<Gram> read_grams(const Xapian::Database& dictionary,
                                           std::string_view form);

}  // namespace bayan::index
