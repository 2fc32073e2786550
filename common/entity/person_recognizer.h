#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/base/error.h"
#include "common/entity/entity.h"
#include "common/entity/word.h"

namespace bayan::entity {

/// One field of a statement: its text and words.
struct PersonField {
  Field field;
  std::string_view text;
  const std::vector<Word>& words;
};

/// Finds persons behind honorifics, ranks and titles, with the post that follows the name or stands
/// before the honorific, and joins later mentions to them. A first cut: names without any title are
/// found only where they repeat one that was.
class PersonRecognizer {
 public:
  [[nodiscard]] static Result<PersonRecognizer> load(const std::filesystem::path& directory);

  struct Found {
    std::vector<Person> persons;
    /// For each field, in the order given: which words belong to a name.
    std::vector<std::vector<bool>> is_name;
  };
  [[nodiscard]] Found recognize(const std::vector<PersonField>& fields) const;

  enum class Class : std::uint8_t { kNone, kStrong, kTitle, kHead, kStop, kFormula, kEponym };
  /// The class of a folded word, with a proclitic or without.
  [[nodiscard]] Class class_of(std::string_view form) const;

 private:
  std::unordered_map<std::string, Class> classes_;
};

/// The key of a name: folded, without بن, بنت and ابن, عبد joined to its second part.
/// «راشد بن عبد الله آل خليفة» -> «راشد عبدالله ال خليفه».
[[nodiscard]] std::string person_key(std::string_view name);

/// The canonical form of a printed name: without diacritics and tatweel, «عبد الله» joined, white
/// space single.
[[nodiscard]] std::string canonical_name(std::string_view printed);

}  // namespace bayan::entity
