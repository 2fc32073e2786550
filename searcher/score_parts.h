#pragma once

#include <vector>

namespace bayan::searcher {

/// What one word of a query brings a statement.
struct WordScore {
  double forms = 0;  ///< by its inflections
  double exact = 0;  ///< by the very form that was typed
  double grams = 0;  ///< by letters that it shares with other words
};

/// Where a statement's score comes from (second_stage.h); no part is negative.
struct ScoreParts {
  std::vector<WordScore> words;  ///< one for each ranked word, in their order
  double title = 0;
  double opening = 0;
  double pairs = 0;
  double window = 0;
  [[nodiscard]] double total() const;
};

}  // namespace bayan::searcher
