#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/base/error.h"
#include "common/base/string_table.h"
#include "common/entity/country_homographs.h"

/// Names of countries: Unicode's CLDR names through ICU, and the product's own table of official
/// and old names, nisba forms and cities.
namespace bayan::entity {

class CountryGazetteer {
 public:
  enum class Kind : std::uint8_t { kName, kNisba, kCity };
  struct Entry {
    std::string code;  ///< ISO 3166-1 alpha-2
    Kind kind;
    const std::vector<CountryHomograph>* homographs;  ///< the country's; nullptr if none
  };

  [[nodiscard]] static Result<CountryGazetteer> load(const std::filesystem::path& directory);

  /// The entry for folded words joined by single spaces, without clitics; nullptr if none.
  [[nodiscard]] const Entry* find(std::string_view folded) const;
  /// The country that folded Latin words joined by single spaces name («france», «french», «uk»);
  /// empty if none.
  [[nodiscard]] std::string find_english(std::string_view folded) const;
  /// Words of the longest key that begins with this folded word; 0 if none does.
  [[nodiscard]] std::size_t longest_from(std::string_view first_word) const;

  /// «الفرنسي» or «الفرنسية»; empty for a country without a nisba form.
  [[nodiscard]] std::string adjective(std::string_view code, bool is_feminine) const;

  /// The country named «فرنسا», «الفرنسية», «France», «French», «FR» or «FRA».
  [[nodiscard]] std::optional<std::string> find_named(std::string_view typed) const;
  /// The same, or the one that a person means by «Fransa».
  [[nodiscard]] std::optional<std::string> find_typed(std::string_view typed) const;
  /// The names of the countries nearest to what was typed, for «did you mean», in its script.
  [[nodiscard]] std::vector<std::string> nearest(std::string_view typed, std::size_t most) const;

 private:
  void add(std::string_view name, const std::string& code, Kind kind);
  void add_nisba(std::string_view masculine, const std::string& code);
  void add_cldr_names();
  [[nodiscard]] std::optional<std::string> find_sounding(std::string_view typed) const;

  /// Lets string_views be looked up: every word of every statement is, some several times.
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  template <typename Value>
  using Table = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

  CountryHomographs homographs_;
  Table<Entry> entries_;
  StringTable first_words_;                ///< of the entries
  std::vector<std::size_t> longest_from_;  ///< by the first word's number, in words
  Table<std::string> nisbas_;              ///< by code: masculine, as printed
  /// Folded English adjectives and short names, with their codes: what people type. In texts they
  /// are other words as often («polish», «us»).
  Table<std::string> english_;
};

/// True for two capitals, as ISO 3166-1 has them: a key that is a code, and no name of the user's.
[[nodiscard]] constexpr bool is_country_code(std::string_view key) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return key.size() == 2 && is_capital(key[0]) && is_capital(key[1]);
}

/// The country's name in Arabic ("ar") or English ("en"), as CLDR gives it.
[[nodiscard]] std::string country_name(std::string_view code, const char* language);

}  // namespace bayan::entity
