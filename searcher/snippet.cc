#include "searcher/snippet.h"

#include <algorithm>

#include "common/base/utf8.h"
#include "common/text/analyzer.h"
#include "common/text/grapheme.h"

namespace bayan::searcher {
namespace {

constexpr std::string_view kEllipsis = "…";

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

bool is_white_space(char32_t c) {
  return c <= U' ' || c == 0x7F || c == 0x85 || c == 0xA0 || c == 0x2028 || c == 0x2029;
}

/// Copies text[begin, end) with white space made single, carrying highlights over.
class Copier {
 public:
  Copier(std::string_view text, const text::TokenList& tokens, const std::vector<Hit>& hits)
      : text_(text), tokens_(tokens), hits_(hits) {}

  Snippet copy(const Extent& extent) {
    if (extent.cuts_before) out_.text += kEllipsis;
    const std::size_t end = extent.end;
    std::size_t at = extent.begin;
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
    if (extent.cuts_after) out_.text += kEllipsis;
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

/// `tokens` go beyond the passage, or to the end of the text.
Snippet cut(std::string_view text, const text::TokenList& tokens, const std::vector<Hit>& hits,
            const Passage& passage) {
  const Extent extent = tokens.empty() ? Extent{0, text.size()} : extent_of(text, tokens, passage);
  return Copier(text, tokens, hits).copy(extent);
}

/// Whether the words of the title stand in a row from word `at` of the body.
bool is_copy_of_title(const index::TokenStream& statement, std::size_t at) {
  const std::size_t size = statement.title_size();
  if (at + size > statement.size()) return false;
  for (std::size_t i = 0; i < size; ++i) {
    if (statement[at + i] != statement[i]) return false;
  }
  return true;
}

/// The hits that do not stand in a copy of the title, as sites put one behind the text; all of them
/// where no other is left.
std::vector<Hit> outside_copies(const index::TokenStream& statement, const std::vector<Hit>& hits) {
  constexpr std::size_t kFewestWords = 3;  // fewer are no copy but words in common
  const std::size_t size = statement.title_size();
  if (size < kFewestWords) return hits;
  std::vector<Hit> others;
  for (const Hit& hit : hits) {
    // The hit may be any word of the copy.
    const std::size_t place = hit.token + size;
    bool is_copied = false;
    for (std::size_t i = 0; i < std::min(size, hit.token + 1) && !is_copied; ++i) {
      is_copied = statement[i] == statement[place] && is_copy_of_title(statement, place - i);
    }
    if (!is_copied) others.push_back(hit);
  }
  return others.empty() ? hits : others;
}

}  // namespace

PassageFinder::PassageFinder(const MatchedForms& forms) {
  for (const auto& [form, query_word] : forms) {
    words_.emplace_back(index::token_number(form), query_word);
    numbers_.insert(words_.back().first);
  }
  std::ranges::sort(words_);
}

std::optional<Passage> PassageFinder::find(const index::TokenStream& statement) const {
  std::vector<Hit> hits;
  for (std::size_t i = statement.title_size(); i < statement.size(); ++i) {
    const std::uint32_t number = statement[i];
    if (!numbers_.may_hold(number)) continue;
    const auto word =
        std::ranges::lower_bound(words_, number, {}, [](const auto& w) { return w.first; });
    if (word != words_.end() && word->first == number) {
      hits.push_back({i - statement.title_size(), word->second});
    }
  }
  if (hits.empty()) return std::nullopt;
  return best_passage(outside_copies(statement, hits));
}

Snippet make_snippet(std::string_view text, const MatchedForms& forms,
                     const std::vector<NamedPlace>& named) {
  text::TokenList tokens;
  text::analyze(text, tokens);
  const std::vector<Hit> hits = find_hits(tokens, forms, named);
  return cut(text, tokens, hits, best_passage(hits));
}

Snippet cut_snippet(std::string_view text, const MatchedForms& forms, const Passage& passage) {
  text::TokenList tokens;
  text::analyze_beginning(text, passage.first_hit + kMostPassageWords, tokens);
  const std::vector<Hit> hits = find_words(tokens, forms);
  if (count_within(hits, passage) != passage.hits) return make_snippet(text, forms);
  return cut(text, tokens, hits, passage);
}

Snippet mark_whole(std::string_view text, const MatchedForms& forms,
                   const std::vector<NamedPlace>& named) {
  text::TokenList tokens;
  text::analyze(text, tokens);
  return Copier(text, tokens, find_hits(tokens, forms, named)).copy({0, text.size()});
}

}  // namespace bayan::searcher
