#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/entity/entity.h"
#include "common/entity/user_gazetteer.h"
#include "common/entity/word.h"

namespace bayan::entity {

/// The names that a user's gazetteer adds, found where texts print them: whole, in any spelling,
/// with بن or without, behind «و», names of several words behind «ل» and «ب» too. What the
/// recognisers read at the same place stays as it is. Safe from several threads; linear in the
/// text.
class UserNames {
 public:
  /// Finds nothing.
  UserNames() = default;
  explicit UserNames(const UserGazetteer& gazetteer);

  [[nodiscard]] bool is_empty() const { return names_.empty(); }

  /// Adds what `text` names to `found`: persons and bodies under the key of the name that is
  /// printed, which the entity table has with the others of the same entity; countries under their
  /// codes.
  void recognize(Field field, std::string_view text, const std::vector<Word>& words,
                 Recognised& found) const;

 private:
  enum class Kind : std::uint8_t { kPerson, kBody, kCountry };
  struct Name {
    Kind kind = Kind::kPerson;
    std::string code;  ///< of a country
  };
  struct Match {
    const Name* name = nullptr;
    std::size_t end = 0;  ///< behind its last word
    std::size_t clitic_letters = 0;
  };
  void add(Kind kind, const std::string& name, std::string code = {});
  [[nodiscard]] Match match_at(const std::vector<Word>& words, std::size_t i) const;
  [[nodiscard]] Match match_from(const std::vector<Word>& words, std::size_t i,
                                 std::string_view first) const;

  std::unordered_map<std::string, Name> names_;  ///< by words joined without blanks or بن
  std::unordered_map<std::string, std::size_t> longest_from_;  ///< words, by the first one
};

}  // namespace bayan::entity
