#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.h"

namespace bayan::searcher {

/// Most forms that a wildcard stands for, and most words of the index looked at to find them.
inline constexpr std::size_t kMostWildcardForms = 500;
inline constexpr std::size_t kMostWildcardWords = 200'000;

struct WildcardForms {
  std::vector<std::string> forms;  ///< the most frequent first
  std::size_t found = 0;           ///< how many fit; more than `forms` has where it was cut
};

/// The folded forms of the index that fit `pattern` («وزار*», «م*ون»; * is any letters, none among
/// them), also behind the article and the conjunctions and prepositions that are written with a
/// word. Errors: fewer than two letters before the first *, as such a pattern would read the whole
/// index. Throws what Xapian throws.
[[nodiscard]] Result<WildcardForms> expand_wildcard(const Xapian::Database& statements,
                                                    std::string_view pattern);

}  // namespace bayan::searcher
