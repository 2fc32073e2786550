#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.h"
#include "common/index/index_reader.h"
#include "searcher/results.h"

/// Other queries, for one whose words no statement holds together.
///
/// A word that some statement holds is never corrected; one that none holds is replaced by what may
/// have been meant (suggest_words.h), the first four of them, and further ones are left out. Then
/// words beside each other are joined, and last comes what each word alone finds. Queries with
/// signs of the query language are taken as they are.
namespace bayan::searcher {

/// Tells how many statements hold all the words of a query.
using QueryCount = std::function<Result<std::uint64_t>(const std::string& query)>;

/// The suggestions for `query`, likeliest first, each with its count, which is not zero.
[[nodiscard]] Result<std::vector<Suggestion>> suggest(const index::IndexReader& index,
                                                      std::string_view query,
                                                      const QueryCount& count);

}  // namespace bayan::searcher
