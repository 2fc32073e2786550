#pragma once

#include <utility>
#include <vector>

#include "common/statement/statement.h"
#include "searcher/results.h"

namespace bayan::searcher {

/// A statement whole, with the words of a query marked.
struct ShownStatement {
  statement::Statement statement;
  /// Byte ranges in the texts as they came, rising and apart.
  std::vector<std::pair<std::size_t, std::size_t>> title_marks;
  std::vector<std::pair<std::size_t, std::size_t>> body_marks;
  Snippet title;
  std::vector<Snippet> lines;  ///< of the body; empty ones part paragraphs
};

}  // namespace bayan::searcher
