#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "searcher/results.h"

namespace bayan::searcher {

/// The folded forms that a query looks for, each with the number of the query word it stands for.
struct FormHash {
  using is_transparent = void;  // so that a token is looked up as it lies in its list
  std::size_t operator()(std::string_view form) const {
    return std::hash<std::string_view>{}(form);
  }
};
using MatchedForms = std::unordered_map<std::string, std::size_t, FormHash, std::equal_to<>>;

/// Bytes of a text that name what a filter asks for; `number` tells one such thing from another.
struct NamedPlace {
  std::size_t begin;
  std::size_t end;
  std::size_t number;
};

/// The passage of `text` that shows most query words, in the text's own spelling, every matching
/// word marked, «…» where it begins or ends inside the text. White space is single spaces. Where
/// no word matches, the passage that names most of `named` (rising), marked there; else the
/// beginning. Neither a passage nor a mark begins or ends inside a grapheme.
[[nodiscard]] Snippet make_snippet(std::string_view text, const MatchedForms& forms,
                                   const std::vector<NamedPlace>& named = {});

/// A title whole, with its matching words marked; where none matches, with `named` marked.
[[nodiscard]] Snippet mark_whole(std::string_view text, const MatchedForms& forms,
                                 const std::vector<NamedPlace>& named = {});

}  // namespace bayan::searcher
