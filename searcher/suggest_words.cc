#include "searcher/suggest_words.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>

#include "common/base/utf8.h"
#include "common/text/analyzer.h"
#include "common/text/slips.h"
#include "common/text/stop_words.h"
#include "common/text/strict_stems.h"

namespace bayan::searcher {
namespace {

constexpr std::size_t kMostReplacements = 3;
/// A word ten times as frequent is preferred to one that is so much nearer.
constexpr double kTenfold = 0.25;

/// Into `out`, whose room scans of the vocabulary use again and again.
void read_letters(std::string_view text, std::u32string& out) {
  out.clear();
  for (std::size_t i = 0; i < text.size();) {
    const utf8::CodePoint c = utf8::decode_at(text, i);
    out += c.value;
    i += c.byte_count;
  }
}

/// The likeliest words of a scan.
class Ranking {
 public:
  void add(std::string_view form, std::uint32_t count, double distance) {
    const double score = distance - kTenfold * std::log10(static_cast<double>(count) + 1);
    ranked_.emplace_back(score, form);
    if (ranked_.size() > 4 * kMostRanked) cut();
  }

  /// Of words that match each other one is enough.
  std::vector<std::string> words() {
    cut();
    std::vector<std::string> out;
    for (const auto& [score, form] : ranked_) {
      const std::vector<std::string> stems = text::strict_stems(form);
      const bool is_new = std::ranges::none_of(out, [&stems](const std::string& other) {
        return std::ranges::any_of(text::strict_stems(other), [&stems](const std::string& stem) {
          return std::ranges::find(stems, stem) != stems.end();
        });
      });
      if (is_new && out.size() < kMostReplacements) out.push_back(form);
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

Result<std::vector<std::string>> near_words(const index::IndexReader& index,
                                            const std::string& form) {
  std::u32string typed;
  read_letters(form, typed);
  if (typed.size() < 3) return std::vector<std::string>{};
  const double most = typed.size() < 5 ? 1.0 : 1.7;
  const std::uint64_t typed_set = text::letter_set(typed);
  const int most_bits = typed.size() < 5 ? 2 : 4;
  Ranking ranking;
  std::u32string letters;
  return index.dictionary
      .visit_words(typed.size() - (typed.size() > 3 ? 1 : 0), typed.size() + 1,
                   [&](std::string_view word, std::uint32_t count) {
                     if (is_arabic(word) != is_arabic(form)) return;
                     read_letters(word, letters);
                     if (std::popcount(text::letter_set(letters) ^ typed_set) > most_bits) return;
                     const double distance = text::slip_distance(typed, letters, most);
                     if (distance <= most) ranking.add(word, count, distance);
                   })
      .map([&] { return ranking.words(); });
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

/// Arabic words that the Latin letters may spell. A spelling of few consonants fits anything.
Result<std::vector<std::string>> spelt_words(const index::IndexReader& index,
                                             const std::string& latin) {
  if (latin.size() < 3) return std::vector<std::string>{};
  const double most = 0.2 * static_cast<double>(latin.size());
  const text::LatinSpelling spelling(latin);
  Ranking ranking;
  std::u32string letters;
  return index.dictionary
      .visit_words(std::max<std::size_t>(2, latin.size() / 3), latin.size() + 3,
                   [&](std::string_view word, std::uint32_t count) {
                     if (!is_arabic(word)) return;
                     read_letters(word, letters);
                     const double distance = spelling_distance(spelling, letters, most);
                     if (distance > most || is_function_word(word)) return;
                     ranking.add(word, count, 2 * distance);
                   })
      .map([&] { return ranking.words(); });
}

/// «وزيرالداخلية» in two words that exist, the rarer of them as frequent as can be.
Result<std::optional<std::string>> split_word(const index::IndexReader& index,
                                              const std::string& form) {
  constexpr std::size_t kFewestBytes = 4;  // two letters
  std::optional<std::string> best;
  Xapian::doccount best_count = 0;
  for (std::size_t at = kFewestBytes; at + kFewestBytes <= form.size(); ++at) {
    if ((static_cast<unsigned char>(form[at]) & 0xC0) == 0x80) continue;
    const std::string one = form.substr(0, at);
    const std::string other = form.substr(at);
    const auto count = [&index](const std::string& word) {
      return index.statements.get_termfreq(word);
    };
    // A short part is a word by accident unless it is a frequent one.
    const Xapian::doccount both = std::min(count(one), count(other));
    const std::size_t shorter = std::min(one.size(), other.size());
    if (both == 0 || (shorter < 6 && both < index.statements.get_doccount() / 100)) continue;
    if (both > best_count) {
      best_count = both;
      best = one + " " + other;
    }
  }
  return best;
}

std::string folded_word(const std::string& word) {
  text::TokenList tokens;
  text::analyze(word, tokens);
  return tokens.size() == 1 ? std::string(tokens.form(0)) : std::string();
}

/// Every word of `text` exists.
Result<bool> all_exist(const index::IndexReader& index, const std::string& text) {
  text::TokenList tokens;
  text::analyze(text, tokens);
  if (tokens.empty()) return false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Result<bool> found = exists(index, std::string(tokens.form(i)));
    if (!found || !*found) return found;
  }
  return true;
}

}  // namespace

Result<bool> exists(const index::IndexReader& index, const std::string& word) {
  text::TokenList tokens;
  text::analyze(word, tokens);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto related = index.dictionary.related_forms(tokens.form(i));
    if (!related) return tl::unexpected(related.error());
    const bool found = std::ranges::any_of(*related, [&](const index::RelatedForm& form) {
      return index::is_match(form.grade) && index.statements.term_exists(form.form);
    });
    if (!found) return false;
  }
  return true;
}

Result<std::vector<std::string>> replacements(const index::IndexReader& index,
                                              const std::string& word) {
  std::vector<std::string> found;
  const auto add = [&found](Result<std::vector<std::string>> more) -> Result<void> {
    if (!more) return tl::unexpected(more.error());
    for (std::string& one : *more) {
      if (std::ranges::find(found, one) == found.end()) found.push_back(std::move(one));
    }
    return {};
  };
  const std::string form = folded_word(word);
  const bool arabic = is_arabic(word);
  const std::string keys = arabic ? text::on_latin_keyboard(word) : text::on_arabic_keyboard(word);
  const Result<bool> slipped = all_exist(index, keys);
  if (!slipped) return tl::unexpected(slipped.error());
  if (*slipped) found.push_back(keys);
  if (form.empty()) return found;
  const Result<std::optional<std::string>> split = split_word(index, form);
  if (!split) return tl::unexpected(split.error());
  if (*split) found.push_back(**split);
  if (Result<void> near = add(near_words(index, form)); !near) return tl::unexpected(near.error());
  if (!arabic) {
    if (Result<void> spelt = add(arabic_spellings(index, form)); !spelt) {
      return tl::unexpected(spelt.error());
    }
  }
  return found;
}

Result<std::vector<std::string>> arabic_spellings(const index::IndexReader& index,
                                                  const std::string& latin) {
  const std::string form = folded_word(latin);
  constexpr std::string_view kAbd = "abd";
  if (form.starts_with(kAbd) && form.size() > kAbd.size() + 3) {
    return spelt_words(index, form.substr(kAbd.size())).map([](std::vector<std::string> rest) {
      std::erase_if(rest, [](const std::string& word) { return !word.starts_with("ال"); });
      for (std::string& word : rest) word.insert(0, "عبد ");
      return rest;
    });
  }
  return spelt_words(index, form);
}

}  // namespace bayan::searcher
