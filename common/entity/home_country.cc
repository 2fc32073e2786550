#include "common/entity/home_country.h"

#include <algorithm>
#include <array>

#include "common/entity/gazetteer.h"
#include "common/entity/ruling_house.h"

namespace bayan::entity {
namespace {

// What speaks for a country, in mentions of it. A ruling house is named in the statements of its
// own country above all; a state's full style («مملكة البحرين») belongs to the ceremony of its own.
constexpr int kHouse = 6;
constexpr int kSendsAmbassador = 6;
constexpr int kDateline = 4;
constexpr int kFullStyle = 2;
constexpr int kPressAtHome = 3;
constexpr int kOfficialAtHome = 6;
constexpr int kCustodian = 2;
constexpr int kMention = 1;

/// «لخادم».
bool ends_custodian(std::string_view form) { return form.ends_with("خادم"); }

/// How often the words name the king of Saudi Arabia by his title, which no other state's do often.
int custodian_count(const std::vector<Word>& words) {
  int count = 0;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if ((words[i].roles & kMayTellHome) == 0) continue;
    if (ends_custodian(words[i].form) && words[i + 1].form == "الحرمين") ++count;
  }
  return count;
}

/// The number of the word that begins at a byte, or the next.
std::size_t word_at(const std::vector<Word>& words, std::uint32_t byte) {
  const auto found = std::ranges::lower_bound(words, byte, {}, &Word::begin);
  return static_cast<std::size_t>(found - words.begin());
}

/// What one mention of a country weighs.
int weight_of(const FieldText& field, const Mention& mention) {
  constexpr std::array<std::string_view, 3> kStyles = {"مملكه", "دوله", "سلطنه"};
  constexpr std::array<std::string_view, 3> kEnvoys = {"سفير", "سفيره", "سفاره"};
  constexpr std::size_t kDatelineWords = 2;
  const std::size_t first = word_at(field.words, mention.begin);
  if (first >= field.words.size()) return kMention;
  const std::string_view before = first > 0 ? field.words[first - 1].form : std::string_view();
  const bool has_style = std::ranges::find(kStyles, field.words[first].form) != kStyles.end() ||
                         std::ranges::find(kStyles, before) != kStyles.end();
  int weight = has_style ? kFullStyle : kMention;
  const auto is_envoy = [&](std::size_t back) {
    return first >= back && std::ranges::any_of(kEnvoys, [&](std::string_view envoy) {
             return field.words[first - back].form.ends_with(envoy);
           });
  };
  const std::size_t behind = word_at(field.words, mention.end);
  const bool is_sent = behind < field.words.size() && field.words[behind].form == "لدي";
  if (is_sent && (is_envoy(1) || is_envoy(2))) weight += kSendsAmbassador;
  if (mention.field == Field::kBody && first < kDatelineWords) weight += kDateline;
  return weight;
}

}  // namespace

bool may_tell_home(std::string_view form) {
  return ends_custodian(form) || may_name_ruling_house(form);
}

Result<HomeCountry> HomeCountry::load(const std::filesystem::path& directory,
                                      const CountryGazetteer& countries) {
  const Result<GazetteerTable> table =
      GazetteerTable::load(directory / "issuers.tsv", {"country", "kind", "names"});
  if (!table) return tl::unexpected(table.error());
  HomeCountry home;
  home.countries_ = &countries;
  for (const GazetteerRow& row : table->rows()) {
    for (const std::string& name : split_cell(row.cells[2])) {
      home.issuers_.emplace(joined_forms(name), Issuer{row.cells[0], row.cells[1] == "press"});
    }
  }
  return home;
}

/// «وزارة الخارجية القطرية», «سفارة مملكة البحرين»: an issuer that is not listed tells its country
/// by its name. The country is empty where it does not.
HomeCountry::Issuer HomeCountry::read_issuer(std::string_view issuer) const {
  const std::string key = joined_forms(issuer);
  if (const auto known = issuers_.find(key); known != issuers_.end()) return known->second;
  for (std::size_t begin = 0; begin < key.size();) {
    for (std::size_t end = key.size(); end != std::string::npos && end > begin;
         end = key.rfind(' ', end - 1)) {
      const auto* entry = countries_->find(std::string_view(key).substr(begin, end - begin));
      if (entry != nullptr) return {entry->code, false};
    }
    begin = key.find(' ', begin);
    if (begin != std::string::npos) ++begin;
  }
  return {};
}

std::string HomeCountry::country_of(std::string_view issuer) const {
  return read_issuer(issuer).country;
}

std::vector<std::string> HomeCountry::find(std::string_view issuer,
                                           const std::vector<FieldText>& title_and_body,
                                           const std::vector<Country>& named) const {
  const Issuer known = read_issuer(issuer);
  const RulingHouse* house = nullptr;
  for (const FieldText& field : title_and_body) {
    if (house == nullptr && field.may_tell_home) house = first_ruling_house(field.words);
  }
  std::vector<std::pair<std::string, int>> ranked;
  const auto add = [&ranked](std::string_view code, int weight) {
    if (code.empty()) return;
    const auto found = std::ranges::find(ranked, code, &std::pair<std::string, int>::first);
    if (found == ranked.end()) {
      ranked.emplace_back(code, weight);
    } else {
      found->second += weight;
    }
  };
  add(known.country, known.is_press ? kPressAtHome : kOfficialAtHome);
  if (house != nullptr) add(house->country, kHouse);
  for (const FieldText& field : title_and_body) {
    const int count = field.may_tell_home ? custodian_count(field.words) : 0;
    if (count > 0) add("SA", kCustodian * count);
  }
  for (const Country& country : named) {
    for (const Mention& mention : country.mentions) {
      add(country.code,
          weight_of(title_and_body[static_cast<std::size_t>(mention.field)], mention));
    }
  }
  std::ranges::stable_sort(ranked, std::ranges::greater{}, &std::pair<std::string, int>::second);
  std::vector<std::string> codes;
  codes.reserve(ranked.size());
  for (auto& [code, weight] : ranked) codes.push_back(std::move(code));
  return codes;
}

}  // namespace bayan::entity
