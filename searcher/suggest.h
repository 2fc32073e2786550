#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.h"
#include "common/index/index_reader.h"
#include "searcher/results.h"

/// Other queries, for one whose words no statement holds together, or hardly any.
///
/// A word that none holds is replaced by what may have been meant (suggest_words.h), the first four
/// of them, and further ones are left out; where each word is held by some, the rarest is. Words
/// beside each other are joined, and last comes what each word alone finds. Where a few statements
/// hold the words together, only what is many times as frequent is suggested, beside their results.
/// Queries with signs of the query language are taken as they are.
namespace bayan::searcher {

/// Tells how many statements hold all the words of a query.
using QueryCount = std::function<Result<std::uint64_t>(const std::string& query)>;

/// The suggestions for `query`, likeliest first, each with its count, which is not zero.
/// `with_all_words`: how many statements hold all of its words.
[[nodiscard]] Result<std::vector<Suggestion>> suggest(const index::IndexReader& index,
                                                      std::string_view query,
                                                      std::uint64_t with_all_words,
                                                      const QueryCount& count);

}  // namespace bayan::searcher
