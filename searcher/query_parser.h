#pragma once

#include <string_view>

#include "common/base/error.h"
#include "searcher/query_tree.h"

namespace bayan::searcher {

/// Parses a query by recursive descent over the pieces of query_lexer.h:
///
///   query  = any                     any   = all { OR all }
///   all    = words { AND words }     words = { item }
///   item   = ["+" | "-" | "NOT"] near                near = atom { NEAR[/n] atom }
///   atom   = [field ":"] ( "(" any ")" | word | =word | wild*card | "phrase" | date words )
///
/// Operators are written in capitals, as signs, or in Arabic between slashes, so no Arabic word is
/// one by accident. A field before brackets holds for all inside. An empty query gives a kWords
/// node without children. Errors show the place: a quote or bracket that is not closed, an operator
/// with nothing beside it, an unknown field, a query beyond the limits below.
[[nodiscard]] Result<QueryNode> parse_query(std::string_view query);

/// Longest query in bytes, deepest nesting, most words and phrases, most wildcards.
inline constexpr std::size_t kLongestQuery = 10'000;
inline constexpr int kDeepestQuery = 50;
inline constexpr std::size_t kMostWords = 500;
inline constexpr std::size_t kMostWildcards = 10;

}  // namespace bayan::searcher
