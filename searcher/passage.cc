#include "searcher/passage.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "common/base/utf8.h"
#include "common/text/grapheme.h"

// The text between two words tells whether a sentence or a clause ends there:
//
//   «… في طهران. وقال الوزير، إن …»
//              ^ sentence     ^ clause
//
// A window over the hits says which words must be shown; around them the passage grows to where a
// sentence begins and ends, as long as it stays a passage.
namespace bayan::searcher {
namespace {

constexpr std::size_t kWords = 32;             // of a passage
constexpr std::size_t kFewestWords = 20;       // of one that ends with its sentence
constexpr std::size_t kWordsBefore = 4;        // the first hit, where no sentence begins near
constexpr std::size_t kFarthestSentence = 14;  // words before the first hit at which it may begin
constexpr std::size_t kFarthestClause = 8;
constexpr std::size_t kWordsAfter = 3;  // the last hit, whatever stands before the first

enum class Break : std::uint8_t { kNone, kClause, kSentence };

/// What the text between two words parts.
Break break_in(std::string_view between) {
  Break found = Break::kNone;
  for (std::size_t i = 0; i < between.size();) {
    const utf8::CodePoint c = utf8::decode_at(between, i);
    i += c.byte_count;
    const bool ends_word = i < between.size() && utf8::decode_at(between, i).value <= U' ';
    switch (c.value) {
      case U'\n':
      case U'!':
      case U'?':
      case U'\u061F':  // Arabic question mark
      case U'\u06D4':  // Urdu full stop
        return Break::kSentence;
      case U'.':
        if (ends_word) return Break::kSentence;
        break;
      case U',':
      case U';':
      case U':':
      case U'\u060C':  // Arabic comma
      case U'\u061B':  // Arabic semicolon
        if (ends_word) found = Break::kClause;
        break;
      default:
        break;
    }
  }
  return found;
}

/// What ends before word `token`. A single letter and a point are a title: «د. سالم».
Break break_before(std::string_view text, const text::TokenList& tokens, std::size_t token) {
  if (token == 0) return Break::kSentence;
  const text::Token& before = tokens[token - 1];
  const std::string_view between = text.substr(before.end, tokens[token].begin - before.end);
  const Break found = break_in(between);
  const bool may_be_title = found == Break::kSentence && between.starts_with('.') &&
                            between.find('\n') == std::string_view::npos;
  const bool is_title = may_be_title && utf8::code_points(tokens.form(token - 1)).size() == 1;
  return is_title ? Break::kNone : found;
}

/// Hits [first, last) of a window, and how much it shows.
struct Window {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t distinct = 0;  ///< query words
  std::size_t pairs = 0;     ///< neighbours in the query that are neighbours here, each once
  [[nodiscard]] std::pair<std::size_t, std::size_t> value() const { return {distinct, pairs}; }
};

/// Counts what is in a window that moves over the hits.
class Counter {
 public:
  explicit Counter(std::size_t words) : times_(words), pair_times_(words) {}
  void add(std::size_t word) { distinct += times_[word]++ == 0 ? 1 : 0; }
  void drop(std::size_t word) { distinct -= --times_[word] == 0 ? 1 : 0; }
  void add_pair(std::size_t word) { pairs += pair_times_[word]++ == 0 ? 1 : 0; }
  void drop_pair(std::size_t word) { pairs -= --pair_times_[word] == 0 ? 1 : 0; }
  std::size_t distinct = 0;
  std::size_t pairs = 0;

 private:
  std::vector<std::size_t> times_;
  std::vector<std::size_t> pair_times_;  ///< by the first word of the pair
};

bool is_pair(const Hit& one, const Hit& next) {
  return next.token == one.token + 1 && next.query_word == one.query_word + 1;
}

Window best_window(const std::vector<Hit>& hits) {
  std::size_t words = 0;
  for (const Hit& hit : hits) words = std::max(words, hit.query_word + 1);
  Counter counter(words);
  Window best;
  std::size_t last = 0;
  for (std::size_t first = 0; first < hits.size(); ++first) {
    const std::size_t end = hits[first].token + kWords - kWordsBefore;
    for (; last < hits.size() && hits[last].token < end; ++last) {
      counter.add(hits[last].query_word);
      if (last > first && is_pair(hits[last - 1], hits[last])) {
        counter.add_pair(hits[last - 1].query_word);
      }
    }
    const Window window{first, last, counter.distinct, counter.pairs};
    if (window.value() > best.value()) best = window;
    counter.drop(hits[first].query_word);
    if (first + 1 < last && is_pair(hits[first], hits[first + 1])) {
      counter.drop_pair(hits[first].query_word);
    }
  }
  return best;
}

/// The word that a passage with these words begins with: the latest sentence that begins at most so
/// far before, else the latest clause, else a few words before. Never so early that the last hit
/// would not be shown.
std::size_t first_word(std::string_view text, const text::TokenList& tokens, std::size_t first_hit,
                       std::size_t last_hit) {
  const auto before = [first_hit](std::size_t words) {
    return first_hit - std::min(first_hit, words);
  };
  const std::size_t shown = last_hit + kWordsAfter;
  const std::size_t earliest = std::max(before(kFarthestSentence), shown - std::min(shown, kWords));
  std::optional<std::size_t> clause;
  for (std::size_t token = first_hit; token + 1 > earliest; --token) {
    const Break found = break_before(text, tokens, token);
    if (found == Break::kSentence) return token;
    if (found == Break::kClause && !clause && token + kFarthestClause >= first_hit) clause = token;
    if (token == 0) break;
  }
  return clause.value_or(std::max(before(kWordsBefore), std::min(earliest, first_hit)));
}

/// The word behind the last of a passage that begins with `first`.
std::size_t end_word(std::string_view text, const text::TokenList& tokens, std::size_t first,
                     std::size_t last_hit) {
  const std::size_t most = std::min(first + kMostPassageWords, tokens.size());
  if (most == tokens.size()) return most;
  for (std::size_t end = most; end > std::max(first + kFewestWords, last_hit); --end) {
    if (break_before(text, tokens, end) == Break::kSentence) return end;
  }
  return first + kWords;
}

bool is_blank(char byte) { return static_cast<unsigned char>(byte) <= ' '; }

/// Where a sentence begins whose first word begins at byte `word`, behind one that ends at `last`:
/// with the sign before the word, as in «"نعم» and «(نعم».
std::size_t sentence_begin(std::string_view text, std::size_t last, std::size_t word) {
  std::size_t begin = word;
  while (begin > last && !is_blank(text[begin - 1])) --begin;
  return begin > last ? begin : text::grapheme_begin(text, word);
}

/// Where a sentence ends whose last word ends at byte `word`: with the signs behind it.
std::size_t sentence_end(std::string_view text, std::size_t word, std::size_t next) {
  std::size_t end = word;
  while (end < next && !is_blank(text[end])) ++end;
  return end < next ? end : text::grapheme_end(text, word);
}

}  // namespace

Passage best_passage(const std::vector<Hit>& hits) {
  if (hits.empty()) return {};
  const Window window = best_window(hits);
  return {hits[window.first].token, hits[window.last - 1].token, window.last - window.first};
}

std::size_t count_within(const std::vector<Hit>& hits, const Passage& passage) {
  return static_cast<std::size_t>(std::ranges::count_if(hits, [&passage](const Hit& hit) {
    return hit.token >= passage.first_hit && hit.token <= passage.last_hit;
  }));
}

Extent extent_of(std::string_view text, const text::TokenList& tokens, const Passage& passage) {
  const std::size_t last_hit = std::min(passage.last_hit, tokens.size() - 1);
  std::size_t first = first_word(text, tokens, std::min(passage.first_hit, last_hit), last_hit);
  // A passage at the end of the text begins early enough to be whole.
  if (tokens.size() - first < kFewestWords) {
    first = std::min(first, tokens.size() - std::min(tokens.size(), kWords));
  }
  const std::size_t end = end_word(text, tokens, first, last_hit);
  Extent extent;
  extent.cuts_before = break_before(text, tokens, first) != Break::kSentence;
  if (first > 0) {
    extent.begin = extent.cuts_before
                       ? text::grapheme_begin(text, tokens[first].begin)
                       : sentence_begin(text, tokens[first - 1].end, tokens[first].begin);
  }
  extent.end = text.size();
  if (end < tokens.size()) {
    extent.cuts_after = break_before(text, tokens, end) != Break::kSentence;
    extent.end = extent.cuts_after ? text::grapheme_end(text, tokens[end - 1].end)
                                   : sentence_end(text, tokens[end - 1].end, tokens[end].begin);
  }
  return extent;
}

}  // namespace bayan::searcher
