#include "common/index/word_grams.h"

#include <algorithm>

#include "common/index/token_stream.h"
#include "common/text/compact_letters.h"
#include "common/text/fold.h"
#include "common/text/stemmer.h"
#include "common/text/stop_words.h"

// A gram's entry is a synonym of three bytes for each form, its token number, and one of four bytes
// that says how many statements hold the gram. Merged dictionaries may hold several of the latter;
// the largest counts.
namespace bayan::index {
namespace {

using text::kLetterBytes;
constexpr std::size_t kGramBytes = 4 * kLetterBytes;
constexpr std::size_t kNumberBytes = 3;
constexpr std::size_t kCountBytes = 4;

struct CountedNumber {
  std::uint32_t statements;
  std::uint32_t number;
  auto operator<=>(const CountedNumber&) const = default;
};

std::string big_endian(std::uint32_t value, std::size_t bytes) {
  std::string out;
  for (std::size_t i = bytes; i-- > 0;) out += static_cast<char>(value >> (8 * i));
  return out;
}

std::uint32_t read_big_endian(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char c : bytes) value = value << 8 | static_cast<unsigned char>(c);
  return value;
}

std::string gram_key(std::string_view gram) { return kGramEntry + text::compact_letters(gram); }

/// The forms that hold a gram, as they are collected.
class GramForms {
 public:
  void add(const CountedNumber& form, double all_statements) {
    // As if forms fell independently.
    share_without_ *= 1 - form.statements / all_statements;
    forms_.push_back(form);
    if (forms_.size() == 2 * kMostGramForms) keep_most_frequent();
  }

  /// The gram's entries, in place of what was in `entries`.
  void list(double all_statements, std::vector<std::string>& entries) {
    const double with = all_statements * (1 - share_without_);
    entries.assign(1, big_endian(static_cast<std::uint32_t>(with + .5), kCountBytes));
    if (forms_.size() > kMostGramForms) keep_most_frequent();
    for (const CountedNumber& form : forms_) {
      entries.push_back(big_endian(form.number, kNumberBytes));
    }
  }

 private:
  /// Frequent grams stand in thousands of forms, so they are not kept until the end.
  void keep_most_frequent() {
    std::ranges::nth_element(forms_, forms_.begin() + kMostGramForms, std::greater{});
    forms_.resize(kMostGramForms);
  }

  double share_without_ = 1;  ///< of the statements
  std::vector<CountedNumber> forms_;
};

}  // namespace

std::vector<std::string> grams_of(std::string_view form) {
  std::vector<std::string> grams;
  if (!text::is_arabic_word(form)) return grams;
  // One letter more than for stems stays behind each proclitic.
  const std::string_view bare = text::without_proclitics(form, 1);
  if (bare.size() <= kGramBytes) return {std::string(bare)};
  for (std::size_t i = 0; i + kGramBytes <= bare.size(); i += kLetterBytes) {
    grams.emplace_back(bare.substr(i, kGramBytes));
  }
  std::ranges::sort(grams);
  grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
  return grams;
}

glass::SynonymLists list_grams(const Vocabulary& vocabulary, Xapian::doccount all_statements) {
  StringTable grams;
  std::vector<GramForms> forms_of;
  for (std::uint32_t i = 0; i < vocabulary.size(); ++i) {
    const std::string_view form = vocabulary.form(i);
    if (text::is_stop_word(form)) continue;
    for (const std::string& gram : grams_of(form)) {
      const std::uint32_t number = grams.add(gram);
      if (number == forms_of.size()) forms_of.emplace_back();
      forms_of[number].add({vocabulary.count(i), token_number(form)}, all_statements);
    }
  }
  glass::SynonymLists lists;
  std::vector<std::string> entries;
  for (std::uint32_t number = 0; number < grams.size(); ++number) {
    forms_of[number].list(all_statements, entries);
    lists.add(gram_key(grams.at(number)), entries);
  }
  return lists;
}

std::vector<Gram> read_grams(const Xapian::Database& dictionary, std::string_view form) {
  std::vector<Gram> grams;
  for (std::string& letters : grams_of(form)) {
    const std::string key = gram_key(letters);
    Gram& gram = grams.emplace_back(Gram{std::move(letters), 0, {}});
    for (auto it = dictionary.synonyms_begin(key); it != dictionary.synonyms_end(key); ++it) {
      const std::string entry = *it;
      if (entry.size() == kCountBytes) {
        gram.statements = std::max(gram.statements, read_big_endian(entry));
      } else if (entry.size() == kNumberBytes) {
        gram.numbers.push_back(read_big_endian(entry));
      }
    }
    std::ranges::sort(gram.numbers);
  }
  return grams;
}

}  // namespace bayan::index
