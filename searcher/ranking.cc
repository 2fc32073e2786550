#include "searcher/ranking.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "common/index/schema.h"
#include "common/statement/codec.h"
#include "searcher/first_stage.h"

namespace bayan::searcher {
namespace {

/// The ids of statements, which are read where two of them are worth the same.
class Ids {
 public:
  explicit Ids(const Xapian::Database& statements) : statements_(statements) {}

  [[nodiscard]] bool is_before(Xapian::docid a, Xapian::docid b) { return id(a) < id(b); }

 private:
  const std::string& id(Xapian::docid document) {
    const auto [known, is_new] = ids_.try_emplace(document);
    if (is_new) known->second = statements_.get_document(document).get_value(index::kIdSlot);
    return known->second;
  }

  const Xapian::Database& statements_;
  std::unordered_map<Xapian::docid, std::string> ids_;
};

/// Puts the first `count` and all that weigh as much as the last of them in front, in their order;
/// how many those are.
std::size_t sort_first(std::vector<Weighed>& weighed, std::size_t count, Ids& ids) {
  if (count == 0 || weighed.empty()) return 0;
  const auto last = static_cast<std::ptrdiff_t>(std::min(count, weighed.size()) - 1);
  std::ranges::nth_element(weighed, weighed.begin() + last, std::ranges::greater{},
                           &Weighed::weight);
  const double least = weighed[static_cast<std::size_t>(last)].weight;
  const auto rest = std::partition(weighed.begin(), weighed.end(),
                                   [&](const Weighed& each) { return each.weight >= least; });
  std::sort(weighed.begin(), rest, [&](const Weighed& a, const Weighed& b) {
    return a.weight != b.weight ? a.weight > b.weight : ids.is_before(a.id, b.id);
  });
  return static_cast<std::size_t>(rest - weighed.begin());
}

/// The first `count`, of each cluster one where `collapses`, at least `count` of them where there
/// are as many.
std::vector<Weighed> first_of(std::vector<Weighed> weighed, std::size_t count, bool collapses,
                              const index::StatementColumns& columns, Ids& ids) {
  for (std::size_t sorted_count = count;; sorted_count *= 2) {
    const std::size_t sorted = sort_first(weighed, sorted_count, ids);
    std::vector<Weighed> first(weighed.begin(),
                               weighed.begin() + static_cast<std::ptrdiff_t>(sorted));
    if (collapses) {
      std::unordered_set<std::uint64_t> clusters;
      std::erase_if(first, [&](const Weighed& each) {
        const std::uint64_t cluster = columns.cluster(each.id);
        return cluster != 0 && !clusters.insert(cluster).second;
      });
    }
    if (first.size() >= count || sorted == weighed.size()) return first;
  }
}

CollectionStatistics statistics_of(const Matcher& matcher, const std::vector<RankedWord>& words) {
  CollectionStatistics statistics;
  statistics.statements = matcher.statements().get_doccount();
  statistics.average_length = matcher.statements().get_average_length();
  for (const RankedWord& word : words) {
    for (const index::RelatedForm& related : word.forms) {
      const auto [place, is_new] = statistics.form_statements.try_emplace(related.form, 0);
      if (is_new)
        place->second = static_cast<double>(matcher.frequency(index::text_term(related.form)));
    }
  }
  return statistics;
}

struct Candidate {
  RankedStatement statement;
  Xapian::docid id;
};

std::vector<Candidate> rescore(std::span<const Weighed> first, const Xapian::Database& statements,
                               const SecondStage& second_stage, Ids& ids) {
  std::vector<Candidate> candidates;
  candidates.reserve(first.size());
  for (const Weighed& each : first) {
    Candidate& candidate = candidates.emplace_back();
    candidate.id = each.id;
    candidate.statement.document = statements.get_document(each.id, Xapian::DOC_ASSUME_VALID);
    const std::string data = candidate.statement.document.get_data();
    // A damaged statement ranks last; whoever shows it says what is wrong.
    const std::string_view stream = statement::token_stream_of(data).value_or(std::string_view());
    candidate.statement.parts = second_stage.score(index::TokenStream(stream));
    candidate.statement.score = candidate.statement.parts->total();
  }
  std::ranges::sort(candidates, [&](const Candidate& a, const Candidate& b) {
    return a.statement.score != b.statement.score ? a.statement.score > b.statement.score
                                                  : ids.is_before(a.id, b.id);
  });
  return candidates;
}

/// What first-stage weights behind the second stage's last score are multiplied with.
double scale_below(double last_score, double first_weight) {
  constexpr double kJustBelow = 1 - 1e-6;
  if (first_weight <= 0) return 1;
  return std::min(1.0, kJustBelow * last_score / first_weight);
}

/// Places `begin` to `end` as the first stage ranked them, their weights multiplied with `scale`.
std::vector<RankedStatement> first_stage_order(const std::vector<Weighed>& first,
                                               const Xapian::Database& statements,
                                               std::size_t begin, std::size_t end,
                                               double scale = 1) {
  std::vector<RankedStatement> ranked;
  for (std::size_t i = begin; i < std::min(end, first.size()); ++i) {
    ranked.push_back({statements.get_document(first[i].id, Xapian::DOC_ASSUME_VALID),
                      first[i].weight * scale, std::nullopt});
  }
  return ranked;
}

}  // namespace

std::vector<RankedStatement> rank(const Xapian::Query& query, const index::DocumentSet& matches,
                                  const std::vector<RankedWord>& words, const Page& page,
                                  Matcher& matcher, const index::StatementColumns& columns) {
  const Xapian::Database& statements = matcher.statements();
  const std::size_t all = statements.get_doccount();
  const std::size_t end = page.count == 0 ? all : std::min(all, page.offset + page.count);
  Ids ids(statements);
  const std::vector<Weighed> first =
      first_of(weigh(query, matches, matcher, columns), std::max(end, kSecondStageDepth),
               page.collapses, columns, ids);
  if (first.empty()) return {};
  // A wildcard alone has no word that the second stage knows of.
  if (words.empty()) return first_stage_order(first, statements, page.offset, end);
  const std::size_t depth = std::min(kSecondStageDepth, first.size());
  const SecondStage second_stage(words, statistics_of(matcher, words));
  std::vector<Candidate> candidates =
      rescore(std::span(first).first(depth), statements, second_stage, ids);
  std::vector<RankedStatement> ranked;
  for (std::size_t i = page.offset; i < std::min(end, depth); ++i) {
    ranked.push_back(std::move(candidates[i].statement));
  }
  if (end <= depth || first.size() <= depth) return ranked;
  const double scale = scale_below(candidates.back().statement.score, first[depth].weight);
  std::vector<RankedStatement> rest =
      first_stage_order(first, statements, std::max(page.offset, depth), end, scale);
  std::ranges::move(rest, std::back_inserter(ranked));
  return ranked;
}

}  // namespace bayan::searcher
