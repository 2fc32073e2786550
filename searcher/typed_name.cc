#include "searcher/typed_name.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <utility>

#include "common/base/edit_distance.h"
#include "common/base/utf8.h"
#include "common/entity/name_spelling.h"
#include "common/text/analyzer.h"
#include "common/text/skeleton.h"
#include "common/text/slips.h"

namespace bayan::searcher {
namespace {

/// A title in front of a name: what it says of the posts, and whether it is a name as often.
struct Title {
  std::string_view word;
  std::array<std::string_view, 5> post_words;
  bool is_name = false;
};

/// Titles of rulers and their houses, which stand before first names: «الشيخ صباح». Before a family
/// name with its article they say nothing («الشيخ السديس»).
constexpr auto kBeforeFirstNames = std::to_array<std::string_view>(
    {"king",   "queen",  "prince",  "princess", "crown",  "sheikh",  "shaikh", "sheik",
     "shaykh", "cheikh", "sheikha", "shaikha",  "sultan", "emir",    "amir",   "الملك",
     "الملكه", "الامير", "الاميره", "الشيخ",    "الشيخه", "السلطان", "جلاله",  "سمو"});

constexpr std::array<std::string_view, 5> kNone = {};
constexpr std::array<std::string_view, 5> kKing = {"ملك", "الملك", "عاهل", "خادم"};
constexpr std::array<std::string_view, 5> kQueen = {"ملكه", "الملكه"};
constexpr std::array<std::string_view, 5> kPrince = {"امير", "الامير", "ولي", "نايب", "رييس"};
constexpr std::array<std::string_view, 5> kHeir = {"ولي"};
constexpr std::array<std::string_view, 5> kSultan = {"سلطان", "السلطان"};
constexpr std::array<std::string_view, 5> kPresident = {"رييس", "الرييس", "لرييس"};
constexpr std::array<std::string_view, 5> kMinister = {"وزير", "وزيره", "الوزير"};
constexpr std::array<std::string_view, 5> kAmbassador = {"سفير", "سفيره", "السفير"};
constexpr std::array<std::string_view, 5> kPope = {"بابا", "البابا"};

constexpr auto kTitles = std::to_array<Title>({
    {"king", kKing},
    {"الملك", kKing},
    {"queen", kQueen},
    {"الملكه", kQueen},
    {"prince", kPrince},
    {"princess", kNone},
    {"الامير", kPrince},
    {"الاميره", kNone},
    {"crown", kHeir},
    {"president", kPresident},
    {"الرييس", kPresident},
    {"minister", kMinister},
    {"الوزير", kMinister},
    {"الوزيره", kMinister},
    {"ambassador", kAmbassador},
    {"السفير", kAmbassador},
    {"السفيره", kAmbassador},
    {"pope", kPope},
    {"البابا", kPope},
    {"sheikh", kNone},
    {"shaikh", kNone},
    {"sheik", kNone},
    {"shaykh", kNone},
    {"cheikh", kNone},
    {"sheikha", kNone},
    {"shaikha", kNone},
    {"dr", kNone},
    {"mr", kNone},
    {"mrs", kNone},
    {"ms", kNone},
    {"eng", kNone},
    {"engineer", kNone},
    {"general", kNone},
    {"gen", kNone},
    {"colonel", kNone},
    {"major", kNone},
    {"sayyid", kNone},
    {"sayed", kNone, true},
    {"his", kNone},
    {"her", kNone},
    {"hh", kNone},
    {"hrh", kNone},
    {"hm", kNone},
    {"he", kNone},
    {"majesty", kNone},
    {"royal", kNone},
    {"highness", kNone},
    {"excellency", kNone},
    {"sultan", kSultan, true},
    {"السلطان", kSultan},
    {"emir", kPrince},
    {"amir", kPrince, true},
    {"malik", kKing, true},
    {"الشيخ", kNone},
    {"الشيخه", kNone},
    {"الدكتور", kNone},
    {"الدكتوره", kNone},
    {"السيد", kNone},
    {"السيده", kNone},
    {"المهندس", kNone},
    {"الاستاذ", kNone},
    {"المستشار", kNone},
    {"اللواء", kNone},
    {"الفريق", kNone},
    {"العميد", kNone},
    {"معالي", kNone},
    {"سعاده", kNone},
    {"سمو", kNone},
    {"فخامه", kNone},
    {"جلاله", kKing},
    {"صاحب", kNone},
    {"السمو", kNone},
    {"الملكي", kNone},
    {"الجلاله", kKing},
    {"فضيله", kNone},
    {"سماحه", kNone},
    {"دوله", kNone},
});

/// Drops the titles in front as long as a name is left.
void drop_titles(TypedName& name, bool keeps_title) {
  bool is_crown = false;  // what stands behind it says no more of the post
  while (name.words.size() > 1) {
    const auto* title = std::ranges::find(kTitles, name.words.front(), &Title::word);
    if (title == kTitles.end() || (title->is_name && keeps_title)) break;
    for (const std::string_view word : title->post_words) {
      if (!word.empty() && !is_crown) name.post_words.push_back(word);
    }
    is_crown = title->word == "crown";
    name.is_by_first_name =
        name.is_by_first_name ||
        std::ranges::find(kBeforeFirstNames, title->word) != kBeforeFirstNames.end();
    name.words.erase(name.words.begin());
  }
  if (!name.is_by_first_name) return;
  const std::string& first = name.words.front();
  const bool has_article = first.starts_with("ال") || first.starts_with("al");
  name.is_by_first_name = name.words.size() == 1 && !has_article;
}

/// The nearest of both words with their articles and without.
double spelling_distance(std::string_view typed, std::string_view word) {
  constexpr double kFarthest = 3;
  constexpr std::size_t kLeastRest = 4;
  // A user's gazetteer has names in Latin letters too.
  if (text::is_latin_name(word)) return static_cast<double>(edit_distance(typed, word));
  const std::u32string bare = utf8::code_points(entity::without_article(word));
  double nearest = std::min(text::spelling_distance(typed, utf8::code_points(word), kFarthest),
                            text::spelling_distance(typed, bare, kFarthest));
  if ((typed.starts_with("al") || typed.starts_with("el")) && typed.size() >= 2 + kLeastRest) {
    nearest = std::min(nearest, text::spelling_distance(typed.substr(2), bare, kFarthest));
  }
  return nearest;
}

/// The words of a name that a typed word spells: one, or «صلاح الدين» in one.
struct Spelt {
  double distance;
  std::size_t first;
  std::size_t count;
};

/// Of equally near words the first that stands at or behind `next`: «صباح» and «الصباح» in turn.
Spelt nearest_word(const std::string& typed, const std::vector<std::string>& words,
                   std::size_t next) {
  Spelt best{std::numeric_limits<double>::max(), 0, 1};
  for (std::size_t i = 0; i < words.size(); ++i) {
    const double distance = spelling_distance(typed, words[i]);
    const bool is_in_order = distance == best.distance && best.first < next && i >= next;
    if (distance < best.distance || is_in_order) best = {distance, i, 1};
    if (i + 1 == words.size() || (words[i + 1] != "الله" && words[i + 1] != "الدين")) continue;
    const std::string_view bare = entity::without_article(words[i + 1]);
    const double together = std::min(spelling_distance(typed, words[i] + words[i + 1]),
                                     spelling_distance(typed, words[i] + std::string(bare)));
    if (together < best.distance) best = {together, i, 2};
  }
  return best;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

/// «… bin Khalifa».
bool ends_in_father(std::string_view typed) {
  constexpr auto kSons = std::to_array<std::string_view>({"bin", "ben", "ibn", "bint"});
  const std::size_t last = typed.find_last_of(' ');
  if (last == std::string_view::npos || typed.find('-', last) != std::string_view::npos)
    return false;
  std::string before(typed.substr(0, last));
  before.erase(0, before.find_last_of(' ') + 1);
  for (char& letter : before) letter = static_cast<char>(letter | 0x20);
  return std::ranges::find(kSons, before) != kSons.end();
}

}  // namespace

std::vector<std::string> table_words(std::string_view name) {
  std::vector<std::string> words = text::word_forms(name);
  std::erase_if(words, entity::is_connector);
  return words;
}

std::vector<std::string> compared_words(std::string_view name) {
  std::vector<std::string> words;
  bool is_servant = false;
  for (std::string& form : table_words(name)) {
    const bool was_servant = std::exchange(is_servant, form == "عبد");
    if (was_servant) {
      words.back() += form;
    } else {
      words.push_back(std::move(form));
    }
  }
  return words;
}

TypedName without_titles(std::string_view typed) {
  TypedName name;
  name.is_latin = text::is_latin_name(typed);
  name.words = name.is_latin ? text::latin_name_words(typed) : compared_words(typed);
  return name;
}

TypedName take_apart(std::string_view typed, bool keeps_title) {
  TypedName name = without_titles(typed);
  name.ends_in_father = name.is_latin && ends_in_father(typed);
  drop_titles(name, keeps_title);
  return name;
}

Fit fit_of(const std::vector<std::string>& typed_words,
           const std::vector<std::string>& name_words) {
  const std::vector<std::string> typed = entity::spelling_form(joined(typed_words));
  const std::vector<std::string> name = entity::spelling_form(joined(name_words));
  if (typed.empty() || name.empty() || typed.size() > name.size()) return Fit::kSomeWords;
  if (typed.size() == 1) {
    // A single word names nobody whole: he who bears it alone is in no better place than others.
    const bool is_first_or_last =
        typed[0] == name.front() ||
        entity::without_article(typed[0]) == entity::without_article(name.back());
    return is_first_or_last ? Fit::kShort : Fit::kSomeWords;
  }
  if (typed == name) return Fit::kWhole;
  if (typed[0] != name[0]) return Fit::kSomeWords;
  std::size_t at = 0;
  for (const std::string& word : name) at += at < typed.size() && word == typed[at] ? 1 : 0;
  const bool keeps_second_or_last = typed[1] == name[1] || typed.back() == name.back();
  return at == typed.size() && keeps_second_or_last ? Fit::kShort : Fit::kSomeWords;
}

LatinFit fit_latin(const TypedName& typed_name, const std::vector<std::string>& name) {
  const std::vector<std::string>& typed = typed_name.words;
  std::vector<std::string> words = name;
  const bool ends_in_house = name.size() > 1 && name[name.size() - 2] == "ال";
  std::erase(words, "ال");
  if (typed.empty() || words.empty())
    return {Fit::kSomeWords, false, std::numeric_limits<double>::max()};
  LatinFit result;
  std::vector<std::string> meant;
  std::size_t next = 0;
  for (const std::string& word : typed) {
    const Spelt spelt = nearest_word(word, words, next);
    next = spelt.first + spelt.count;
    if (meant.empty()) result.begins_alike = spelt.first == 0;
    result.distance += spelt.distance / static_cast<double>(typed.size());
    for (std::size_t i = 0; i < spelt.count; ++i) meant.push_back(words[spelt.first + i]);
  }
  result.fit = fit_of(meant, words);
  // «Hamad bin Khalifa» is no «حمد بن عيسى آل خليفة».
  const bool is_house = ends_in_house && next == words.size();
  if (typed_name.ends_in_father && is_house) result.fit = Fit::kSomeWords;
  return result;
}

}  // namespace bayan::searcher
