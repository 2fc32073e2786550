#include "common/index/word_classes.h"

#include <xapian.h>

#include <algorithm>
#include <optional>

#include "common/text/broken_plurals.h"
#include "common/text/protected_words.h"
#include "common/text/stemmer.h"
#include "common/text/strict_stems.h"

namespace bayan::index {
namespace {

bool is_latin_word(std::string_view form) {
  return !form.empty() && form.front() >= 'a' && form.front() <= 'z';
}

/// The most frequent of them first, each once, at most so many.
void bound(FormNumbers& forms, std::size_t most, const Vocabulary& vocabulary) {
  std::ranges::sort(forms);
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  std::ranges::stable_sort(forms, std::greater{},
                           [&](std::uint32_t number) { return vocabulary.count(number); });
  if (forms.size() > most) forms.resize(most);
}

std::string with_article(std::string_view stem) { return std::string("ال").append(stem); }

std::string joined(std::string_view stem, std::string_view ending) {
  return std::string(stem).append(ending);
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

WordClasses::WordClasses(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {
  collect_stems();
  join_plurals();
  join_nisbas();
}

void WordClasses::visit_classes(
    const std::function<void(std::string_view, const StemClass&)>& visit) const {
  StemClass forms;
  for (std::uint32_t stem = 0; stem < stems_.size(); ++stem) {
    fill(stem, forms);
    visit(stems_.at(stem), forms);
  }
}

void WordClasses::visit_own_stems(
    const std::function<void(std::string_view, const std::vector<std::string_view>&)>& visit)
    const {
  std::vector<std::string_view> stems;
  own_stems_.for_each_key([&](std::uint32_t form) {
    stems.clear();
    for (const std::uint32_t stem : own_stems_.of(form)) stems.push_back(stems_.at(stem));
    visit(vocabulary_.form(form), stems);
  });
}

std::uint32_t WordClasses::count(std::string_view form) const { return vocabulary_.count_of(form); }

void WordClasses::collect_stems() {
  const text::WordCount counter = [this](std::string_view form) { return count(form); };
  for (std::uint32_t number = 0; number < vocabulary_.size(); ++number) {
    const std::string_view form = vocabulary_.form(number);
    std::vector<std::string> stems = listed_stems(form);
    if (!is_latin_word(form)) {
      std::vector<std::string> seen = text::strict_stems(form, counter);
      if (seen != stems) {
        for (const std::string& stem : seen) own_stems_.add(number, stems_.add(stem));
        stems = std::move(seen);
      }
    }
    for (const std::string& stem : stems) light_.add(stems_.add(stem), number);
  }
  light_.sort();
  own_stems_.sort();
}

/// The index holds the stem as a word, bare or with the article.
bool WordClasses::is_noun(std::string_view stem) const {
  return count(stem) > 0 || count(with_article(stem)) > 0 || count(joined(stem, "ء")) > 0 ||
         count(with_article(stem) + "ء") > 0;
}

/// «المقاتلين»: what takes a sound plural is no broken plural («مقاتل» is none of «مقتل»).
bool WordClasses::has_sound_plural(std::string_view stem) const {
  return count(joined(stem, "ين")) > 0 || count(joined(stem, "ون")) > 0 ||
         count(with_article(stem) + "ين") > 0 || count(with_article(stem) + "ون") > 0;
}

/// A plural like «اسلحه» stands behind the article («اكبره» does not) and not without its ه
/// («اربع»).
bool WordClasses::is_plural_in_heh(std::string_view stem) const {
  constexpr std::uint32_t kRarer = 4;
  const std::string_view without = stem.substr(0, stem.size() - std::string_view("ه").size());
  return count(with_article(stem)) > 0 && count(without) * kRarer <= count(stem);
}

/// «وبنا(ء)» is «و» and a more frequent word.
bool WordClasses::is_conjoined(std::string_view stem) const {
  constexpr std::string_view kWaw = "و";
  if (!stem.starts_with(kWaw)) return false;
  const std::string_view rest = stem.substr(kWaw.size());
  return count(rest) + count(joined(rest, "ء")) > count(stem) + count(joined(stem, "ء"));
}

/// Whether the patterns may look for a singular. The table knows better of what it lists: «امراه»
/// has its plural, so it is none of «مريا». «صدقا» is no «صدقاء» unless the index shows its hamza,
/// «مصادق» nothing but the stem of «المصادقه» where that is the more frequent.
bool WordClasses::may_be_plural(std::string_view stem) const {
  if (text::is_whole_word(stem) || text::is_listed_singular(stem)) return false;
  if (!text::listed_singulars(stem).empty()) return false;
  if (stem.ends_with("ا") && count(joined(stem, "ء")) == 0 &&
      count(with_article(stem) + "ء") == 0) {
    return false;
  }
  if (stem.ends_with("ه") && !is_plural_in_heh(stem)) return false;
  if (count(with_article(stem) + "ه") > count(with_article(stem))) return false;
  if (is_conjoined(stem)) return false;
  return is_noun(stem) && !has_sound_plural(stem);
}

/// Which singulars have which plurals; all of a singular's get the forms of all.
void WordClasses::join_plurals() {
  const auto join = [this](std::string_view singular, std::uint32_t plural) {
    const std::uint32_t number = stems_.add(singular);
    plurals_of_.add(number, plural);
    singulars_of_.add(plural, number);
  };
  const std::uint32_t stem_count = stems_.size();
  for (std::uint32_t number = 0; number < stem_count; ++number) {
    const std::string_view stem = stems_.at(number);
    for (const std::string& singular : text::listed_singulars(stem)) join(singular, number);
    if (!may_be_plural(stem)) continue;
    for (const std::string& singular : text::possible_singulars(stem)) {
      if (is_noun(singular) && !text::is_whole_word(singular)) join(singular, number);
    }
  }
  plurals_of_.sort();
  singulars_of_.sort();
}

/// The noun gets the nisba's forms and the nisba the noun's.
void WordClasses::join_nisbas() {
  // Nisbas first: they are few, and of the many nouns only those with a base of theirs matter.
  StringTable bases;
  NumberLists nisbas_of;
  for (std::uint32_t stem = 0; stem < stems_.size(); ++stem) {
    for (const text::NisbaBase& base : text::nisba_bases(stems_.at(stem))) {
      if (base.is_nisba && is_noun(stems_.at(stem))) nisbas_of.add(bases.add(base.base), stem);
    }
  }
  nisbas_of.sort();
  for (std::uint32_t stem = 0; stem < stems_.size(); ++stem) {
    for (const text::NisbaBase& base : text::nisba_bases(stems_.at(stem))) {
      if (base.is_nisba) continue;
      const std::optional<std::uint32_t> found = bases.find(base.base);
      if (!found || !is_noun(stems_.at(stem))) continue;
      for (const std::uint32_t nisba : nisbas_of.of(*found)) {
        derived_from_.add(stem, nisba);
        derived_from_.add(nisba, stem);
      }
    }
  }
  derived_from_.sort();
}

void WordClasses::append_light(std::uint32_t stem, FormNumbers& out) const {
  for (const std::uint32_t form : light_.of(stem)) out.push_back(form);
}

/// The forms of a singular and of its plurals.
void WordClasses::append_group(std::uint32_t singular, FormNumbers& out) const {
  append_light(singular, out);
  for (const std::uint32_t plural : plurals_of_.of(singular)) append_light(plural, out);
}

void WordClasses::fill(std::uint32_t stem, StemClass& out) const {
  out.light.clear();
  out.plural.clear();
  out.derived.clear();
  append_light(stem, out.light);
  if (!plurals_of_.of(stem).empty()) append_group(stem, out.plural);
  for (const std::uint32_t singular : singulars_of_.of(stem)) append_group(singular, out.plural);
  for (const std::uint32_t other : derived_from_.of(stem)) append_light(other, out.derived);
  bound(out.light, kMostClassForms, vocabulary_);
  bound(out.plural, kMostBorrowedForms, vocabulary_);
  bound(out.derived, kMostBorrowedForms, vocabulary_);
}

void visit_greedy_classes(const Vocabulary& vocabulary,
                          const std::function<void(std::string_view, const FormNumbers&)>& visit) {
  StringTable stems;
  NumberLists forms_of;
  for (std::uint32_t number = 0; number < vocabulary.size(); ++number) {
    forms_of.add(stems.add(dictionary_stem(vocabulary.form(number))), number);
  }
  forms_of.sort();
  FormNumbers forms;
  for (std::uint32_t stem = 0; stem < stems.size(); ++stem) {
    forms.clear();
    for (const std::uint32_t form : forms_of.of(stem)) forms.push_back(form);
    bound(forms, kMostClassForms, vocabulary);
    visit(stems.at(stem), forms);
  }
}

}  // namespace bayan::index
