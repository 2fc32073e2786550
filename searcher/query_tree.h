#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "common/index/schema.h"

/// A query as it was understood; no Xapian here.
namespace bayan::searcher {

enum class NodeKind : std::uint8_t {
  kWord,      ///< a word and its inflections
  kExact,     ///< =word: the folded form alone
  kPhrase,    ///< words in this order, as typed
  kWildcard,  ///< وزار*: every word of the index that fits
  kFilter,    ///< field:value of an entity, date or exact field
  kAll,       ///< every child (AND)
  kAny,       ///< some child (OR)
  kNear,      ///< every child, at most `distance` places from the first to the last
  kWords,     ///< words side by side, as --match says
  kNot,       ///< its one child must not match
  kMust,      ///< +word: its one child must match
};

/// What a word of a long query is asked for (long_query.h); other queries' words are kWhole.
enum class Part : std::uint8_t {
  kWhole,    ///< with its inflections
  kAsTyped,  ///< the folded form alone
  kLeftOut,  ///< not at all
};

struct QueryNode {
  NodeKind kind = NodeKind::kWords;
  index::FieldId field = index::FieldId::kText;
  std::string text;  ///< word, phrase or value as typed
  std::vector<QueryNode> children;
  std::size_t begin = 0;  ///< bytes in the query, for messages
  std::size_t end = 0;
  std::size_t distance = 0;  ///< of kNear
  Part part = Part::kWhole;  ///< of kWord
};

/// The tree on one line, for --explain and tests: (words (word "a") (not (word "b"))).
[[nodiscard]] std::string describe(const QueryNode& node);

}  // namespace bayan::searcher
