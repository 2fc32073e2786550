#pragma once

#include <xapian.h>

#include <cstddef>

#include "searcher/query_tree.h"

/// Queries longer than most people type: pasted texts and lists of hundreds. What they ask for is
/// bounded, so that an answer never takes long.
namespace bayan::searcher {

/// Of more words side by side than these (function words aside) the most telling are asked for.
inline constexpr std::size_t kMostSideBySide = 24;
/// Where a query asks for more words than these in all, each is taken as typed.
inline constexpr std::size_t kMostInflected = 32;

/// Where a query asks for more words than these in all, each has its kFewForms likeliest forms.
inline constexpr std::size_t kMostWithAllForms = 16;
inline constexpr std::size_t kFewForms = 16;

struct Shortening {
  std::size_t left_out = 0;  ///< words that are not asked for
  bool is_as_typed = false;  ///< words are asked for without inflections
};

/// Marks the words of `tree` with their Part. A word is the more telling the fewer statements hold
/// it as typed; what is said again, and what no statement holds, tells least. Leaves a query within
/// both bounds as it is. Throws what Xapian throws.
[[nodiscard]] Shortening shorten(QueryNode& tree, const Xapian::Database& statements);

/// How many words `tree` asks for with or without inflections; those of phrases do not count.
[[nodiscard]] std::size_t count_words(const QueryNode& tree);

}  // namespace bayan::searcher
