#include "searcher/ranking.h"

#include <algorithm>
#include <iterator>

#include "common/index/schema.h"
#include "common/statement/codec.h"

namespace bayan::searcher {
namespace {

// Of the first stage. Its k1 is small, for few statements say a word often for its own sake, and
// the second stage tells those apart.
constexpr double kK1 = 0.4;
constexpr double kB = 0.8;
constexpr double kSmallestNorm = 0.1;

CollectionStatistics statistics_of(const Xapian::Database& statements, const Xapian::MSet& matches,
                                   const std::vector<RankedWord>& words) {
  CollectionStatistics statistics;
  statistics.statements = statements.get_doccount();
  statistics.average_length = statements.get_average_length();
  for (const RankedWord& word : words) {
    for (const index::RelatedForm& related : word.forms) {
      const auto [place, is_new] = statistics.form_statements.try_emplace(related.form, 0);
      // What the query holds the match set knows without another look into the database.
      if (is_new) place->second = matches.get_termfreq(related.form);
    }
  }
  return statistics;
}

struct Candidate {
  RankedStatement statement;
  std::string id;
};

std::vector<Candidate> rescore(const Xapian::MSet& matches, Xapian::doccount depth,
                               const SecondStage& second_stage) {
  // One request to a server for all of them.
  matches.fetch(matches[0], matches[depth - 1]);
  std::vector<Candidate> candidates;
  candidates.reserve(depth);
  for (Xapian::doccount i = 0; i < depth; ++i) {
    const Xapian::MSetIterator match = matches[i];
    Candidate& candidate = candidates.emplace_back();
    candidate.statement.document = match.get_document();
    candidate.id = match.get_sort_key();
    const std::string data = candidate.statement.document.get_data();
    // A damaged statement ranks last; whoever shows it says what is wrong.
    const std::string_view stream = statement::token_stream_of(data).value_or(std::string_view());
    candidate.statement.parts = second_stage.score(index::TokenStream(stream));
    candidate.statement.score = candidate.statement.parts->total();
  }
  std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
    return a.statement.score != b.statement.score ? a.statement.score > b.statement.score
                                                  : a.id < b.id;
  });
  return candidates;
}

/// What first-stage weights behind the second stage's last score are multiplied with.
double scale_below(double last_score, double first_weight) {
  constexpr double kJustBelow = 1 - 1e-6;
  if (first_weight <= 0) return 1;
  return std::min(1.0, kJustBelow * last_score / first_weight);
}

/// Matches `begin` to `end` as Xapian ranked them, their weights multiplied with `scale`.
std::vector<RankedStatement> first_stage_order(const Xapian::MSet& matches, std::size_t begin,
                                               std::size_t end, double scale = 1) {
  std::vector<RankedStatement> ranked;
  for (std::size_t i = begin; i < std::min<std::size_t>(end, matches.size()); ++i) {
    const Xapian::MSetIterator match = matches[static_cast<Xapian::doccount>(i)];
    ranked.push_back({match.get_document(), match.get_weight() * scale, std::nullopt});
  }
  return ranked;
}

}  // namespace

std::vector<RankedStatement> rank(const Xapian::Database& statements, const Xapian::Query& query,
                                  const std::vector<RankedWord>& words, std::size_t offset,
                                  std::size_t count, bool collapses, Xapian::MatchSpy* counter) {
  const std::size_t all = statements.get_doccount();
  const std::size_t end = count == 0 ? all : std::min(all, offset + count);
  Xapian::Enquire enquire(statements);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BM25Weight(kK1, 0, 1, kB, kSmallestNorm));
  enquire.set_sort_by_relevance_then_value(index::kIdSlot, false);
  if (collapses) enquire.set_collapse_key(index::kClusterSlot);
  if (counter != nullptr) enquire.add_matchspy(counter);
  const std::size_t checked = counter != nullptr ? all : 0;
  const Xapian::MSet matches =
      enquire.get_mset(0, static_cast<Xapian::doccount>(std::max(end, kSecondStageDepth)),
                       static_cast<Xapian::doccount>(checked));
  const auto depth = std::min(static_cast<Xapian::doccount>(kSecondStageDepth), matches.size());
  if (depth == 0) return {};
  // A wildcard alone has no word that the second stage knows of.
  if (words.empty()) return first_stage_order(matches, offset, end);
  const SecondStage second_stage(words, statistics_of(statements, matches, words));
  std::vector<Candidate> candidates = rescore(matches, depth, second_stage);
  std::vector<RankedStatement> ranked;
  for (std::size_t i = offset; i < std::min<std::size_t>(end, depth); ++i) {
    ranked.push_back(std::move(candidates[i].statement));
  }
  if (end <= depth || matches.size() <= depth) return ranked;
  const double scale = scale_below(candidates.back().statement.score, matches[depth].get_weight());
  std::vector<RankedStatement> rest =
      first_stage_order(matches, std::max<std::size_t>(offset, depth), end, scale);
  std::ranges::move(rest, std::back_inserter(ranked));
  return ranked;
}

}  // namespace bayan::searcher
