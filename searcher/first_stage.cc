#include "searcher/first_stage.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>

namespace bayan::searcher {
namespace {

using Xapian::Query;

// k1 is small, for few statements say a word often for its own sake, and the second stage tells
// those apart.
constexpr double kK1 = 0.4;
constexpr double kB = 0.8;
constexpr double kSmallestNorm = 0.1;

/// Of a word that `holding` of `all` statements hold. Never below 0, though a word in most
/// statements is worth next to nothing.
double idf(double all, double holding) {
  double odds = (all - holding + 0.5) / (holding + 0.5);
  if (odds < 2) odds = odds * 0.5 + 1;
  return std::log(odds);
}

/// Gathers the words that weigh something.
void collect_words(const Query& query, std::vector<Query>& words) {
  if (is_word(query)) {
    words.push_back(query);
    return;
  }
  switch (query.get_type()) {
    case Query::OP_AND:
    case Query::OP_OR:
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
        collect_words(query.get_subquery(i), words);
      }
      break;
    case Query::OP_FILTER:
    case Query::OP_AND_NOT:
      collect_words(query.get_subquery(0), words);
      break;
    default:
      break;
  }
}

/// Adds word after word to the weights of all statements.
class Weigher {
 public:
  Weigher(const index::DocumentSet& matches, Matcher& matcher,
          const index::StatementColumns& columns)
      : matches_(matches),
        matcher_(matcher),
        columns_(columns),
        statements_(matcher.statements().get_doccount()),
        average_length_(matcher.statements().get_average_length()),
        weights_(std::size_t{matcher.statements().get_lastdocid()} + 1),
        counts_(weights_.size()) {}

  void add(const Query& word) {
    std::vector<Xapian::docid> holding;
    const auto end = word.get_terms_end();
    for (auto term = word.get_terms_begin(); term != end; ++term) {
      for (const Posting& posting : matcher_.postings(*term)) {
        if (counts_[posting.id] == 0) holding.push_back(posting.id);
        counts_[posting.id] += posting.count;
      }
    }
    const double word_idf = idf(statements_, static_cast<double>(holding.size()));
    for (const Xapian::docid id : holding) {
      if (matches_.contains(id)) weights_[id] += word_idf * saturate(counts_[id], id);
      counts_[id] = 0;
    }
  }

  [[nodiscard]] double weight(Xapian::docid id) const { return weights_[id]; }

 private:
  [[nodiscard]] double saturate(double count, Xapian::docid id) const {
    // Where a word counts no average is 0.
    const double length = std::max(kSmallestNorm, columns_.length(id) / average_length_);
    return (kK1 + 1) * count / (count + kK1 * (1 - kB + kB * length));
  }

  const index::DocumentSet& matches_;
  Matcher& matcher_;
  const index::StatementColumns& columns_;
  double statements_;
  double average_length_;
  std::vector<double> weights_;        ///< by statement
  std::vector<std::uint32_t> counts_;  ///< of the word at hand, by statement
};

}  // namespace

std::vector<Weighed> weigh(const Query& query, const index::DocumentSet& matches, Matcher& matcher,
                           const index::StatementColumns& columns) {
  columns.load_lengths(matches);
  Weigher weigher(matches, matcher, columns);
  std::vector<Query> words;
  collect_words(query, words);
  for (const Query& word : words) weigher.add(word);
  std::vector<Weighed> weighed;
  weighed.reserve(matches.count());
  matches.for_each([&](Xapian::docid id) { weighed.push_back({id, weigher.weight(id)}); });
  return weighed;
}

}  // namespace bayan::searcher
