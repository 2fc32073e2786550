#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/matcher.h"

/// Where words must stand: phrases and NEAR, verified on the statements' token streams, for the
/// index has no positions.
namespace bayan::searcher {

/// Forms any of which may fill one place; none at all means that any word may.
using WordSlot = std::vector<std::string>;
/// Places side by side: a phrase, or one word. The first and the last have forms.
using WordSequence = std::vector<WordSlot>;

struct PositionalWords {
  /// Each of these must occur, as any of its alternatives. A phrase is one operand.
  std::vector<std::vector<WordSequence>> operands;
  /// Places from the first word to the last, beyond those that the operands fill themselves:
  /// «أ NEAR/1 ب» are neighbours in either order. Two operands never share a first word.
  std::size_t distance = 0;
  bool in_title = false;
};

/// The statements that hold them within the title or within the body, rising. A phrase of two
/// frequent words has a term that says it; else each statement that holds all the words is read.
[[nodiscard]] std::vector<Xapian::docid> find_positional(Matcher& matcher,
                                                         const PositionalWords& words);

}  // namespace bayan::searcher
