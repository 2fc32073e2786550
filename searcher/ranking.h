#pragma once

#include <xapian.h>

#include <optional>
#include <vector>

#include "common/index/document_set.h"
#include "common/index/statement_columns.h"
#include "searcher/matcher.h"
#include "searcher/ranked_words.h"
#include "searcher/second_stage.h"

namespace bayan::searcher {

/// A statement at its place in the answer.
struct RankedStatement {
  Xapian::Document document;
  double score = 0;
  std::optional<ScoreParts> parts;  ///< of the first kSecondStageDepth
};

/// How many statements of the first stage the second one puts in order.
inline constexpr std::size_t kSecondStageDepth = 70;

/// Which part of an answer is wanted.
struct Page {
  std::size_t offset = 0;
  std::size_t count = 10;  ///< 0: all
  /// Of each cluster of near-duplicates only the best is there, as the first stage ranks it.
  bool collapses = false;
};

/// The statements of `matches`, which is what `query` matches, best first.
///
/// The first stage weighs them all (first_stage.h); the second re-ranks the first kSecondStageDepth
/// by their token streams; the rest follow as the first stage left them, their scores scaled to lie
/// below. Scores never rise and equal ones stand in the order of their ids, so that every page of
/// an answer shows the same order. Throws what Xapian throws.
[[nodiscard]] std::vector<RankedStatement> rank(const Xapian::Query& query,
                                                const index::DocumentSet& matches,
                                                const std::vector<RankedWord>& words,
                                                const Page& page, Matcher& matcher,
                                                const index::StatementColumns& columns);

}  // namespace bayan::searcher
