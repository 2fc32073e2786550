#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.h"
#include "common/entity/country_gazetteer.h"
#include "common/entity/entity.h"
#include "common/entity/word.h"
#include "common/entity/word_class.h"
#include "common/entity/word_memo.h"

namespace bayan::entity {

/// One field of a statement: its text and words, and the facts() of each that is one of letters.
struct PersonField {
  Field field;
  std::string_view text;
  const std::vector<Word>& words;
  const std::vector<WordFacts>& facts;
};

/// Finds the persons of a statement and their posts, by rules over classes of words:
///
///   words -> classes (word_class) -> where a name starts (name_start) -> how it grows
///   (name_growth) -> posts before and behind (person_post) -> one man, one person (person_list)
///
/// recognize() is safe from several threads, and takes time linear in the text.
class PersonRecognizer {
 public:
  /// `countries` must outlive the recogniser.
  [[nodiscard]] static Result<PersonRecognizer> load(const std::filesystem::path& directory,
                                                     const CountryGazetteer& countries);
  PersonRecognizer(PersonRecognizer&&) noexcept;
  PersonRecognizer& operator=(PersonRecognizer&&) noexcept;
  ~PersonRecognizer();

  struct Found {
    std::vector<Person> persons;
    /// For each field, in the order given: which words belong to a name.
    std::vector<std::vector<bool>> is_name;
  };
  /// `is_saudi`: the statement is of the Saudi Press Agency, whose home is not named in posts.
  [[nodiscard]] Found recognize(const std::vector<PersonField>& fields, bool is_saudi) const;

  /// What the lexicon says of a word; of its roles those that persons tell.
  [[nodiscard]] WordFacts facts(std::string_view form) const;

  /// The classes of words around names, for other recognisers; lives as long as this.
  [[nodiscard]] const WordClassifier& classifier() const;

 private:
  struct Tables;
  explicit PersonRecognizer(std::unique_ptr<const Tables> tables);
  std::unique_ptr<const Tables> tables_;
};

/// The key of a name: folded, without بن, بنت and ابن, عبد joined to its second part.
/// «راشد بن عبد الله آل خليفة» -> «راشد عبدالله ال خليفه».
[[nodiscard]] std::string person_key(std::string_view name);

/// The canonical form of a printed name: without diacritics and tatweel, «عبد الله» joined, white
/// space single.
[[nodiscard]] std::string canonical_name(std::string_view printed);

}  // namespace bayan::entity
