#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "common/index/token_stream.h"
#include "searcher/number_filter.h"
#include "searcher/ranked_words.h"
#include "searcher/score_parts.h"

/// The second ranking stage: what a statement is worth for the words of a query, computed from its
/// token stream alone.
///
/// With the idf ln(1 + (N - n + .5) / (n + .5)) of Robertson and Zaragoza (2009) to the power of
/// .8, k1 = .3, b = .85 and norm = k1 (1 - b + b length / average length), a statement gains
///
///   words    for each word, BM25 of the times its forms occur, and .3 of that of the form typed
///   grams    .8 / (number of the word's grams) of BM25 of each gram
///   title    .1 of the idf of each word that the title holds
///   opening  .7 of the idf of each word, falling by e every ten words before its first occurrence
///   pairs    for two words at most four apart, more if they stand as in the query
///   window   .6 of the best fifteen words on end: BM25 of the words in them
///
///   «زيارة الرئيس الفرنسي»: «الرئيس الفرنسي في زيارة» gains by every word, two pairs, one window.
///
/// No weight was taken from one set of queries: tools/evaluation/RANKING.md has what was tried.
namespace bayan::searcher {

/// How many statements hold what, of the whole index; for idf.
struct CollectionStatistics {
  double statements = 0;
  double average_length = 1;  ///< in words
  /// Of each form that was asked about; forms that are not there are in no statement.
  std::map<std::string, double, std::less<>> form_statements;
};

class SecondStage {
 public:
  SecondStage(const std::vector<RankedWord>& words, const CollectionStatistics& statistics);

  [[nodiscard]] ScoreParts score(const index::TokenStream& statement) const;

 private:
  /// What a token number stands for: a form of a word, or one of its grams.
  struct Role {
    std::uint32_t number;
    std::uint16_t word;
    std::int16_t gram;  ///< -1: a form
    float weight;       ///< of an occurrence
    bool is_exact;      ///< it is the form as typed
  };
  struct Word {
    double idf = 0;
    double exact_idf = 0;
    std::size_t place = 0;
    std::size_t first_gram = 0;  ///< in the list of all words' grams
    std::vector<double> gram_idfs;
  };
  struct Hit {
    std::size_t place;  ///< in the statement
    std::uint16_t word;
    float weight;
  };
  struct Occurrences;

  /// True for two words that stand side by side in the query, one function word between at most.
  [[nodiscard]] bool are_neighbours(std::size_t low, std::size_t high) const;
  void add_word(const RankedWord& word, const CollectionStatistics& statistics);
  [[nodiscard]] Occurrences find(const index::TokenStream& statement) const;
  [[nodiscard]] ScoreParts score_words(const Occurrences& found, double norm) const;
  [[nodiscard]] double score_pairs(const std::vector<Hit>& hits, double norm) const;
  [[nodiscard]] double score_gram_pairs(const std::vector<Hit>& hits, double norm) const;
  [[nodiscard]] double score_window(const std::vector<Hit>& hits) const;

  std::vector<Word> words_;
  std::vector<Role> roles_;  ///< rising by number
  NumberFilter numbers_;     ///< that play a role
  std::size_t gram_count_ = 0;
  double average_length_ = 1;
};

}  // namespace bayan::searcher
