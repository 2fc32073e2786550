#include "common/entity/post_country.h"

#include <algorithm>
#include <array>
#include <span>

#include "common/entity/word.h"
#include "common/text/fold.h"

namespace bayan::entity {
namespace {

using Kind = CountryGazetteer::Kind;

using text::kLetterBytes;

/// «بالديوان» -> «الديوان», «بنجران» -> «نجران»; other words stay.
std::string_view without_in(std::string_view form) {
  return form.starts_with("ب") ? form.substr(kLetterBytes) : form;
}

/// Where a throne has an heir.
bool is_monarchy(std::string_view code) {
  constexpr std::array<std::string_view, 8> kMonarchies = {"SA", "BH", "JO", "KW",
                                                           "MA", "QA", "OM", "GB"};
  return std::ranges::find(kMonarchies, code) != kMonarchies.end();
}

bool is_kingdom(std::string_view code) {
  constexpr std::array<std::string_view, 4> kKingdoms = {"SA", "BH", "JO", "MA"};
  return std::ranges::find(kKingdoms, code) != kKingdoms.end();
}

/// «لجمهورية», «للمملكة».
bool is_style_behind_for(std::string_view form) {
  constexpr std::array<std::string_view, 7> kForms = {"لدوله",  "لمملكه",  "لجمهوريه", "لسلطنه",
                                                      "للدوله", "للمملكه", "للجمهوريه"};
  return std::ranges::find(kForms, form) != kForms.end();
}

std::string joined(const std::vector<PostWord>& words) {
  std::string out;
  for (const PostWord& word : words) out += (out.empty() ? "" : " ") + word.form;
  return out;
}

/// give_article(), behind the preposition of «الملحق العسكري بسفارة | فرنسا».
void make_definite(PostWord& word) {
  constexpr std::array<std::string_view, 6> kHouses = {"بسفاره", "بوزاره", "بقنصليه",
                                                       "بحكومه", "ببعثه",  "ببرلمان"};
  if (!is_one_of(word.form, kHouses)) return give_article(word);
  word.form.insert(kLetterBytes, "ال");
  word.printed.insert(kLetterBytes, "ال");
}

}  // namespace

void CountryOfPost::take_host(PostParts& parts, const std::vector<std::string>& homes) const {
  std::vector<PostWord>& words = parts.words;
  if (!lexicon_.has(words.front().form, kEnvoy)) return;
  constexpr std::array<std::string_view, 3> kTo = {"لدي", "المعتمد", "في"};
  const auto to = std::ranges::find_if(
      words, [&](const PostWord& word) { return std::ranges::find(kTo, word.form) != kTo.end(); });
  parts.host = homes.empty() ? std::string() : homes.front();
  if (to == words.end()) return;
  const bool is_place = to->form == "في";  // «في مصر» as «لدى مصر», but «في الرياض» is where he is
  if (!is_place) parts.host.clear();
  auto begin = static_cast<std::size_t>(to - words.begin());
  const std::size_t cut = begin;
  while (begin < words.size() && std::ranges::find(kTo, words[begin].form) != kTo.end()) ++begin;
  bool is_name = false;
  for (std::size_t end = words.size(); end > begin; --end) {
    std::string code = country_of(words, begin, end, is_name);
    if (code.empty() && end == begin + 1 && lexicon_.has(words[begin].form, kHomeWord) &&
        !homes.empty()) {
      code = homes.front();
    }
    if (code.empty() || (is_place && !is_name)) continue;
    parts.host = std::move(code);
    words.resize(cut);
    return;
  }
  // «السفير الفرنسي في المنامة»; of consuls a state may have several.
  const auto* entry =
      is_place && begin + 1 == words.size() ? countries_.find(words[begin].form) : nullptr;
  const bool is_ambassador = words.front().form.ends_with("سفير");
  if (entry == nullptr || !is_ambassador || entry->kind != Kind::kCity) return;
  parts.host = entry->code;
  words.resize(cut);
}

bool CountryOfPost::take_country(PostParts& parts, const std::vector<std::string>& homes) const {
  if (take_home_word(parts, homes)) return true;
  take_last_country(parts);
  return !parts.country.empty();
}

void CountryOfPost::supply_country(PostParts& parts, const std::vector<std::string>& homes) const {
  if (const auto sole = lexicon_.sole().find(joined(parts.words)); sole != lexicon_.sole().end()) {
    const bool is_of_home = sole->second == "home";
    parts.country = !is_of_home ? sole->second : homes.empty() ? std::string() : homes.front();
    return;
  }
  if (!is_of_state(parts.words)) return;
  take_inner_country(parts);
  // A lone envoy is sent by another country than the one at home.
  const bool is_envoy = lexicon_.has(parts.words.front().form, kEnvoy);
  if (parts.country.empty() && !is_envoy) parts.country = home_of(parts.words, homes);
}

/// The country that words [begin, end) are, empty where they are none or a city. `is_name`: as a
/// name, not as an adjective.
std::string CountryOfPost::country_of(const std::vector<PostWord>& words, std::size_t begin,
                                      std::size_t end, bool& is_name) const {
  std::string key;
  for (std::size_t i = begin; i < end; ++i) key += (i > begin ? " " : "") + words[i].form;
  is_name = true;
  const bool is_envoy = lexicon_.has(words.front().form, kEnvoy);
  if (key.starts_with("خادم الحرمين")) return is_envoy && end - begin <= 3 ? "SA" : "";
  if (key == "عمان") return "OM";  // Amman is no state's name
  const CountryGazetteer::Entry* entry = countries_.find(key);
  // «مملكة البحرين», «الجمهورية الفرنسية» where the gazetteer has the bare name only
  if (entry == nullptr && end - begin > 1) {
    constexpr std::array<std::string_view, 6> kStyles = {"دوله",  "مملكه",     "جمهوريه",
                                                         "سلطنه", "الجمهوريه", "المملكه"};
    if (std::ranges::find(kStyles, words[begin].form) != kStyles.end()) {
      bool unused = false;
      return country_of(words, begin + 1, end, unused);
    }
  }
  if (entry == nullptr || entry->kind == Kind::kCity) return {};
  is_name = entry->kind == Kind::kName;
  return entry->code;
}

/// «ملك البلاد», «سفير المملكة», «مفتي عام المملكة».
bool CountryOfPost::take_home_word(PostParts& parts, const std::vector<std::string>& homes) const {
  std::vector<PostWord>& words = parts.words;
  if (words.size() < 2 || !lexicon_.has(words.back().form, kHomeWord)) return false;
  const std::string& before = words[words.size() - 2].form;
  if (words.size() > 2 && (has_article(before) || before == "في" || before == "رييس")) return false;
  if (before == "لدي") return false;
  // «وزير الدولة», «وزير شؤون الدولة»
  const bool is_of_ministry = words.size() > 2 || words.front().form == "وزير";
  if (is_of_ministry && words.back().form == "الدوله") return false;
  // «سفير المملكة» in a statement about Egypt: of the kingdom that speaks.
  const bool is_of_kingdom = words.back().form == "المملكه";
  const auto home = is_of_kingdom ? std::ranges::find_if(homes, is_kingdom) : homes.begin();
  if (home != homes.end()) parts.country = *home;
  words.pop_back();
  if (words.back().form == "عام" && lexicon_.has(words.front().form, kGeneral)) return true;
  give_article(words.back());
  return true;
}

/// The country at the end: «الفرنسي», «في مملكة البحرين», or a genitive that gives its article back
/// to the word before it.
void CountryOfPost::take_last_country(PostParts& parts) const {
  std::vector<PostWord>& words = parts.words;
  const bool is_envoy = lexicon_.has(words.front().form, kEnvoy);
  for (std::size_t begin = 1; begin < words.size(); ++begin) {
    bool is_name = false;
    std::string code = country_of(words, begin, words.size(), is_name);
    // «بفرنسا»; «السفير لفرنسا», «القنصل العام للمملكة المتحدة»
    const bool is_for = is_envoy && words[begin].form.starts_with("ل");
    if (code.empty() && (is_for || words[begin].form.starts_with("ب"))) {
      std::vector<PostWord> bare(words.begin() + static_cast<std::ptrdiff_t>(begin), words.end());
      const bool has_article = words[begin].form.starts_with("لل");
      bare.front().form.replace(0, has_article ? 2 * kLetterBytes : kLetterBytes,
                                has_article ? "ال" : "");
      // What may be sent is told by the envoy in front.
      if (is_for) bare.insert(bare.begin(), words.front());
      code = country_of(bare, is_for ? 1 : 0, bare.size(), is_name);
      is_name = is_for;  // «ب»: a place, no genitive
    }
    if (code.empty()) continue;
    // «رئيس إقليم كردستان العراق»: of a part of the country
    const std::span<const PostWord> before(words.data(), begin);
    if (is_name && std::ranges::any_of(before, [&](const PostWord& word) {
          return lexicon_.has_behind_clitic(word.form, kWide);
        })) {
      return;
    }
    if (words[begin - 1].form == "لدي") return;  // «الملحق العسكري لدى المغرب»: no genitive
    // «المفوض لجمهورية غانا»; «مبعوث الملك للمملكة العربية السعودية» is sent there.
    const bool is_styled = begin > 1 && is_style_behind_for(words[begin - 1].form);
    if (is_styled && words.front().form == "مبعوث") return;
    parts.country = std::move(code);
    words.resize(is_styled ? begin - 1 : begin);
    if (is_styled) return;
    if (words.size() > 1 && words.back().form == "في") {
      words.pop_back();
      return;
    }
    PostWord& last = words.back();
    // «وزير خارجية الأمريكي» as «وزير الخارجية الأمريكي»
    const bool is_minister = words.size() == 2 && words.front().form == "وزير";
    if ((is_name || is_minister) && !has_article(last.form)) make_definite(last);
    return;
  }
}

/// «نائب وزير الخارجية | الأمريكي | لشؤون آسيا»: an adjective that stands inside.
void CountryOfPost::take_inner_country(PostParts& parts) const {
  std::vector<PostWord>& words = parts.words;
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    const auto* entry = countries_.find(words[i].form);
    if (entry == nullptr || !has_article(words[i].form) || words[i - 1].form == "في") continue;
    const bool is_adjective = entry->kind == Kind::kNisba ||
                              (words[i].form.ends_with("يه") && has_article(words[i - 1].form));
    if (!is_adjective) continue;
    parts.country = entry->code;
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
    return;
  }
}

bool CountryOfPost::is_of_state(const std::vector<PostWord>& words) const {
  const bool is_envoy = lexicon_.has(words.front().form, kEnvoy);
  return (lexicon_.has_any(words, kOfState) || is_of_ruler(words)) &&
         !lexicon_.has_any(words, kWide) && (is_envoy || !names_place(words));
}

/// «الرئيس», «نائب الرئيس»; the king of «رئيس مدينة الملك …» is no ruler's post.
bool CountryOfPost::is_of_ruler(const std::vector<PostWord>& words) const {
  const std::string& first = words.front().form;
  if (lexicon_.has(first, kRuler)) return words.size() == 1 || has_article(first);
  return words.size() == 2 && lexicon_.has(words[1].form, kRuler);
}

/// «أمين الرياض», «متحدث الدفاع المدني بنجران».
bool CountryOfPost::names_place(const std::vector<PostWord>& words) const {
  return std::ranges::any_of(words, [&](const PostWord& word) {
    const auto* entry = countries_.find(word.form);
    if (entry == nullptr) entry = countries_.find(without_in(word.form));
    return entry != nullptr && entry->kind == Kind::kCity;
  });
}

/// The first of `homes` that has the bodies that the post is of, or is the kingdom that it names;
/// empty if none has.
std::string CountryOfPost::home_of(const std::vector<PostWord>& words,
                                   const std::vector<std::string>& homes) const {
  for (const auto& [forms, states] : lexicon_.bodies()) {
    const auto is_body = [](const std::string& printed, const std::string& body) {
      return printed == body || without_in(printed) == body;
    };
    const auto found = std::ranges::search(words, forms, is_body, &PostWord::form);
    if (found.empty()) continue;
    const auto home = std::ranges::find_if(homes, [&states](const std::string& code) {
      return std::ranges::find(states, code) != states.end();
    });
    return home == homes.end() ? std::string() : *home;
  }
  const auto names = [&words](std::string_view form) {
    return std::ranges::any_of(
        words, [form](const PostWord& word) { return without_in(word.form) == form; });
  };
  auto home = homes.begin();
  if (names("المملكه")) home = std::ranges::find_if(homes, is_kingdom);
  if (lexicon_.has(words.back().form, kRuler) && words.back().form == "الرييس") {
    home = std::ranges::find_if_not(homes, is_monarchy);
  }
  if (names("العهد") && words.front().form == "ولي")
    home = std::ranges::find_if(homes, is_monarchy);
  return home == homes.end() ? std::string() : *home;
}

}  // namespace bayan::entity
