#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "common/base/error.h"
#include "common/base/string_table.h"

namespace bayan::entity {

/// What a word can be around a name; a word may be several of them.
enum WordFlag : std::uint32_t {
  kStrongTitle = 1U << 0,     ///< الدكتور: a name follows
  kOuterTitle = 1U << 1,      ///< معالي: opens a run of titles
  kWeakTitle = 1U << 2,       ///< السفير, الفريق: a title or a noun
  kModifier = 1U << 3,        ///< الركن: goes on a rank
  kFormula = 1U << 4,         ///< حفظه, المعظم
  kArticleWord = 1U << 5,     ///< الشقيقة behind a country
  kTitleLetter = 1U << 6,     ///< د before a full stop or a name
  kHead = 1U << 7,            ///< وزير: begins a post
  kLoneTitle = 1U << 8,       ///< a head that alone is no post
  kEponymHead = 1U << 9,      ///< جامعة, مستشفى
  kBody = 1U << 10,           ///< وزارة: bound to a post by في and ب
  kKin = 1U << 11,            ///< شقيق, نجل
  kStopWord = 1U << 12,       ///< prepositions, conjunctions, pronouns
  kTimeWord = 1U << 13,       ///< أمس, مارس
  kVerb = 1U << 14,           ///< قال, أكدت
  kConnector = 1U << 15,      ///< بن, آل, أبو
  kCompoundDin = 1U << 16,    ///< صلاح (الدين)
  kCompoundAllah = 1U << 17,  ///< عطا (الله)
  kOrdinal = 1U << 18,        ///< الثاني
  kParticle = 1U << 19,       ///< دي, فان
  kForeignName = 1U << 20,    ///< a foreign name that looks Arabic
  kCountry = 1U << 21,        ///< a country or city
  kNisba = 1U << 22,          ///< الفرنسي
  kUnrelated = 1U << 23,      ///< shares no stem with other words
  kOrdinary = 1U << 24,       ///< looks foreign and is no name: حوالي
  kForeignGiven = 1U << 25,   ///< ستيفن
  kBrand = 1U << 27,          ///< looks foreign and names no person: تويتر
  kInflected = 1U << 26,      ///< a frequent word and a suffix: «اقتراحا»
  kRule = 1U << 31,           ///< قوات, نظام: a ruler's name follows
  kState = 1U << 30,          ///< a country by name, no city
  kSpeechVerb = 1U << 29,     ///< أضاف, أوضح: who says follows
  kVerbShape = 1U << 28,      ///< a present verb by its sisters: «سيجسدها»
};

/// The tables of the person recogniser: flags of words from hand-made gazetteers, counts and shares
/// from the tables that tools/lexicons makes. All words are folded.
class PersonLexicon {
 public:
  struct Entry {
    std::uint32_t flags = 0;
    std::uint32_t count = 0;        ///< occurrences in the archive behind the tables; 0: under 3
    std::uint32_t after = 0;        ///< of them behind a given name
    std::uint8_t given_share = 0;   ///< percent of occurrences as a given name; 0: none
    std::uint8_t family_share = 0;  ///< percent of occurrences as a family name; 0: none
  };

  [[nodiscard]] static Result<PersonLexicon> load(const std::filesystem::path& directory);

  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view form) const {
    return words_.find(form);
  }
  [[nodiscard]] const Entry& entry(std::uint32_t number) const { return entries_[number]; }
  /// The entry of a word, or an empty one.
  [[nodiscard]] const Entry& look_up(std::string_view form) const;
  [[nodiscard]] std::uint32_t count(std::string_view form) const { return look_up(form).count; }
  /// «أبو ظبي», «حسن النية»: two words that look like a name and are none.
  [[nodiscard]] bool is_no_name(std::string_view first, std::string_view second) const;
  [[nodiscard]] std::string_view word(std::uint32_t number) const { return words_.at(number); }
  [[nodiscard]] std::size_t size() const { return words_.size(); }

 private:
  Entry& entry_of(std::string_view folded);
  Result<void> load_flags(const std::filesystem::path& path);
  template <typename Set>
  Result<void> load_figures(const std::filesystem::path& path, const char* column,
                            const char* words, Set set);

  StringTable words_;
  std::vector<Entry> entries_;
  std::unordered_set<std::string> no_names_;
  StringTable no_name_beginnings_;  ///< first words of them
};

}  // namespace bayan::entity
