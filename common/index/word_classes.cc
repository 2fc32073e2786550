#include "common/index/word_classes.h"

#include <xapian.h>

#include <algorithm>
#include <set>

#include "common/text/broken_plurals.h"
#include "common/text/protected_words.h"
#include "common/text/stemmer.h"
#include "common/text/strict_stems.h"

namespace bayan::index {
namespace {

bool is_latin_word(std::string_view form) {
  return !form.empty() && form.front() >= 'a' && form.front() <= 'z';
}

/// A power of two, several times the forms of a large index.
constexpr std::size_t kHashes = std::size_t{1} << 23;

std::size_t hash_of(std::string_view form) {
  return std::hash<std::string_view>{}(form) & (kHashes - 1);
}

void append(FormNumbers& to, const FormNumbers& from) {
  to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

std::string dictionary_stem(std::string_view form) {
  if (is_latin_word(form)) {
    thread_local const Xapian::Stem english("en");
    return english(std::string(form));
  }
  return std::string(text::ranking_stem(form));
}

std::vector<std::string> listed_stems(std::string_view form) {
  if (is_latin_word(form)) return {dictionary_stem(form)};
  return text::strict_stems(form);
}

WordClasses::WordClasses(const std::vector<CountedForm>& vocabulary) : vocabulary_(vocabulary) {
  counts_.reserve(vocabulary.size());
  has_hash_.resize(kHashes);
  for (const CountedForm& counted : vocabulary) {
    counts_.emplace(counted.form, counted.count);
    has_hash_[hash_of(counted.form)] = true;
  }
  collect_stems();
  join_plurals();
  join_nisbas();
  for (auto& [stem, forms] : strict_) {
    bound(forms.light, kMostClassForms);
    bound(forms.plural, kMostBorrowedForms);
    bound(forms.derived, kMostBorrowedForms);
  }
  for (auto& [stem, forms] : greedy_) bound(forms, kMostClassForms);
}

std::uint32_t WordClasses::count(std::string_view form) const {
  if (!has_hash_[hash_of(form)]) return 0;
  const auto found = counts_.find(form);
  return found == counts_.end() ? 0 : found->second;
}

void WordClasses::collect_stems() {
  const text::WordCount counter = [this](std::string_view form) { return count(form); };
  for (std::uint32_t number = 0; number < vocabulary_.size(); ++number) {
    const std::string& form = vocabulary_[number].form;
    greedy_[dictionary_stem(form)].push_back(number);
    std::vector<std::string> stems = listed_stems(form);
    if (!is_latin_word(form)) {
      std::vector<std::string> seen = text::strict_stems(form, counter);
      if (seen != stems) {
        own_stems_.emplace(form, seen);
        stems = std::move(seen);
      }
    }
    for (std::string& stem : stems) strict_[std::move(stem)].light.push_back(number);
  }
}

/// The index holds the stem as a word, bare or with the article.
bool WordClasses::is_noun(const std::string& stem) const {
  return count(stem) > 0 || count("ال" + stem) > 0 || count(stem + "ء") > 0 ||
         count("ال" + stem + "ء") > 0;
}

/// «المقاتلين»: what takes a sound plural is no broken plural («مقاتل» is none of «مقتل»).
bool WordClasses::has_sound_plural(const std::string& stem) const {
  return count(stem + "ين") > 0 || count(stem + "ون") > 0 || count("ال" + stem + "ين") > 0 ||
         count("ال" + stem + "ون") > 0;
}

/// A plural like «اسلحه» stands behind the article («اكبره» does not) and not without its ه
/// («اربع»).
bool WordClasses::is_plural_in_heh(const std::string& stem) const {
  constexpr std::uint32_t kRarer = 4;
  const std::string without = stem.substr(0, stem.size() - std::string_view("ه").size());
  return count("ال" + stem) > 0 && count(without) * kRarer <= count(stem);
}

/// «وبنا(ء)» is «و» and a more frequent word.
bool WordClasses::is_conjoined(const std::string& stem) const {
  constexpr std::string_view kWaw = "و";
  if (!stem.starts_with(kWaw)) return false;
  const std::string rest = stem.substr(kWaw.size());
  return count(rest) + count(rest + "ء") > count(stem) + count(stem + "ء");
}

/// Whether the patterns may look for a singular. The table knows better of what it lists: «امراه»
/// has its plural, so it is none of «مريا». «صدقا» is no «صدقاء» unless the index shows its hamza,
/// «مصادق» nothing but the stem of «المصادقه» where that is the more frequent.
bool WordClasses::may_be_plural(const std::string& stem) const {
  if (text::is_whole_word(stem) || text::is_listed_singular(stem)) return false;
  if (!text::listed_singulars(stem).empty()) return false;
  if (stem.ends_with("ا") && count(stem + "ء") == 0 && count("ال" + stem + "ء") == 0) return false;
  if (stem.ends_with("ه") && !is_plural_in_heh(stem)) return false;
  if (count("ال" + stem + "ه") > count("ال" + stem)) return false;
  if (is_conjoined(stem)) return false;
  return is_noun(stem) && !has_sound_plural(stem);
}

/// Each singular with its plurals; all of them get the forms of all.
void WordClasses::join_plurals() {
  std::map<std::string, std::set<std::string>> plurals_of;
  for (const auto& [stem, forms] : strict_) {
    for (std::string& singular : text::listed_singulars(stem)) {
      plurals_of[std::move(singular)].insert(stem);
    }
    if (!may_be_plural(stem)) continue;
    for (std::string& singular : text::possible_singulars(stem)) {
      if (is_noun(singular) && !text::is_whole_word(singular))
        plurals_of[std::move(singular)].insert(stem);
    }
  }
  std::map<std::string, FormNumbers> joined;
  for (const auto& [singular, plurals] : plurals_of) {
    FormNumbers all = strict_[singular].light;
    for (const std::string& plural : plurals) append(all, strict_[plural].light);
    append(joined[singular], all);
    for (const std::string& plural : plurals) append(joined[plural], all);
  }
  for (auto& [stem, forms] : joined) strict_[stem].plural = std::move(forms);
}

/// The noun gets the nisba's forms and the nisba the noun's.
void WordClasses::join_nisbas() {
  struct Sides {
    std::vector<const std::string*> nouns;
    std::vector<const std::string*> nisbas;
  };
  // Nisbas first: they are few, and of the many nouns only those with a base of theirs matter.
  std::unordered_map<std::string, Sides> by_base;
  for (const auto& [stem, forms] : strict_) {
    for (text::NisbaBase& base : text::nisba_bases(stem)) {
      if (base.is_nisba && is_noun(stem)) by_base[std::move(base.base)].nisbas.push_back(&stem);
    }
  }
  for (const auto& [stem, forms] : strict_) {
    for (const text::NisbaBase& base : text::nisba_bases(stem)) {
      if (base.is_nisba) continue;
      const auto found = by_base.find(base.base);
      if (found != by_base.end() && is_noun(stem)) found->second.nouns.push_back(&stem);
    }
  }
  for (const auto& [base, sides] : by_base) {
    for (const std::string* noun : sides.nouns) {
      for (const std::string* nisba : sides.nisbas) {
        append(strict_[*noun].derived, strict_[*nisba].light);
        append(strict_[*nisba].derived, strict_[*noun].light);
      }
    }
  }
}

void WordClasses::bound(FormNumbers& forms, std::size_t most) const {
  std::ranges::sort(forms);
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  std::ranges::stable_sort(forms, std::greater{},
                           [this](std::uint32_t number) { return vocabulary_[number].count; });
  if (forms.size() > most) forms.resize(most);
}

}  // namespace bayan::index
