#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/token_stream.h"
#include "searcher/number_filter.h"
#include "searcher/passage.h"
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

/// Finds the passage that shows most query words by a statement's token stream, which is quicker
/// than analysing its text: of a long statement only what stands before the passage need be.
class PassageFinder {
 public:
  explicit PassageFinder(const MatchedForms& forms);

  /// The passage of the body that make_snippet() shows, where no other is a copy of the title;
  /// nothing where no word matches.
  [[nodiscard]] std::optional<Passage> find(const index::TokenStream& statement) const;

 private:
  std::vector<std::pair<std::uint32_t, std::size_t>> words_;  ///< by number; the query word
  NumberFilter numbers_;                                      ///< of words_
};

/// The passage of `text` that shows most query words, in the text's own spelling, every matching
/// word marked, «…» where it begins or ends inside a sentence. White space is single spaces. Where
/// no word matches, the passage that names most of `named` (rising), marked there; else the
/// beginning. Neither a passage nor a mark begins or ends inside a grapheme.
[[nodiscard]] Snippet make_snippet(std::string_view text, const MatchedForms& forms,
                                   const std::vector<NamedPlace>& named = {});

/// That passage where it is known already. Where its words are not what the token stream took them
/// for, two forms sharing a number, the text decides.
[[nodiscard]] Snippet cut_snippet(std::string_view text, const MatchedForms& forms,
                                  const Passage& passage);

/// A title whole, with its matching words marked; where none matches, with `named` marked.
[[nodiscard]] Snippet mark_whole(std::string_view text, const MatchedForms& forms,
                                 const std::vector<NamedPlace>& named = {});

}  // namespace bayan::searcher
