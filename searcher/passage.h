#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"

namespace bayan::searcher {

/// A word of a text that is to be marked, and which word (or name) of the query it stands for.
struct Hit {
  std::size_t token;
  std::size_t query_word;
};

/// What a passage of some thirty words is to show: the words from one hit to another; all zero
/// where there are no hits.
struct Passage {
  std::size_t first_hit = 0;  ///< a token
  std::size_t last_hit = 0;
  std::size_t hits = 0;  ///< from the one to the other
};

/// Tokens that extent_of() looks at behind the first hit, at most.
inline constexpr std::size_t kMostPassageWords = 38;

/// Of `hits` (rising) those that one passage has room for, with most words of the query, then with
/// most of them side by side as in the query, then the first.
[[nodiscard]] Passage best_passage(const std::vector<Hit>& hits);

/// How many hits lie from the first to the last of a passage.
[[nodiscard]] std::size_t count_within(const std::vector<Hit>& hits, const Passage& passage);

/// Bytes [begin, end) of a text, and whether they begin and end inside a sentence.
struct Extent {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool cuts_before = false;
  bool cuts_after = false;
};

/// Where a passage begins and ends: with a sentence, else behind a comma, where one begins not far
/// before, and with the end of a sentence where one ends near; never inside a grapheme. `tokens`
/// (at least one) are those of the text, all or kMostPassageWords behind the first hit and one
/// more.
[[nodiscard]] Extent extent_of(std::string_view text, const text::TokenList& tokens,
                               const Passage& passage);

}  // namespace bayan::searcher
