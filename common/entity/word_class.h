#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "common/entity/country_gazetteer.h"
#include "common/entity/person_lexicon.h"

namespace bayan::entity {

/// What a word is as a part of names.
enum class NameClass : std::uint8_t {
  kUnread,
  kStop,       ///< no name goes on over it
  kOther,      ///< an ordinary word
  kGiven,      ///< a given name: خالد
  kRareGiven,  ///< a given name that is an ordinary word more often: صباح
  kFamily,     ///< a listed family name: القحطاني
  kArticle,    ///< with the article, and may be a surname: المشيطي
  kAfterName,  ///< without the article, seen behind given names: توكل
  kUnknown,    ///< looks like no Arabic word: a foreign name
  kClitic,     ///< a proclitic and a name: لكرستيان; its `base` is the name's class
};

enum class Proclitic : std::uint8_t { kNone, kAnd, kOther };

/// Flags that tell a word's shape and not what it means.
constexpr std::uint32_t kShapeFlags = kUnrelated | kInflected | kVerbShape;

/// A word's class and flags. The flags of «للدكتور» are those of «الدكتور».
struct WordInfo {
  std::uint32_t flags = 0;
  NameClass name_class = NameClass::kUnread;
  NameClass base = NameClass::kUnread;
  Proclitic proclitic = Proclitic::kNone;
  std::uint8_t given_share = 0;  ///< percent; of the base
};

/// Classifies folded words by the lexicon's counts. The idea: a foreign name or rare surname has no
/// relatives (كرستيان occurs without ال, ها, ون …), an ordinary Arabic word has many; so unseen
/// names need no list.
///
/// info() is safe from several threads: a word of the lexicon is classified when it is first asked
/// for and remembered; two threads that meet find the same value.
class WordClassifier {
 public:
  /// Both must outlive it.
  WordClassifier(const PersonLexicon& lexicon, const CountryGazetteer& countries);

  [[nodiscard]] WordInfo info(std::string_view form) const;
  [[nodiscard]] WordInfo info(std::uint32_t number) const;
  /// info() of a word that is known not to be in the lexicon.
  [[nodiscard]] WordInfo info_of_unlisted(std::string_view form) const;

 private:
  [[nodiscard]] WordInfo info_of_bare(std::string_view form,
                                      std::optional<std::uint32_t> number) const;
  [[nodiscard]] WordInfo remembered(std::atomic<std::uint64_t>& known, std::uint32_t number,
                                    bool may_have_clitic) const;
  [[nodiscard]] WordInfo classify(std::string_view form, const PersonLexicon::Entry& entry,
                                  bool may_have_clitic) const;
  [[nodiscard]] bool read_proclitics(std::string_view form, const PersonLexicon::Entry& entry,
                                     WordInfo& info) const;
  [[nodiscard]] bool is_surname_with_clitic(std::string_view form,
                                            const PersonLexicon::Entry& entry) const;
  [[nodiscard]] bool joins_family(std::string_view form) const;
  [[nodiscard]] bool has_suffix(std::string_view form, std::uint32_t count) const;
  [[nodiscard]] bool joins_article(std::string_view form) const;
  [[nodiscard]] bool has_verb_shape(std::string_view form) const;
  [[nodiscard]] bool is_sure_verb(std::string_view form) const;
  [[nodiscard]] bool is_past_verb(std::string_view form, const PersonLexicon::Entry& entry) const;
  [[nodiscard]] NameClass class_with_article(std::string_view form,
                                             const PersonLexicon::Entry& entry) const;
  [[nodiscard]] NameClass class_without_article(std::string_view form,
                                                const PersonLexicon::Entry& entry,
                                                bool has_stem) const;
  [[nodiscard]] bool has_known_stem(std::string_view form) const;
  [[nodiscard]] bool has_more_relatives(std::string_view stem, std::uint32_t most) const;

  const PersonLexicon& lexicon_;
  const CountryGazetteer& countries_;
  std::unique_ptr<std::atomic<std::uint64_t>[]> known_;  ///< by number; 0: not asked for yet
  std::unique_ptr<std::atomic<std::uint64_t>[]> known_bare_;
};

}  // namespace bayan::entity
