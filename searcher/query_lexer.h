#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.h"
#include "common/index/schema.h"

namespace bayan::searcher {

enum class LexemeKind : std::uint8_t {
  kOpen,    ///< (
  kClose,   ///< )
  kAnd,     ///< AND, &, /و/
  kOr,      ///< OR, |, /أو/
  kNot,     ///< NOT, -, !, /ليس/
  kMust,    ///< +
  kNear,    ///< NEAR, NEAR/5, /قرب/, قرب/5
  kField,   ///< title:
  kExact,   ///< the = before a word
  kText,    ///< a word
  kQuoted,  ///< "…" or «…»
  kEnd,
};

/// One piece of a query.
struct Lexeme {
  LexemeKind kind = LexemeKind::kEnd;
  std::string_view text;  ///< as typed; what is inside, for kQuoted
  std::size_t begin = 0;  ///< bytes in the query
  std::size_t end = 0;
  index::FieldId field = index::FieldId::kText;  ///< of kField
  std::size_t distance = 0;                      ///< of kNear
  /// Whether nothing stands between it and the next piece: what is behind «-», «+», «=» and
  /// «title:» belongs to them.
  bool is_joined = false;
};

/// The furthest that NEAR/n reaches, and how far NEAR does.
inline constexpr std::size_t kFurthestNear = 100;
inline constexpr std::size_t kUsualNear = 10;

/// Splits a query, which must outlive the pieces; the last one is kEnd. Errors: a quote that is not
/// closed, an unknown field, a distance that is none.
[[nodiscard]] Result<std::vector<Lexeme>> split_query(std::string_view query);

/// An error about bytes [begin, end) of a query.
[[nodiscard]] tl::unexpected<Error> wrong_query(std::string_view query, std::size_t begin,
                                                std::size_t end, std::string_view fact,
                                                std::string hint);

}  // namespace bayan::searcher
