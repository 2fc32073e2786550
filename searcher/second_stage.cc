#include "searcher/second_stage.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace bayan::searcher {
namespace {

constexpr double kK1 = 0.3;
constexpr double kB = 0.85;
/// A rare word tells more than a frequent one, but less so than its idf says.
constexpr double kIdfPower = 0.8;
constexpr double kExactWeight = 0.3;
constexpr double kGramsWeight = 0.8;
constexpr double kTitleWeight = 0.1;

/// Statements say in their first words what they are about; what is named later is so by the way.
constexpr double kOpeningWeight = 0.7;
constexpr double kOpeningWords = 10;

constexpr std::size_t kFarthestPair = 4;
/// Query words side by side, one function word between them at most.
constexpr std::size_t kNeighbours = 2;
constexpr double kOrderedWeight = 0.4;
constexpr double kNeighboursWeight = 0.3;
constexpr double kOthersWeight = 0.15;
constexpr double kGramNeighboursWeight = 0.3;

constexpr std::size_t kWindowWords = 15;
constexpr double kWindowWeight = 0.6;
/// A window's words saturate as those of a statement of this part of the average length's norm.
constexpr double kWindowNorm = 0.6;

/// Robertson and Zaragoza, "The probabilistic relevance framework: BM25 and beyond" (2009), with
/// one added within the logarithm, so that no word weighs less than nothing.
double idf(double all, double holding) {
  holding = std::clamp(holding, 0.0, all);
  return std::pow(std::log(1 + (all - holding + 0.5) / (holding + 0.5)), kIdfPower);
}

double saturate(double count, double norm) {
  return count > 0 ? (kK1 + 1) * count / (count + norm) : 0;
}

/// How many statements hold one of the forms, as if forms fell independently: what Xapian takes a
/// set of synonyms for, and all that is known of one.
double statements_with_any(const RankedWord& word, const CollectionStatistics& statistics) {
  double without = 1;
  for (const index::RelatedForm& related : word.forms) {
    const auto found = statistics.form_statements.find(related.form);
    if (found == statistics.form_statements.end() || statistics.statements == 0) continue;
    // What stands for the word less surely makes it less common by as much.
    without *= std::max(0.0, 1 - weight_of(related.grade) * found->second / statistics.statements);
  }
  return statistics.statements * (1 - without);
}

}  // namespace

double ScoreParts::total() const {
  double sum = title + opening + pairs + window;
  for (const WordScore& word : words) sum += word.forms + word.exact + word.grams;
  return sum;
}

struct SecondStage::Occurrences {
  std::vector<double> forms;  ///< by word
  std::vector<double> exact;
  std::vector<bool> in_title;
  std::vector<double> grams;       ///< by gram of all words
  std::vector<std::size_t> first;  ///< the first place of a form or gram of a word, or kNowhere
  std::vector<Hit> hits;           ///< of forms, by place
  std::vector<Hit> gram_hits;      ///< of words of which a gram occurs, by place
  static constexpr std::size_t kNowhere = std::numeric_limits<std::size_t>::max();
};

SecondStage::SecondStage(const std::vector<RankedWord>& words,
                         const CollectionStatistics& statistics)
    : average_length_(std::max(1.0, statistics.average_length)) {
  for (const RankedWord& word : words) add_word(word, statistics);
  std::ranges::sort(roles_, {}, &Role::number);
  for (const Role& role : roles_) numbers_.insert(role.number);
}

void SecondStage::add_word(const RankedWord& word, const CollectionStatistics& statistics) {
  const auto number = static_cast<std::uint16_t>(words_.size());
  const auto own = statistics.form_statements.find(word.form);
  const double own_statements = own == statistics.form_statements.end() ? 0 : own->second;
  Word& added = words_.emplace_back();
  added.idf = idf(statistics.statements, statements_with_any(word, statistics));
  added.exact_idf = idf(statistics.statements, own_statements);
  added.place = word.place;
  added.first_gram = gram_count_;
  for (const index::RelatedForm& related : word.forms) {
    roles_.push_back({index::token_number(related.form), number, -1,
                      static_cast<float>(weight_of(related.grade)), related.form == word.form});
  }
  for (std::size_t i = 0; i < word.grams.size(); ++i) {
    added.gram_idfs.push_back(idf(statistics.statements, word.grams[i].statements));
    for (const std::uint32_t form : word.grams[i].numbers) {
      roles_.push_back({form, number, static_cast<std::int16_t>(i), 1, false});
    }
  }
  gram_count_ += word.grams.size();
}

SecondStage::Occurrences SecondStage::find(const index::TokenStream& statement) const {
  Occurrences found{.forms = std::vector<double>(words_.size()),
                    .exact = std::vector<double>(words_.size()),
                    .in_title = std::vector<bool>(words_.size()),
                    .grams = std::vector<double>(gram_count_),
                    .first = std::vector<std::size_t>(words_.size(), Occurrences::kNowhere),
                    .hits = {},
                    .gram_hits = {}};
  for (std::size_t i = 0; i < statement.size(); ++i) {
    const std::uint32_t number = statement[i];
    if (!numbers_.may_hold(number)) continue;
    auto role = std::ranges::lower_bound(roles_, number, {}, &Role::number);
    for (; role != roles_.end() && role->number == number; ++role) {
      found.first[role->word] = std::min(found.first[role->word], i);
      if (role->gram >= 0) {
        ++found.grams[words_[role->word].first_gram + static_cast<std::size_t>(role->gram)];
        const bool is_known = !found.gram_hits.empty() && found.gram_hits.back().place == i &&
                              found.gram_hits.back().word == role->word;
        if (!is_known) found.gram_hits.push_back({i, role->word, 1});
        continue;
      }
      found.forms[role->word] += role->weight;
      if (role->is_exact) ++found.exact[role->word];
      if (i < statement.title_size()) found.in_title[role->word] = true;
      found.hits.push_back({i, role->word, role->weight});
    }
  }
  return found;
}

ScoreParts SecondStage::score(const index::TokenStream& statement) const {
  const Occurrences found = find(statement);
  const double length = static_cast<double>(statement.size()) / average_length_;
  const double norm = kK1 * (1 - kB + kB * length);
  ScoreParts parts = score_words(found, norm);
  parts.pairs = score_pairs(found.hits, norm) + score_gram_pairs(found.gram_hits, norm);
  parts.window = score_window(found.hits);
  return parts;
}

ScoreParts SecondStage::score_words(const Occurrences& found, double norm) const {
  ScoreParts parts;
  for (std::size_t w = 0; w < words_.size(); ++w) {
    const Word& word = words_[w];
    WordScore& score = parts.words.emplace_back();
    score.forms = word.idf * saturate(found.forms[w], norm);
    score.exact = kExactWeight * word.exact_idf * saturate(found.exact[w], norm);
    const auto grams = static_cast<double>(word.gram_idfs.size());
    for (std::size_t g = 0; g < word.gram_idfs.size(); ++g) {
      score.grams += kGramsWeight / grams * word.gram_idfs[g] *
                     saturate(found.grams[word.first_gram + g], norm);
    }
    if (found.in_title[w]) parts.title += kTitleWeight * word.idf;
    if (found.first[w] != Occurrences::kNowhere) {
      const auto before = static_cast<double>(found.first[w]);
      parts.opening += kOpeningWeight * word.idf * std::exp(-before / kOpeningWords);
    }
  }
  return parts;
}

bool SecondStage::are_neighbours(std::size_t low, std::size_t high) const {
  return high == low + 1 && words_[high].place - words_[low].place <= kNeighbours;
}

/// For two words of the query: how often they stand in its order next to each other (at most one
/// word between), and the sum of 1/distance over all places within kFarthestPair.
double SecondStage::score_pairs(const std::vector<Hit>& hits, double norm) const {
  const std::size_t count = words_.size();
  std::vector<double> ordered(count * count);
  std::vector<double> near(count * count);
  for (std::size_t i = 0; i < hits.size(); ++i) {
    for (std::size_t j = i + 1; j < hits.size(); ++j) {
      const std::size_t distance = hits[j].place - hits[i].place;
      if (distance > kFarthestPair) break;
      if (distance == 0 || hits[i].word == hits[j].word) continue;
      const double weight = std::min(hits[i].weight, hits[j].weight);
      const auto [low, high] = std::minmax(hits[i].word, hits[j].word);
      near[low * count + high] += weight / static_cast<double>(distance);
      if (distance <= kNeighbours && hits[i].word == low) ordered[low * count + high] += weight;
    }
  }
  double sum = 0;
  for (std::size_t low = 0; low < count; ++low) {
    for (std::size_t high = low + 1; high < count; ++high) {
      const bool neighbours = are_neighbours(low, high);
      const double smaller_idf = std::min(words_[low].idf, words_[high].idf);
      const double in_order = neighbours ? saturate(ordered[low * count + high], norm) : 0;
      sum += smaller_idf *
             (kOrderedWeight * in_order + (neighbours ? kNeighboursWeight : kOthersWeight) *
                                              saturate(near[low * count + high], norm));
    }
  }
  return sum;
}

/// Neighbours of the query that stand in its order, each by any of its grams: what brings together
/// words that no stemmer does.
double SecondStage::score_gram_pairs(const std::vector<Hit>& hits, double norm) const {
  std::vector<double> ordered(words_.size());  // by the second word
  for (std::size_t i = 0; i < hits.size(); ++i) {
    for (std::size_t j = i + 1; j < hits.size(); ++j) {
      const std::size_t distance = hits[j].place - hits[i].place;
      if (distance > kNeighbours) break;
      if (distance > 0 && hits[j].word == hits[i].word + 1) ++ordered[hits[j].word];
    }
  }
  double sum = 0;
  for (std::size_t high = 1; high < words_.size(); ++high) {
    if (!are_neighbours(high - 1, high)) continue;
    sum += std::min(words_[high - 1].idf, words_[high].idf) * saturate(ordered[high], norm);
  }
  return kGramNeighboursWeight * sum;
}

double SecondStage::score_window(const std::vector<Hit>& hits) const {
  std::vector<double> counts(words_.size());
  double best = 0;
  double now = 0;
  const auto add = [&](const Hit& hit, double weight) {
    const double idf = words_[hit.word].idf;
    double& count = counts[hit.word];
    now -= idf * saturate(count, kWindowNorm * kK1);
    count = std::max(0.0, count + weight);
    now += idf * saturate(count, kWindowNorm * kK1);
  };
  std::size_t first = 0;
  for (const Hit& hit : hits) {
    add(hit, hit.weight);
    for (; hit.place - hits[first].place >= kWindowWords; ++first) {
      add(hits[first], -hits[first].weight);
    }
    best = std::max(best, now);
  }
  return kWindowWeight * best;
}

}  // namespace bayan::searcher
