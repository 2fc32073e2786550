#pragma once

#include <optional>

#include "common/entity/person_words.h"

namespace bayan::entity {

/// Words [begin, end) of a field.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A run of titles before a name: «معالي الدكتور», «وسعادة السيد».
struct TitleRun {
  std::size_t end = 0;  ///< of words; the begin where it has none
  bool is_strong = false;
  bool has_clitic = false;  ///< «و», «ل» … stand before its first title
};

/// The run that begins at word `i`.
[[nodiscard]] TitleRun read_titles(const PersonWords& words, std::size_t i);

/// A name that begins at some word.
struct NameSpan {
  Span titles;  ///< empty where it has none
  Span name;
  bool drops_clitic = false;  ///< the name's first word carries a proclitic: «لكرستيان»
  bool is_strong = false;     ///< titles or بن vouch for it
  bool is_eponym = false;     ///< part of an institution's name: to be stepped over, no person
  bool is_reference =
      false;  ///< one word that is a name only if the statement has named its bearer
};

/// Whether the word is of Latin letters.
[[nodiscard]] bool is_latin(const NameWord& word);
[[nodiscard]] bool is_comma(const NameWord& word);
/// Whether nothing of a name goes on over the word: marks, stop words, verbs, titles, heads.
[[nodiscard]] bool is_boundary(const NameWord& word);
/// Whether the word is some part of names.
[[nodiscard]] bool is_name_word(const NameWord& word);
/// The class of the name that follows the word's proclitic, or its own.
[[nodiscard]] NameClass class_in(const NameWord& word);
[[nodiscard]] bool is_family_like(const NameWord& word);
/// Whether the word ends as inflected Arabic words do and has relatives: «حقوقه», «ملابسات».
[[nodiscard]] bool looks_inflected(const NameWord& word);
/// «الداعمين», «الأمنية»: a plural or feminine adjective, seldom a surname.
[[nodiscard]] bool is_plural(const NameWord& word);
/// Whether the word looks like an Arabic one without the article, but is rare and in no list: two
/// of them behind a title are a foreign name.
[[nodiscard]] bool is_rare_plain(const NameWord& word);

/// «بوحسن», «باوزير»: surnames of the south and the east that look like «by» and a word.
[[nodiscard]] bool is_southern(const NameWord& word);

/// «علي عبدالله صالح | المتحالف مع …»: what a preposition goes on.
[[nodiscard]] bool is_participle(const NameWord& word, const NameWord& next);

/// The same whatever its ending: behind a foreign first name, «براون» is no plural of «برا».
[[nodiscard]] bool is_rare_bare(const NameWord& word);

/// «دونيس»: seen more often, for its bearer is in the news.
[[nodiscard]] bool is_known_surname(const NameWord& word);

/// Where the name that begins at `begin` ends. `is_vouched`: titles stand before it.
[[nodiscard]] std::size_t grow_name(const PersonWords& words, std::size_t begin, bool is_vouched);

/// «بن», «بنت».
[[nodiscard]] inline bool is_link(const NameWord& word) {
  return word.form == "بن" || word.form == "بنت";
}

/// Whether read_name() finds nothing at word `i` for sure: it is a mark, or a frequent word without
/// any part in names, as most are. None of its rules begins a name at one, save before «بن» and
/// behind a country («سفير الدنمارك أولي فريس مادسين»).
[[nodiscard]] inline bool is_idle(const PersonWords& words, std::size_t i) {
  constexpr std::uint32_t kOpeners = kStrongTitle | kOuterTitle | kWeakTitle | kTitleLetter |
                                     kNisba | kForeignName | kForeignGiven | kConnector |
                                     kCompoundDin | kCompoundAllah;
  constexpr std::uint32_t kFrequent = 300;
  const auto is_plain = [](NameClass c) { return c == NameClass::kOther || c == NameClass::kStop; };
  const NameWord& word = words[i];
  if (!word.is_word()) return true;
  if (i > 0 && words[i - 1].has(kCountry)) return false;
  return word.count >= kFrequent && is_plain(word.info.name_class) && is_plain(word.info.base) &&
         !word.has(kOpeners) && !is_link(words[i + 1]);
}

/// The name that begins at word `i` or behind the titles that begin there; nothing where it has
/// none. `last_name_end`: the end of the name found before, for lists.
[[nodiscard]] std::optional<NameSpan> read_name(const PersonWords& words,
                                                const PersonLexicon& lexicon, std::size_t i,
                                                std::size_t last_name_end);

}  // namespace bayan::entity
