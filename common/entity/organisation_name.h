#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "common/entity/country_gazetteer.h"
#include "common/entity/country_recognizer.h"
#include "common/entity/organisation_lexicon.h"
#include "common/entity/word_class.h"

namespace bayan::entity {

/// The name of a body that stands in words [begin, end) of a field.
struct BodyName {
  std::size_t begin = 0;
  std::size_t end = 0;
  /// Words from here on only say the body's country: «وزارة الداخلية | الفرنسية».
  std::size_t core_end = 0;
  /// Letters of proclitics before the first word, and what stands in their place («لل» -> «ال»).
  std::size_t clitic_letters = 0;
  bool has_merged_article = false;
  std::string first_form;  ///< the first word, folded, without proclitics
  std::string country;     ///< ISO code, where the name or the words behind it say it
  /// The country stands as a genitive, which takes the article's place: «وزارة خارجية | فرنسا».
  bool has_genitive = false;
  bool is_of_state = false;  ///< belongs to a state; to the one at home where `country` is empty
  const KnownBody* known = nullptr;
};

/// Reads names of bodies out of one field. A name is a known one, or a head and what a construct
/// holds (kBodyHead), or a definite head with its adjectives and purpose (kDefiniteHead); the
/// longest at a word wins:
///
///   «وزارة | شؤون مجلسي الشورى والنواب»    «الهيئة | العامة | للسياحة والآثار»
///
/// All arguments must outlive it.
class BodyNameReader {
 public:
  BodyNameReader(const FieldWords& field, const OrganisationLexicon& lexicon,
                 const WordClassifier& classifier, const CountryGazetteer& countries)
      : field_(field), lexicon_(lexicon), classifier_(classifier), countries_(countries) {}

  /// What begins at a word.
  struct Reading {
    std::optional<BodyName> name;
    /// Where no name does: a head with an article («الهيئة», «للوزارة») without it, or empty.
    std::string short_head;
  };
  [[nodiscard]] Reading read(std::size_t i) const;
  /// False where read() finds nothing at a word of this form.
  [[nodiscard]] static bool may_begin(const OrganisationLexicon& lexicon, std::string_view form);
  /// Where the adjectives behind a short head end: «المجلس الأعلى |».
  [[nodiscard]] std::size_t short_end(std::size_t i) const;

 private:
  /// A reading of a name's first word: with a proclitic taken off, or none.
  struct First {
    std::string form;
    std::uint32_t flags = 0;
    std::size_t clitic_letters = 0;
    bool has_merged_article = false;
  };
  struct CountryMatch {
    const CountryGazetteer::Entry* entry = nullptr;
    std::size_t word_count = 0;
  };
  [[nodiscard]] static std::vector<First> first_forms(const OrganisationLexicon& lexicon,
                                                      std::string_view word);
  [[nodiscard]] static std::string short_head(const OrganisationLexicon& lexicon,
                                              const First& first);
  [[nodiscard]] bool is_word(std::size_t i) const;
  [[nodiscard]] bool is_lone_name(std::size_t i) const;
  [[nodiscard]] bool may_begin(std::size_t i) const;
  /// `nested`: how many bodies within one another may follow.
  [[nodiscard]] std::optional<BodyName> read(std::size_t i, const std::vector<First>& firsts,
                                             int nested) const;
  [[nodiscard]] std::string_view form(std::size_t i) const { return field_.words[i].form; }
  [[nodiscard]] bool is_blocked(std::string_view form) const;
  [[nodiscard]] bool is_adjective(std::string_view form) const;
  [[nodiscard]] bool is_head(std::string_view form) const;
  [[nodiscard]] CountryMatch country_at(std::size_t i) const;
  [[nodiscard]] std::optional<BodyName> known(std::size_t i, const First& first) const;
  [[nodiscard]] std::optional<BodyName> built(std::size_t i, const First& first, int nested) const;
  [[nodiscard]] std::optional<BodyName> of_body(std::size_t i, const First& first, std::size_t end,
                                                int nested) const;
  [[nodiscard]] bool presides_over_body(std::size_t i) const;
  [[nodiscard]] bool is_of_other(std::size_t head, const First& first, std::size_t end) const;
  [[nodiscard]] std::size_t first_piece(std::size_t i, std::uint32_t head) const;
  [[nodiscard]] std::size_t chain(std::size_t i, std::uint32_t head) const;
  [[nodiscard]] std::size_t place(std::size_t at, std::string_view word) const;
  [[nodiscard]] std::size_t foreign(std::size_t i) const;
  [[nodiscard]] std::size_t quoted(std::size_t i) const;
  [[nodiscard]] std::size_t eponym(std::size_t i) const;
  [[nodiscard]] std::size_t adjectives(std::size_t i) const;
  [[nodiscard]] std::size_t joined_adjectives(std::size_t i) const;
  [[nodiscard]] bool begins_known(std::size_t i, std::string_view first) const;
  [[nodiscard]] std::size_t conjunct(std::size_t i) const;
  [[nodiscard]] std::size_t purpose(std::size_t i) const;
  [[nodiscard]] bool ends_in_place(std::size_t i) const;
  [[nodiscard]] std::size_t continue_name(std::size_t i, bool takes_purpose) const;
  [[nodiscard]] std::size_t grow_definite(std::size_t i, std::uint32_t head) const;
  [[nodiscard]] bool is_generic(std::size_t begin, std::size_t end) const;
  [[nodiscard]] bool names_place(std::size_t begin, std::size_t end) const;
  void settle_country(BodyName& name) const;
  void find_country_behind(BodyName& name) const;

  const FieldWords& field_;
  const OrganisationLexicon& lexicon_;
  const WordClassifier& classifier_;
  const CountryGazetteer& countries_;
};

}  // namespace bayan::entity
