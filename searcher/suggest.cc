#include "searcher/suggest.h"

#include <algorithm>

#include "common/text/analyzer.h"
#include "common/text/stop_words.h"
#include "searcher/suggest_words.h"

namespace bayan::searcher {
namespace {

/// Queries that are tried, and words that are looked at; longer queries are searched as they are.
constexpr std::size_t kMostTried = 10;
constexpr std::size_t kMostWords = 12;
constexpr std::size_t kMostSuggestions = 6;
/// Words that are corrected; each costs a look through the vocabulary.
constexpr std::size_t kMostCorrected = 4;
/// A word that no more statements hold may be a slip itself, where another is so many times as
/// frequent.
constexpr std::uint32_t kFew = 15;
constexpr std::uint64_t kManyTimes = 50;

/// The words between spaces; none where the query speaks the query language.
std::vector<std::string> plain_words(std::string_view query) {
  // Keys of the Arabic layout (; ' , . / [ ]) are no signs of ours.
  constexpr std::string_view kSigns = "\"():=+-|&!*";
  if (query.find_first_of(kSigns) != std::string_view::npos ||
      query.find("«") != std::string_view::npos) {
    return {};
  }
  std::vector<std::string> words;
  for (std::size_t at = 0; at < query.size();) {
    const std::size_t end = std::min(query.find_first_of(" \t\n\r", at), query.size());
    if (end > at) words.emplace_back(query.substr(at, end - at));
    at = end + 1;
  }
  return words.size() > kMostWords ? std::vector<std::string>{} : words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

/// «Al» of "Al Khalifa": the article is nothing that a word must have.
bool is_latin_article(std::string_view word) {
  return word == "al" || word == "Al" || word == "AL" || word == "el" || word == "El";
}

/// Queries to try, each once.
class Candidates {
 public:
  Candidates(const index::IndexReader& index, std::vector<std::string> words)
      : index_(index), words_(std::move(words)) {}

  Result<std::vector<std::string>> make() {
    if (Result<void> done = count_words(); !done) return tl::unexpected(done.error());
    if (Result<void> done = join_neighbours(true); !done) return tl::unexpected(done.error());
    if (Result<void> done = replace_missing(); !done) return tl::unexpected(done.error());
    if (Result<void> done = join_neighbours(false); !done) return tl::unexpected(done.error());
    if (Result<void> done = replace_rarest(); !done) return tl::unexpected(done.error());
    if (Result<void> done = spell_in_arabic(); !done) return tl::unexpected(done.error());
    if (words_.size() > 1) {
      for (std::size_t i = 0; i < words_.size(); ++i) {
        if (!is_missing(i) && !text::is_stop_word(words_[i])) try_query(words_[i]);
      }
    }
    return std::move(queries_);
  }

  /// The same for words that a few statements hold together.
  Result<std::vector<std::string>> make_for_few() {
    if (Result<void> done = count_words(); !done) return tl::unexpected(done.error());
    if (Result<void> done = replace_rarest(); !done) return tl::unexpected(done.error());
    return std::move(queries_);
  }

 private:
  void try_query(std::string query) {
    if (queries_.size() < kMostTried && std::ranges::find(queries_, query) == queries_.end()) {
      queries_.push_back(std::move(query));
    }
  }

  [[nodiscard]] bool is_missing(std::size_t i) const { return counts_[i] == 0; }

  Result<void> count_words() {
    for (const std::string& word : words_) {
      const Result<std::uint32_t> count = count_of_rarest(index_, word);
      if (!count) return tl::unexpected(count.error());
      counts_.push_back(*count);
    }
    return {};
  }

  /// «الظمان الاجتماعي»: each word exists, and the rarest is the likeliest slip.
  Result<void> replace_rarest() {
    const auto rarest = std::ranges::min_element(counts_);
    if (*rarest == 0 || *rarest > kFew) return {};
    const auto at = static_cast<std::size_t>(rarest - counts_.begin());
    const Result<std::vector<std::string>> instead = replacements(index_, words_[at]);
    if (!instead) return tl::unexpected(instead.error());
    for (const std::string& word : *instead) {
      std::vector<std::string> words = words_;
      words[at] = word;
      try_query(joined(words));
    }
    return {};
  }

  /// Each missing word by the likeliest word for it, the first few of them; then the first by its
  /// other likely words.
  Result<void> replace_missing() {
    std::vector<std::string> best = words_;
    std::vector<std::string> first_words;
    std::size_t first = words_.size();
    std::size_t missing = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (!is_missing(i)) continue;
      Result<std::vector<std::string>> instead;
      if (++missing <= kMostCorrected) instead = replacements(index_, words_[i]);
      if (!instead) return tl::unexpected(instead.error());
      if (instead->empty()) {
        best[i].clear();  // the others may be found without it
        continue;
      }
      best[i] = instead->front();
      if (first == words_.size()) {
        first = i;
        first_words = std::move(*instead);
      }
    }
    if (first == words_.size()) return {};
    for (const std::string& word : first_words) {
      best[first] = word;
      std::vector<std::string> kept;
      std::ranges::copy_if(best, std::back_inserter(kept),
                           [](const std::string& one) { return !one.empty(); });
      try_query(joined(kept));
    }
    return {};
  }

  /// A name in Latin letters of which the index holds the parts, but not together.
  Result<void> spell_in_arabic() {
    if (words_.size() < 2) return {};
    std::vector<std::string> arabic;
    for (const std::string& word : words_) {
      if (static_cast<unsigned char>(word.front()) >= 0x80) return {};
      if (is_latin_article(word)) continue;
      Result<std::vector<std::string>> spelt = arabic_spellings(index_, word);
      if (!spelt) return tl::unexpected(spelt.error());
      if (spelt->empty()) return {};
      arabic.push_back(std::move(spelt->front()));
    }
    try_query(joined(arabic));
    return {};
  }

  /// «مع الي» for «معالي»; first where one of them is no word.
  Result<void> join_neighbours(bool with_a_missing_one) {
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
      if ((is_missing(i) || is_missing(i + 1)) != with_a_missing_one) continue;
      const std::string one = words_[i] + words_[i + 1];
      const Result<bool> found = exists(index_, one);
      if (!found) return tl::unexpected(found.error());
      if (!*found) continue;
      std::vector<std::string> words = words_;
      words[i] = one;
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      try_query(joined(words));
    }
    return {};
  }

  const index::IndexReader& index_;
  std::vector<std::string> words_;
  std::vector<std::uint32_t> counts_;  ///< of statements that hold each word
  std::vector<std::string> queries_;
};

}  // namespace

Result<std::vector<Suggestion>> suggest(const index::IndexReader& index, std::string_view query,
                                        std::uint64_t with_all_words, const QueryCount& count) {
  std::vector<Suggestion> suggestions;
  const std::vector<std::string> words = plain_words(query);
  if (words.empty() || with_all_words > kFew) return suggestions;
  Candidates candidates(index, words);
  const Result<std::vector<std::string>> queries =
      with_all_words == 0 ? candidates.make() : candidates.make_for_few();
  if (!queries) return tl::unexpected(queries.error());
  const std::uint64_t least = std::max<std::uint64_t>(1, kManyTimes * with_all_words);
  for (const std::string& candidate : *queries) {
    if (suggestions.size() == kMostSuggestions) break;
    const Result<std::uint64_t> found = count(candidate);
    if (!found) return tl::unexpected(found.error());
    if (*found >= least) suggestions.push_back({candidate, *found});
  }
  return suggestions;
}

}  // namespace bayan::searcher
