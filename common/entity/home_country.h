#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/base/error.h"
#include "common/entity/country_gazetteer.h"
#include "common/entity/entity.h"
#include "common/entity/word.h"

namespace bayan::entity {

/// A field's text with its words; both must outlive it.
struct FieldText {
  std::string_view text;
  const std::vector<Word>& words;
  bool may_tell_home = true;  ///< a word of it has the role of that name
};

/// False where HomeCountry::find() learns nothing from a word of this folded form.
[[nodiscard]] bool may_tell_home(std::string_view form);

/// Tells a statement's home: the country whose ministries and ministers it names without saying so.
/// Evidence is weighed in mentions of a country: the issuer is an agency of its own («وزارة
/// الخارجية القطرية», «واس»); the text names its ruling house; it sends an ambassador («سفير مملكة
/// البحرين لدى …»); the dateline is of its city; it is mentioned. So a statement of the Saudi
/// agency from Baghdad that speaks of Iraq alone is at home there.
class HomeCountry {
 public:
  /// `countries` must outlive it.
  [[nodiscard]] static Result<HomeCountry> load(const std::filesystem::path& directory,
                                                const CountryGazetteer& countries);

  /// The country an issuer writes for, or that its name tells; empty where neither does.
  [[nodiscard]] std::string country_of(std::string_view issuer) const;

  /// ISO codes, the likeliest first; empty where nothing tells. `title_and_body` in that order;
  /// `named`: the countries that the statement names.
  [[nodiscard]] std::vector<std::string> find(std::string_view issuer,
                                              const std::vector<FieldText>& title_and_body,
                                              const std::vector<Country>& named) const;

 private:
  struct Issuer {
    std::string country;
    bool is_press = false;
  };
  [[nodiscard]] Issuer read_issuer(std::string_view issuer) const;

  const CountryGazetteer* countries_ = nullptr;
  std::unordered_map<std::string, Issuer> issuers_;  ///< by folded name
};

}  // namespace bayan::entity
