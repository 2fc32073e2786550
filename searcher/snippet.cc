#include "searcher/snippet.h"

#include <algorithm>

#include "common/base/utf8.h"
#include "common/text/analyzer.h"
#include "common/text/grapheme.h"

namespace bayan::searcher {
namespace {

constexpr std::size_t kPassageWords = 32;
constexpr std::size_t kWordsBefore = 4;
constexpr std::string_view kEllipsis = "…";
constexpr std::uint32_t kFilterBits = 0xFFFF;

struct Hit {
  std::size_t token;
  std::size_t query_word;
};

std::vector<Hit> find_words(const text::TokenList& tokens, const MatchedForms& forms) {
  std::vector<Hit> hits;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto found = forms.find(tokens.form(i));
    if (found != forms.end()) hits.push_back({i, found->second});
  }
  return hits;
}

/// The words inside `named`, which rises; of places that overlap the first has the word.
std::vector<Hit> find_names(const text::TokenList& tokens, const std::vector<NamedPlace>& named) {
  std::vector<Hit> hits;
  auto place = named.begin();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    while (place != named.end() && place->end <= tokens[i].begin) ++place;
    if (place == named.end()) break;
    if (tokens[i].begin >= place->begin && tokens[i].end <= place->end) {
      hits.push_back({i, place->number});
    }
  }
  return hits;
}

std::vector<Hit> find_hits(const text::TokenList& tokens, const MatchedForms& forms,
                           const std::vector<NamedPlace>& named) {
  std::vector<Hit> words = find_words(tokens, forms);
  return words.empty() ? find_names(tokens, named) : words;
}

/// The token at which the window with most distinct query words begins; then most hits, then first.
std::size_t best_start(const std::vector<Hit>& hits) {
  std::size_t words = 0;
  for (const Hit& hit : hits) words = std::max(words, hit.query_word + 1);
  std::vector<std::size_t> times(words);  // of each word in hits[first, last)
  std::size_t distinct = 0;
  std::size_t last = 0;
  std::size_t best = 0;
  std::pair<std::size_t, std::size_t> best_score{0, 0};
  for (std::size_t first = 0; first < hits.size(); ++first) {
    const std::size_t end = hits[first].token + kPassageWords - kWordsBefore;
    for (; last < hits.size() && hits[last].token < end; ++last) {
      if (times[hits[last].query_word]++ == 0) ++distinct;
    }
    if (const std::pair score{distinct, last - first}; score > best_score) {
      best_score = score;
      best = hits[first].token;
    }
    if (--times[hits[first].query_word] == 0) --distinct;
  }
  return best > kWordsBefore ? best - kWordsBefore : 0;
}

bool is_white_space(char32_t c) {
  return c <= U' ' || c == 0x7F || c == 0x85 || c == 0xA0 || c == 0x2028 || c == 0x2029;
}

/// Copies text[begin, end) with white space made single, carrying highlights over.
class Copier {
 public:
  Copier(std::string_view text, const text::TokenList& tokens, const std::vector<Hit>& hits)
      : text_(text), tokens_(tokens), hits_(hits) {}

  Snippet copy(std::size_t begin, std::size_t end) {
    if (begin > 0) out_.text += kEllipsis;
    std::size_t at = begin;
    for (const Hit& hit : hits_) {
      const text::Token& token = tokens_[hit.token];
      if (token.begin < at || token.end > end) continue;
      const std::size_t mark_begin = std::max(at, text::grapheme_begin(text_, token.begin));
      const std::size_t mark_end = text::grapheme_end(text_, token.end);
      plain(at, mark_begin);
      const std::size_t from = out_.text.size() + (pending_space_ ? 1 : 0);
      plain(mark_begin, mark_end);
      mark(from, out_.text.size());
      at = mark_end;
    }
    plain(at, end);
    if (end < text_.size()) out_.text += kEllipsis;
    return std::move(out_);
  }

 private:
  void plain(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end;) {
      const utf8::CodePoint c = utf8::decode_at(text_, i);
      if (is_white_space(c.value)) {
        pending_space_ = !out_.text.empty() && out_.text != kEllipsis;
      } else {
        if (pending_space_) out_.text += ' ';
        pending_space_ = false;
        utf8::append(out_.text, c.value);
      }
      i += c.byte_count;
    }
  }

  void mark(std::size_t from, std::size_t to) {
    if (from >= to) return;
    // «عبدالله» is two words with nothing between: one mark.
    if (!out_.highlights.empty() && out_.highlights.back().second == from) {
      out_.highlights.back().second = to;
    } else {
      out_.highlights.emplace_back(from, to);
    }
  }

  std::string_view text_;
  const text::TokenList& tokens_;
  const std::vector<Hit>& hits_;
  Snippet out_;
  bool pending_space_ = false;
};

std::size_t count_within(const std::vector<Hit>& hits, std::size_t first) {
  return static_cast<std::size_t>(std::ranges::count_if(hits, [first](const Hit& hit) {
    return hit.token >= first && hit.token < first + kPassageWords;
  }));
}

/// The best of a text. One at its end begins early enough to be whole.
Passage passage_of(const std::vector<Hit>& hits, std::size_t word_count) {
  const std::size_t last_first = word_count - std::min(word_count, kPassageWords);
  const std::size_t first = std::min(best_start(hits), last_first);
  return {first, count_within(hits, first)};
}

/// `tokens` go beyond the passage, or to the end of the text.
Snippet cut(std::string_view text, const text::TokenList& tokens, const std::vector<Hit>& hits,
            const Passage& passage) {
  if (tokens.empty()) return Copier(text, tokens, {}).copy(0, text.size());
  const std::size_t first = std::min(passage.first, tokens.size() - 1);
  const std::size_t last = std::min(first + kPassageWords, tokens.size()) - 1;
  const std::size_t begin = first == 0 ? 0 : text::grapheme_begin(text, tokens[first].begin);
  const std::size_t end =
      last + 1 == tokens.size() ? text.size() : text::grapheme_end(text, tokens[last].end);
  return Copier(text, tokens, hits).copy(begin, end);
}

}  // namespace

PassageFinder::PassageFinder(const MatchedForms& forms) : may_occur_(kFilterBits + 1) {
  for (const auto& [form, query_word] : forms) {
    words_.emplace_back(index::token_number(form), query_word);
    may_occur_[words_.back().first & kFilterBits] = true;
  }
  std::ranges::sort(words_);
}

std::optional<Passage> PassageFinder::find(const index::TokenStream& statement) const {
  std::vector<Hit> hits;
  for (std::size_t i = statement.title_size(); i < statement.size(); ++i) {
    const std::uint32_t number = statement[i];
    if (!may_occur_[number & kFilterBits]) continue;
    const auto word =
        std::ranges::lower_bound(words_, number, {}, [](const auto& w) { return w.first; });
    if (word != words_.end() && word->first == number) {
      hits.push_back({i - statement.title_size(), word->second});
    }
  }
  if (hits.empty()) return std::nullopt;
  return passage_of(hits, statement.size() - statement.title_size());
}

Snippet make_snippet(std::string_view text, const MatchedForms& forms,
                     const std::vector<NamedPlace>& named) {
  text::TokenList tokens;
  text::analyze(text, tokens);
  const std::vector<Hit> hits = find_hits(tokens, forms, named);
  return cut(text, tokens, hits, passage_of(hits, tokens.size()));
}

Snippet cut_snippet(std::string_view text, const MatchedForms& forms, const Passage& passage) {
  text::TokenList tokens;
  text::analyze_beginning(text, passage.first + kPassageWords, tokens);
  const std::vector<Hit> hits = find_words(tokens, forms);
  if (count_within(hits, passage.first) != passage.hits) return make_snippet(text, forms);
  return cut(text, tokens, hits, passage);
}

Snippet mark_whole(std::string_view text, const MatchedForms& forms,
                   const std::vector<NamedPlace>& named) {
  text::TokenList tokens;
  text::analyze(text, tokens);
  return Copier(text, tokens, find_hits(tokens, forms, named)).copy(0, text.size());
}

}  // namespace bayan::searcher
