#include "searcher/suggest_words.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "common/base/utf8.h"
#include "common/index/schema.h"
#include "common/text/analyzer.h"
#include "common/text/protected_words.h"
#include "common/text/slips.h"
#include "common/text/stop_words.h"
#include "common/text/strict_stems.h"

namespace bayan::searcher {
namespace {

constexpr std::size_t kMostReplacements = 4;
/// A word ten times as frequent is preferred to one that is so much nearer.
constexpr double kTenfold = 0.25;
/// What a missing space and keys of the other layout cost, beside a wrong letter's 1. Latin letters
/// that nobody could pronounce are hardly anything but keys.
constexpr double kGlued = 0.8;
constexpr double kOtherKeys = 0.8;
constexpr double kSurelyOtherKeys = -0.5;
/// For names that the tables of the stemmer know: what is spelt in Latin letters is mostly a name.
constexpr double kKnownName = 0.2;

/// Into `out`, whose room scans of the vocabulary use again and again.
void read_letters(std::string_view text, std::u32string& out) {
  out.clear();
  for (std::size_t i = 0; i < text.size();) {
    const utf8::CodePoint c = utf8::decode_at(text, i);
    out += c.value;
    i += c.byte_count;
  }
}

/// The likeliest of what may have been meant, whichever slip leads there.
class Ranking {
 public:
  void add(std::string_view text, std::uint32_t count, double distance) {
    const double score = distance - kTenfold * std::log10(static_cast<double>(count) + 1);
    ranked_.emplace_back(score, text);
    if (ranked_.size() > 4 * kMostRanked) cut();
  }

  /// Of words that match each other one is enough.
  std::vector<std::string> best() {
    cut();
    std::vector<std::string> out;
    for (const auto& [score, text] : ranked_) {
      const std::vector<std::string> stems = text::strict_stems(text);
      const bool is_new = std::ranges::none_of(out, [&stems](const std::string& other) {
        return std::ranges::any_of(text::strict_stems(other), [&stems](const std::string& stem) {
          return std::ranges::find(stems, stem) != stems.end();
        });
      });
      if (is_new && out.size() < kMostReplacements) out.push_back(text);
    }
    return out;
  }

 private:
  static constexpr std::size_t kMostRanked = 12;
  void cut() {
    std::ranges::sort(ranked_);
    if (ranked_.size() > kMostRanked) ranked_.resize(kMostRanked);
  }
  std::vector<std::pair<double, std::string>> ranked_;
};

bool is_arabic(std::string_view form) {
  return !form.empty() && static_cast<unsigned char>(form.front()) >= 0xD8 &&
         static_cast<unsigned char>(form.front()) <= 0xDB;
}

Result<void> add_near_words(const index::IndexReader& index, const std::string& form,
                            Ranking& ranking) {
  std::u32string typed;
  read_letters(form, typed);
  if (typed.size() < 3) return {};
  const double most = typed.size() < 5 ? 1.0 : 1.7;
  const std::uint64_t typed_set = text::letter_set(typed);
  const int most_bits = typed.size() < 5 ? 2 : 4;
  std::u32string letters;
  return index.dictionary.visit_words(
      typed.size() - (typed.size() > 3 ? 1 : 0), typed.size() + 1,
      [&](std::string_view word, std::uint32_t count) {
        if (word == form || is_arabic(word) != is_arabic(form)) return;
        read_letters(word, letters);
        if (std::popcount(text::letter_set(letters) ^ typed_set) > most_bits) return;
        const double distance = text::slip_distance(typed, letters, most);
        if (distance <= most) ranking.add(word, count, distance);
      });
}

/// Function words, with و too: what fits the spelling of anything.
bool is_function_word(std::string_view form) {
  constexpr std::string_view kWaw = "و";
  if (form == "بن") return false;  // of a name
  return text::is_stop_word(form) ||
         (form.starts_with(kWaw) && text::is_stop_word(form.substr(kWaw.size())));
}

/// Of the word, or of the word without its article: "Manama" is «المنامة».
double spelling_distance(const text::LatinSpelling& latin, std::u32string_view word, double most) {
  constexpr std::u32string_view kArticle = U"ال";
  constexpr std::size_t kFewestBare = 3;
  const auto distance = [&](std::u32string_view letters) {
    return latin.may_be_within(letters, most) ? latin.distance(letters, most) : most + 1;
  };
  const double whole = distance(word);
  if (!word.starts_with(kArticle) || word.size() < kArticle.size() + kFewestBare) return whole;
  return std::min(whole, distance(word.substr(kArticle.size())));
}

/// With or without its article.
bool is_known_name(std::string_view word) {
  constexpr std::string_view kArticle = "ال";
  return text::is_whole_word(word) ||
         (word.starts_with(kArticle) && text::is_whole_word(word.substr(kArticle.size())));
}

/// Arabic words that the Latin letters may spell. A spelling of few consonants fits anything.
Result<void> add_spelt_words(const index::IndexReader& index, const std::string& latin,
                             Ranking& ranking) {
  if (latin.size() < 3) return {};
  const double most = 0.2 * static_cast<double>(latin.size());
  const text::LatinSpelling spelling(latin);
  std::u32string letters;
  return index.dictionary.visit_words(
      std::max<std::size_t>(2, latin.size() / 3), latin.size() + 3,
      [&](std::string_view word, std::uint32_t count) {
        if (!is_arabic(word)) return;
        read_letters(word, letters);
        const double distance = spelling_distance(spelling, letters, most);
        if (distance > most || is_function_word(word)) return;
        ranking.add(word, count, 2 * distance - (is_known_name(word) ? kKnownName : 0));
      });
}

Xapian::doccount statements_with(const index::IndexReader& index, std::string_view form) {
  return index.statements.get_termfreq(index::text_term(form));
}

/// In how many statements both words stand.
std::uint32_t count_together(const index::IndexReader& index, const std::string& one,
                             const std::string& other) {
  using Xapian::Query;
  Xapian::Enquire enquire(index.statements);
  enquire.set_query(
      Query(Query::OP_AND, Query(index::text_term(one)), Query(index::text_term(other))));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return enquire.get_mset(0, 0, index.statements.get_doccount()).get_matches_estimated();
}

/// «وزيرالداخلية» in two words that exist, the rarer of them as frequent as can be.
void add_split_word(const index::IndexReader& index, const std::string& form, Ranking& ranking) {
  constexpr std::size_t kFewestBytes = 4;  // two letters
  std::size_t best_at = 0;
  Xapian::doccount best_count = 0;
  for (std::size_t at = kFewestBytes; at + kFewestBytes <= form.size(); ++at) {
    if ((static_cast<unsigned char>(form[at]) & 0xC0) == 0x80) continue;
    const Xapian::doccount both = std::min(statements_with(index, form.substr(0, at)),
                                           statements_with(index, form.substr(at)));
    // A short part is a word by accident unless it is a frequent one.
    const std::size_t shorter = std::min(at, form.size() - at);
    if (shorter < 6 && both < index.statements.get_doccount() / 100) continue;
    if (both > best_count) {
      best_count = both;
      best_at = at;
    }
  }
  if (best_count == 0) return;
  const std::string one = form.substr(0, best_at);
  const std::string other = form.substr(best_at);
  // Two words by accident hardly ever stand in one statement.
  if (const std::uint32_t together = count_together(index, one, other); together > 0) {
    ranking.add(one + " " + other, together, kGlued);
  }
}

std::string folded_word(const std::string& word) {
  text::TokenList tokens;
  text::analyze(word, tokens);
  return tokens.size() == 1 ? std::string(tokens.form(0)) : std::string();
}

/// Statements that hold the most frequent form that matches `form`; 0 where none does.
Result<std::uint32_t> count_of(const index::IndexReader& index, const std::string& form) {
  return index.dictionary.related_forms(form).map([&](const auto& related) {
    std::uint32_t most = 0;
    for (const index::RelatedForm& other : related) {
      if (!index::is_match(other.grade)) continue;
      most = std::max(most, statements_with(index, other.form));
    }
    return most;
  });
}

/// The same of the rarest of several; the most there can be where there are none.
Result<std::uint32_t> rarest_of(const index::IndexReader& index,
                                const std::vector<std::string>& forms) {
  std::uint32_t rarest = std::numeric_limits<std::uint32_t>::max();
  for (const std::string& form : forms) {
    const Result<std::uint32_t> count = count_of(index, form);
    if (!count) return count;
    rarest = std::min(rarest, *count);
  }
  return rarest;
}

/// Of Latin letters: they have a vowel and no sign between them.
bool is_pronounceable(std::string_view word) {
  return word.find_first_of("aeiouyAEIOUY") != std::string_view::npos &&
         word.find_first_of(";',./[]`") == std::string_view::npos;
}

/// What the same keys give on the other layout, where each word of it exists.
Result<void> add_other_keys(const index::IndexReader& index, const std::string& word,
                            Ranking& ranking) {
  const std::string keys =
      is_arabic(word) ? text::on_latin_keyboard(word) : text::on_arabic_keyboard(word);
  const std::vector<std::string> forms = text::word_forms(keys);
  if (forms.empty()) return {};
  const double cost = is_arabic(word) || is_pronounceable(word) ? kOtherKeys : kSurelyOtherKeys;
  return rarest_of(index, forms).map([&](std::uint32_t count) {
    if (count > 0) ranking.add(keys, count, cost);
  });
}

Result<void> add_arabic_spellings(const index::IndexReader& index, const std::string& form,
                                  Ranking& ranking) {
  constexpr std::string_view kAbd = "abd";
  if (!form.starts_with(kAbd) || form.size() <= kAbd.size() + 3) {
    return add_spelt_words(index, form, ranking);
  }
  Ranking rest;
  if (Result<void> added = add_spelt_words(index, form.substr(kAbd.size()), rest); !added) {
    return added;
  }
  for (const std::string& word : rest.best()) {
    if (!word.starts_with("ال")) continue;
    ranking.add("عبد " + word, statements_with(index, word), 0);
  }
  return {};
}

}  // namespace

Result<std::uint32_t> count_of_rarest(const index::IndexReader& index, const std::string& text) {
  return rarest_of(index, text::word_forms(text));
}

Result<bool> exists(const index::IndexReader& index, const std::string& word) {
  return count_of_rarest(index, word).map([](std::uint32_t count) { return count > 0; });
}

Result<std::vector<std::string>> replacements(const index::IndexReader& index,
                                              const std::string& word) {
  Ranking ranking;
  if (Result<void> added = add_other_keys(index, word, ranking); !added) {
    return tl::unexpected(added.error());
  }
  const std::string form = folded_word(word);
  if (form.empty()) return ranking.best();
  add_split_word(index, form, ranking);
  if (Result<void> added = add_near_words(index, form, ranking); !added) {
    return tl::unexpected(added.error());
  }
  if (!is_arabic(word)) {
    if (Result<void> added = add_arabic_spellings(index, form, ranking); !added) {
      return tl::unexpected(added.error());
    }
  }
  return ranking.best();
}

Result<std::vector<std::string>> arabic_spellings(const index::IndexReader& index,
                                                  const std::string& latin) {
  Ranking ranking;
  return add_arabic_spellings(index, folded_word(latin), ranking).map([&ranking] {
    return ranking.best();
  });
}

}  // namespace bayan::searcher
