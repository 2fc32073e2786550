#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/base/error.h"
#include "common/entity/country_gazetteer.h"

namespace bayan::entity {

/// What bodies and posts that somebody names in English are called in Arabic, as the recognisers
/// call them (english_names.tsv). No text is read by it.
///
///   "Ministry of Foreign Affairs, Bahrain"   -> «وزارة الخارجية البحرينية», «وزارة الشؤون …»
///   "Saudi interior minister"                -> «وزير الداخلية السعودي»
///   "ambassador of Bahrain to France"        -> «السفير البحريني لدى فرنسا»
class EnglishNames {
 public:
  enum class Kind : std::uint8_t { kBody, kPost };

  /// `countries` must outlive it.
  [[nodiscard]] static Result<EnglishNames> load(const std::filesystem::path& directory,
                                                 const CountryGazetteer& countries);

  /// The Arabic names of the body or post, likeliest first; none for one that the table has not.
  [[nodiscard]] std::vector<std::string> in_arabic(Kind kind, std::string_view typed) const;

 private:
  using Names = std::unordered_map<std::string, std::vector<std::string>>;
  /// «ministry of *», taken apart at the star.
  struct Pattern {
    std::string before;
    std::string behind;
    std::vector<std::string> arabic;
  };
  struct Table {
    Names whole;
    std::vector<Pattern> patterns;
  };

  explicit EnglishNames(const CountryGazetteer& countries) : countries_(&countries) {}
  [[nodiscard]] static std::vector<std::string> words_of(std::string_view printed);
  static void add(Table& table, const std::string& english, const std::vector<std::string>& arabic);
  [[nodiscard]] std::vector<std::string> topics(const std::string& english) const;
  [[nodiscard]] std::vector<std::string> names(Kind kind,
                                               const std::vector<std::string>& words) const;
  [[nodiscard]] std::string take_host(std::vector<std::string>& words) const;
  [[nodiscard]] std::string take_country(std::vector<std::string>& words) const;
  [[nodiscard]] std::string country_at(const std::vector<std::string>& words, std::size_t begin,
                                       std::size_t end) const;
  [[nodiscard]] std::string of_country(std::string name, const std::string& code) const;

  const CountryGazetteer* countries_;
  Table bodies_;
  Table posts_;
  Names topics_;
};

}  // namespace bayan::entity
