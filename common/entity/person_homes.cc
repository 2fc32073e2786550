#include "common/entity/person_homes.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/entity/ruling_house.h"
#include "common/entity/word.h"
#include "common/text/fold.h"

namespace bayan::entity {
namespace {

using text::kLetterBytes;

bool is_arab(std::string_view code) {
  constexpr std::array<std::string_view, 22> kArabLeague = {
      "AE", "BH", "DJ", "DZ", "EG", "IQ", "JO", "KM", "KW", "LB", "LY",
      "MA", "MR", "OM", "PS", "QA", "SA", "SD", "SO", "SY", "TN", "YE"};
  return std::ranges::find(kArabLeague, code) != kArabLeague.end();
}

/// Whose people bear names that Arabs bear too, without article or بن.
bool shares_names(std::string_view code) {
  constexpr std::array<std::string_view, 14> kCodes = {"IR", "TR", "PK", "AF", "BD", "ID", "MY",
                                                       "NG", "SN", "TD", "ML", "NE", "SS", "ER"};
  return is_arab(code) || std::ranges::find(kCodes, code) != kCodes.end();
}

/// Where men are called «… بن … الـ…» throughout.
bool uses_patronymics(std::string_view code) {
  constexpr std::array<std::string_view, 7> kCodes = {"SA", "BH", "KW", "QA", "AE", "OM", "YE"};
  return std::ranges::find(kCodes, code) != kCodes.end();
}

/// «عادل بن أحمد الجبير»; «زين العابدين بن علي» ends so in the Maghreb too.
bool has_patronymic(const std::vector<Word>& words) {
  for (std::size_t i = 1; i + 2 < words.size(); ++i) {
    if (words[i].form == "بن" && words.back().form.starts_with("ال")) return true;
  }
  return false;
}

enum class Origin { kUnknown, kArab, kForeign };

/// «… بن …», or a given name and a surname with the article: Arab. A first name of another
/// language: foreign.
Origin origin_of(const std::vector<Word>& words, const WordClassifier& classifier) {
  constexpr std::array<std::string_view, 3> kConnectors = {"بن", "بنت", "ال"};
  if (words.size() < 2) return Origin::kUnknown;
  const bool has_connector = std::ranges::any_of(words, [&](const Word& word) {
    return std::ranges::find(kConnectors, word.form) != kConnectors.end();
  });
  const WordInfo first = classifier.info(words.front().form);
  const std::string_view last = words.back().form;
  const bool has_article = last.starts_with("ال") && last.size() > 4 * kLetterBytes;
  if (has_connector || (has_article && first.given_share > 0)) return Origin::kArab;
  return (first.flags & kForeignGiven) != 0 ? Origin::kForeign : Origin::kUnknown;
}

/// An envoy is accredited where the statement is at home, whatever his name.
bool is_envoy(std::string_view position) {
  constexpr std::array<std::string_view, 3> kEnvoys = {"سفير", "قنصل", "القايم"};
  const Words words = split_words(position);
  return std::ranges::any_of(words, [&](const Word& word) {
    return std::ranges::any_of(kEnvoys, [&word](std::string_view envoy) {
      return word.form.find(envoy) != std::string::npos;
    });
  });
}

void put_first(std::vector<std::string>& homes, std::string_view code) {
  std::erase(homes, code);
  homes.emplace(homes.begin(), code);
}

}  // namespace

std::vector<std::string> homes_of(const Person& person, const std::vector<std::string>& homes,
                                  std::string_view issuer_country,
                                  const WordClassifier& classifier) {
  if (person.position.empty() || homes.empty() || is_envoy(person.position)) return homes;
  const Words words = split_words(person.name);
  std::vector<std::string> out = homes;
  if (const RulingHouse* house = first_ruling_house(words)) {
    put_first(out, house->country);
    return out;
  }
  const Origin origin = origin_of(words, classifier);
  if (has_patronymic(words) && uses_patronymics(issuer_country) &&
      !uses_patronymics(homes.front())) {
    put_first(out, issuer_country);
    return out;
  }
  const bool fits =
      origin == Origin::kUnknown ||
      (origin == Origin::kArab ? is_arab(homes.front()) : !shares_names(homes.front()));
  if (fits) return out;
  if (origin == Origin::kArab && is_arab(issuer_country)) {
    put_first(out, issuer_country);
    return out;
  }
  const auto likely = std::ranges::find_if(out, [origin](const std::string& code) {
    return origin == Origin::kArab ? is_arab(code) : !shares_names(code);
  });
  if (likely != out.end()) std::rotate(out.begin(), likely, likely + 1);
  return out;
}

}  // namespace bayan::entity
