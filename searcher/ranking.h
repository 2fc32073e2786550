#pragma once

#include <xapian.h>

#include <optional>
#include <vector>

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

/// The statements that match `query`, best first, `count` of them (0: all) from `offset` on.
///
/// The first stage is Xapian's BM25 over the sets of forms; the second re-ranks the first
/// kSecondStageDepth by their token streams; the rest follow as the first stage left them, their
/// scores scaled to lie below. With `collapses` only the best of each cluster of near-duplicates is
/// among them, as the first stage ranks it. Scores never rise and equal ones stand in the order of
/// their ids, so that every page of an answer shows the same order. `counter`, where there is one,
/// sees every match in the same pass; without it Xapian passes over those that cannot get far.
/// Throws what Xapian throws.
[[nodiscard]] std::vector<RankedStatement> rank(const Xapian::Database& statements,
                                                const Xapian::Query& query,
                                                const std::vector<RankedWord>& words,
                                                std::size_t offset, std::size_t count,
                                                bool collapses = false,
                                                Xapian::MatchSpy* counter = nullptr);

}  // namespace bayan::searcher
