#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "common/index/dictionary.h"
#include "searcher/form_cache.h"
#include "searcher/query_tree.h"

namespace bayan::searcher {

/// A word of the query as ranking sees it: which forms of the index stand for it, and how well.
struct RankedWord {
  std::string form;       ///< folded, as typed
  std::size_t place = 0;  ///< among all words of the query, function words counted
  /// «=word» and words of phrases: no inflections, no grams.
  bool is_exact = false;
  std::vector<index::RelatedForm> forms;  ///< itself first
  std::vector<index::Gram> grams;
};

/// The words of `tree` that a statement gains by: plain, exact and phrases' words, in the order of
/// the query. Not those behind a minus, and function words only where the query has nothing else.
/// At most kMostRankedWords; of a longer query the first.
[[nodiscard]] Result<std::vector<RankedWord>> collect_ranked_words(const QueryNode& tree,
                                                                   FormCache& forms);

inline constexpr std::size_t kMostRankedWords = 32;

/// What an occurrence of a form of this grade counts, beside 1 for the word itself.
[[nodiscard]] constexpr double weight_of(index::FormGrade grade) {
  const bool is_another_word =
      grade == index::FormGrade::kPlural || grade == index::FormGrade::kDerived;
  return is_another_word ? 0.3 : 1.0;
}

}  // namespace bayan::searcher
