#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/base/error.h"

namespace bayan::entity {

/// What a word that is spelled as a country's form stands beside, where it is that word: «مجرى
/// قناة», «جامعة كولومبيا». Folded words; an empty list asks nothing.
struct CountryHomograph {
  std::vector<std::string> forms;
  std::vector<std::string> before;
  std::vector<std::string> after;
};

/// The homographs of country_homographs.tsv.
class CountryHomographs {
 public:
  /// Errors name the file and line: what GazetteerTable::load() says, a code that no country has, a
  /// row that asks nothing.
  [[nodiscard]] static Result<CountryHomographs> load(const std::filesystem::path& directory);

  /// Those of a country; nullptr if it has none. They stay where they are while this lives, moved
  /// too.
  [[nodiscard]] const std::vector<CountryHomograph>* find(const std::string& code) const;

 private:
  std::unordered_map<std::string, std::vector<CountryHomograph>> by_code_;
};

}  // namespace bayan::entity
