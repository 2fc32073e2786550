#include "common/entity/house_names.h"

#include <algorithm>
#include <string_view>

#include "common/entity/ruling_house.h"

namespace bayan::entity {
namespace {

constexpr std::string_view kArticle = "ال";
/// Rules Sharjah and Ras al-Khaimah; elsewhere too common a surname to tell a statement's home.
constexpr std::string_view kQasimi = "القاسمي";

}  // namespace

bool is_of_ruling_house(const std::vector<std::string>& words) {
  if (words.size() < 2) return false;
  const std::string_view last = words.back();
  if (last == kQasimi) return true;
  if (!last.starts_with(kArticle)) return false;
  return std::ranges::any_of(kRulingHouses, [last](const RulingHouse& house) {
    return last == house.family ||
           (!house.family.starts_with(kArticle) && last.substr(kArticle.size()) == house.family);
  });
}

std::vector<std::string> great_grandfather_names(const std::vector<std::string>& words) {
  constexpr std::size_t kGenerations = 3;
  if (words.size() != kGenerations + 1 || words.back() != "السعود") return {};
  return {words[0] + ' ' + words[1] + ' ' + words[2] + " عبدالعزيز"};
}

std::vector<std::string> house_short_names(const std::vector<std::string>& words) {
  std::vector<std::string> names;
  if (words.size() < 3 || !is_of_ruling_house(words)) return names;
  const bool has_article = words[1].starts_with(kArticle);
  const std::string father =
      has_article ? words[1].substr(kArticle.size()) : std::string(kArticle) + words[1];
  const auto add = [&](const std::string& word) {
    names.push_back(words[0] + ' ' + word);
    names.push_back(names.back() + ' ' + words.back());
  };
  add(father);
  const bool is_kuwaiti = words.back() == "الصباح";
  for (std::size_t i = 2; i + 1 < words.size(); ++i) {
    if (is_kuwaiti && words[i].starts_with(kArticle)) add(words[i]);
  }
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace bayan::entity
