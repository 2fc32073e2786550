#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/entity/entity.h"
#include "searcher/results.h"

namespace bayan::searcher {

/// The folded forms that a query looks for, each with the number of the query word it stands for.
using MatchedForms = std::unordered_map<std::string, std::size_t>;

/// The passage of `text` that shows most query words, in the text's own spelling, every matching
/// word marked, «…» where it begins or ends inside the text. White space is single spaces. Where
/// nothing matches, the passage round the first of `mentions`, else the beginning.
[[nodiscard]] Snippet make_snippet(std::string_view text, const MatchedForms& forms,
                                   const std::vector<entity::Mention>& mentions = {});

/// A title whole, with its matching words marked.
[[nodiscard]] Snippet mark_whole(std::string_view text, const MatchedForms& forms);

}  // namespace bayan::searcher
