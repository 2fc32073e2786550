#pragma once

#include <string_view>

#include "common/base/error.h"
#include "searcher/query_tree.h"

namespace bayan::searcher {

/// Parses a query by recursive descent:
///
///   query  = any                     any  = all { ("OR" | "|") all }
///   all    = words { ("AND" | "&") words }      words = { item }
///   item   = ["+" | "-" | "!" | "NOT"] atom
///   atom   = "(" any ")" | [field ":"] ( word | =word | "phrase" | «phrase» )
///
/// Operators are written in capitals or as signs, so no Arabic word is one by accident. An empty
/// query gives a kWords node without children. Errors (an unbalanced quote or bracket, an operator
/// with nothing beside it, an unknown field, a query too long or nested too deeply) show the place.
[[nodiscard]] Result<QueryNode> parse_query(std::string_view query);

/// Longest query in bytes, deepest nesting.
inline constexpr std::size_t kLongestQuery = 10'000;
inline constexpr int kDeepestQuery = 50;

}  // namespace bayan::searcher
