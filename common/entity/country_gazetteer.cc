#include "common/entity/country_gazetteer.h"

#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <map>

#include "common/base/utf8.h"
#include "common/entity/gazetteer.h"
#include "common/entity/name_spelling.h"
#include "common/entity/word.h"
#include "common/text/skeleton.h"
#include "common/text/slips.h"

namespace bayan::entity {
namespace {

/// Keys that are something else more often than a country, and left to rules or longer names.
bool is_ambiguous(std::string_view key) {
  constexpr std::array<std::string_view, 4> kAmbiguous = {"عمان", "مالي", "جيرسي", "سان مارتن"};
  return std::ranges::find(kAmbiguous, key) != kAmbiguous.end();
}

/// Whether each word of an Arabic name has a skeleton of the word typed in its place.
bool sounds_like(const std::vector<std::string>& typed, std::string_view name) {
  if (typed.empty() ||
      static_cast<std::size_t>(std::ranges::count(name, ' ')) + 1 != typed.size()) {
    return false;
  }
  for (const std::string& word : typed) {
    const std::size_t end = std::min(name.find(' '), name.size());
    const std::vector<std::string> known = text::arabic_skeletons(name.substr(0, end));
    constexpr std::size_t kTellingSize = 2;  // of one consonant there are too many
    const bool agrees =
        std::ranges::any_of(text::latin_skeletons(word), [&known](const std::string& skeleton) {
          return skeleton.size() >= kTellingSize &&
                 std::ranges::find(known, skeleton) != known.end();
        });
    if (!agrees) return false;
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return true;
}

/// The sum over the words, of each with its article or without.
double spelling_distance(const std::vector<std::string>& typed, std::string_view name) {
  constexpr double kFarthest = 3;
  double sum = 0;
  for (const std::string& word : typed) {
    const std::size_t end = std::min(name.find(' '), name.size());
    const std::u32string whole = utf8::code_points(name.substr(0, end));
    const std::u32string bare = utf8::code_points(without_article(name.substr(0, end)));
    sum += std::min(text::spelling_distance(word, whole, kFarthest),
                    text::spelling_distance(word, bare, kFarthest));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return sum;
}

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

}  // namespace

std::string country_name(std::string_view code, const char* language) {
  icu::UnicodeString name;
  icu::Locale("", std::string(code).c_str()).getDisplayCountry(icu::Locale(language), name);
  std::string out;
  name.toUTF8String(out);
  return out;
}

void CountryGazetteer::add(std::string_view name, const std::string& code, Kind kind) {
  const std::string key = joined_forms(name);
  if (key.empty() || is_ambiguous(key)) return;
  const std::uint32_t first = first_words_.add(std::string_view(key).substr(0, key.find(' ')));
  if (first == longest_from_.size()) longest_from_.push_back(0);
  std::size_t& longest = longest_from_[first];
  longest = std::max(longest, static_cast<std::size_t>(std::ranges::count(key, ' ')) + 1);
  const Entry entry{code, kind, homographs_.find(code)};
  entries_.try_emplace(key, entry);
  // «الديموقراطية» is written as often.
  constexpr std::string_view kDemocratic = "ديمقراطيه";
  if (const std::size_t at = key.find(kDemocratic); at != std::string::npos) {
    std::string other = key;
    entries_.try_emplace(other.replace(at, kDemocratic.size(), "ديموقراطيه"), entry);
  }
}

/// «فرنسي» gives الفرنسي, فرنسية, فرنسيا, الفرنسيون, … ; «كوري جنوبي» inflects both its words or,
/// with the article, the second alone: «الجنوب أفريقية».
void CountryGazetteer::add_nisba(std::string_view masculine, const std::string& code) {
  constexpr std::array<std::string_view, 9> kSuffixes = {"",    "ة",   "ون", "ين", "ان",
                                                         "تان", "تين", "ات", "ا"};
  const std::size_t space = masculine.find(' ');
  for (const std::string_view suffix : kSuffixes) {
    for (const std::string_view article : {"", "ال"}) {
      std::string form =
          std::string(article) + std::string(masculine.substr(0, space)) + std::string(suffix);
      if (space != std::string_view::npos) {
        form += " " + std::string(article) + std::string(masculine.substr(space + 1)) +
                std::string(suffix);
      }
      add(form, code, Kind::kNisba);
    }
    if (space != std::string_view::npos) {
      add("ال" + std::string(masculine) + std::string(suffix), code, Kind::kNisba);
    }
  }
}

void CountryGazetteer::add_cldr_names() {
  for (const char* const* code = uloc_getISOCountries(); *code != nullptr; ++code) {
    for (const char* language : {"ar", "en"}) {
      add(country_name(*code, language), *code, Kind::kName);
    }
  }
}

Result<CountryGazetteer> CountryGazetteer::load(const std::filesystem::path& directory) {
  const Result<GazetteerTable> table = GazetteerTable::load(
      directory / "countries.tsv", {"code", "names", "nisba", "cities", "english"});
  if (!table) return tl::unexpected(table.error());
  Result<CountryHomographs> homographs = CountryHomographs::load(directory);
  if (!homographs) return tl::unexpected(homographs.error());
  CountryGazetteer gazetteer;
  gazetteer.homographs_ = std::move(*homographs);
  for (const GazetteerRow& row : table->rows()) {
    const std::string& code = row.cells[0];
    for (const std::string& name : split_cell(row.cells[1])) gazetteer.add(name, code, Kind::kName);
    for (const std::string& nisba : split_cell(row.cells[2])) {
      gazetteer.add_nisba(nisba, code);
      gazetteer.nisbas_.try_emplace(code, nisba);
    }
    for (const std::string& city : split_cell(row.cells[3])) gazetteer.add(city, code, Kind::kCity);
    for (const std::string& name : split_cell(row.cells[4])) {
      gazetteer.english_.try_emplace(joined_forms(name), code);
    }
  }
  gazetteer.add_cldr_names();
  return gazetteer;
}

const CountryGazetteer::Entry* CountryGazetteer::find(std::string_view folded) const {
  if (!first_words_.find(folded.substr(0, folded.find(' ')))) return nullptr;  // nearly every word
  const auto found = entries_.find(folded);
  return found == entries_.end() ? nullptr : &found->second;
}

std::string CountryGazetteer::find_english(std::string_view folded) const {
  if (const auto found = english_.find(folded); found != english_.end()) return found->second;
  const Entry* entry = text::is_latin_name(folded) ? find(folded) : nullptr;
  return entry == nullptr || entry->kind == Kind::kCity ? std::string() : entry->code;
}

std::size_t CountryGazetteer::longest_from(std::string_view first_word) const {
  const std::optional<std::uint32_t> found = first_words_.find(first_word);
  return found ? longest_from_[*found] : 0;
}

std::string CountryGazetteer::adjective(std::string_view code, bool is_feminine) const {
  const auto found = nisbas_.find(code);
  if (found == nisbas_.end()) return {};
  const std::string_view ending = is_feminine ? "ة" : "";
  std::string out = "ال";
  for (const char c : found->second) {
    if (c == ' ') out += ending;
    out += c;
    if (c == ' ') out += "ال";
  }
  return out.append(ending);
}

std::optional<std::string> CountryGazetteer::find_typed(std::string_view typed) const {
  std::optional<std::string> named = find_named(typed);
  return named ? named : find_sounding(typed);
}

std::optional<std::string> CountryGazetteer::find_named(std::string_view typed) const {
  const std::string code = upper(typed);
  for (const char* const* known = uloc_getISOCountries(); *known != nullptr; ++known) {
    if (code == *known || code == icu::Locale("", *known).getISO3Country()) return *known;
  }
  const std::string key = joined_forms(typed);
  if (key == "عمان") return "OM";
  if (key == "مالي") return "ML";
  if (const Entry* entry = find(key)) return entry->code;
  if (const Entry* entry = find("ال" + key)) return entry->code;
  if (std::string english = find_english(key); !english.empty()) return english;
  return std::nullopt;
}

/// «Misr», "Filastin": the Arabic name in Latin letters, where no other country's is nearly so
/// near.
std::optional<std::string> CountryGazetteer::find_sounding(std::string_view typed) const {
  if (!text::is_latin_name(typed)) return std::nullopt;
  constexpr double kFarther = 0.2;
  const std::vector<std::string> words = text::latin_name_words(typed);
  std::map<std::string, double> nearest;  // by code
  for (const auto& [name, entry] : entries_) {
    if (entry.kind != Kind::kName || !sounds_like(words, name)) continue;
    const double distance = spelling_distance(words, name);
    const auto [place, is_new] = nearest.try_emplace(entry.code, distance);
    if (!is_new) place->second = std::min(place->second, distance);
  }
  if (nearest.empty()) return std::nullopt;
  const auto best =
      std::ranges::min_element(nearest, {}, [](const auto& one) { return one.second; });
  const bool is_clear = std::ranges::all_of(nearest, [&best](const auto& one) {
    return one.first == best->first || one.second > best->second + kFarther;
  });
  return is_clear ? std::optional(best->first) : std::nullopt;
}

std::vector<std::string> CountryGazetteer::nearest(std::string_view typed, std::size_t most) const {
  const std::string key = joined_forms(typed);
  const std::u32string letters = utf8::code_points(key);
  // What is this much farther than the nearest is not meant.
  constexpr double kFurtherThanNearest = 0.6;
  constexpr double kFarthest = 2;
  std::map<std::string, double> distances;  // by code
  double nearest = kFarthest;
  for (const auto& [name, entry] : entries_) {
    if (entry.kind == Kind::kCity) continue;
    const double distance = text::slip_distance(letters, utf8::code_points(name), kFarthest);
    if (distance > kFarthest) continue;
    const auto [place, is_new] = distances.try_emplace(entry.code, distance);
    if (!is_new) place->second = std::min(place->second, distance);
    nearest = std::min(nearest, distance);
  }
  std::vector<std::pair<double, std::string>> ranked;
  for (const auto& [code, distance] : distances) {
    if (distance <= nearest + kFurtherThanNearest) ranked.emplace_back(distance, code);
  }
  std::ranges::sort(ranked);
  if (ranked.size() > most) ranked.resize(most);
  std::vector<std::string> names;
  const char* language = text::is_latin_name(typed) ? "en" : "ar";
  for (const auto& [distance, code] : ranked) names.push_back(country_name(code, language));
  return names;
}

}  // namespace bayan::entity
