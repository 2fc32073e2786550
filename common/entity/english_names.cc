#include "common/entity/english_names.h"

#include <algorithm>
#include <array>
#include <span>

#include "common/entity/gazetteer.h"
#include "common/entity/word.h"

// A name is looked up whole, then without the country at its beginning or end:
//
//   saudi | interior minister        «* minister» = «وزير *», interior = «الداخلية», Saudi = SA
//   ministry of interior | of kingdom of bahrain
namespace bayan::entity {
namespace {

constexpr std::string_view kArticle = "ال";
/// More names of one body than this are none that anybody meant.
constexpr std::size_t kMostNames = 8;

std::string joined(std::span<const std::string> words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

/// «الأمين العام لالأمم المتحدة» -> «الأمين العام للأمم المتحدة».
std::string with_merged_article(std::string name) {
  constexpr std::string_view kApart = " لال";
  for (std::size_t at; (at = name.find(kApart)) != std::string::npos;) {
    name.replace(at, kApart.size(), " لل");
  }
  return name;
}

/// Thrones are called by the land («ملك البحرين») and not by its adjective; empty for other posts.
std::string_view throne(std::string_view name) {
  constexpr std::array<std::array<std::string_view, 2>, 4> kThrones = {
      {{"الملك", "ملك"}, {"ملك", "ملك"}, {"الأمير", "أمير"}, {"السلطان", "سلطان"}}};
  const auto* const row = std::ranges::find(kThrones, name, [](const auto& one) { return one[0]; });
  return row == kThrones.end() ? std::string_view() : (*row)[1];
}

bool is_feminine(std::string_view name) {
  constexpr std::array<std::string_view, 3> kForces = {"القوات", "المحكمة", "النيابة"};
  const std::string_view head = name.substr(0, name.find(' '));
  return head.ends_with("ة") || std::ranges::find(kForces, head) != kForces.end();
}

}  // namespace

/// Folded words, without «the», the possessive and full stops («U.S.»).
std::vector<std::string> EnglishNames::words_of(std::string_view printed) {
  std::string typed(printed);
  std::erase(typed, '.');
  std::vector<std::string> words;
  bool is_behind_apostrophe = false;
  for (const Word& word : split_words(typed)) {
    const bool is_word = word.kind == WordKind::kLetters || word.kind == WordKind::kDigits;
    if (is_word && word.form != "the" && !(is_behind_apostrophe && word.form == "s")) {
      words.emplace_back(word.form);
    } else if (word.form == "&") {
      words.emplace_back("and");
    }
    is_behind_apostrophe = !is_word && (word.form == "'" || word.form == "’");
  }
  return words;
}

void EnglishNames::add(Table& table, const std::string& english,
                       const std::vector<std::string>& arabic) {
  const std::size_t star = english.find('*');
  if (star == std::string::npos) {
    table.whole.try_emplace(joined(words_of(english)), arabic);
  } else {
    table.patterns.push_back({joined(words_of(english.substr(0, star))),
                              joined(words_of(english.substr(star + 1))), arabic});
  }
}

Result<EnglishNames> EnglishNames::load(const std::filesystem::path& directory,
                                        const CountryGazetteer& countries) {
  const std::filesystem::path path = directory / "english_names.tsv";
  const Result<GazetteerTable> table = GazetteerTable::load(path, {"class", "english", "arabic"});
  if (!table) return tl::unexpected(table.error());
  EnglishNames names(countries);
  for (const GazetteerRow& row : table->rows()) {
    const std::vector<std::string> arabic = split_cell(row.cells[2]);
    for (const std::string& english : split_cell(row.cells[1])) {
      if (row.cells[0] == "body") {
        add(names.bodies_, english, arabic);
      } else if (row.cells[0] == "post") {
        add(names.posts_, english, arabic);
      } else if (row.cells[0] == "topic") {
        names.topics_.try_emplace(joined(words_of(english)), arabic);
      } else {
        return fail(ErrorKind::kUsage, path.string() + ":" + std::to_string(row.line) +
                                           ": there is no class «" + row.cells[0] + "»");
      }
    }
  }
  return names;
}

/// The field of work; of two that «and» joins, both.
std::vector<std::string> EnglishNames::topics(const std::string& english) const {
  if (const auto known = topics_.find(english); known != topics_.end()) return known->second;
  constexpr std::string_view kAnd = " and ";
  const std::size_t at = english.find(kAnd);
  if (at == std::string::npos) return {};
  const auto first = topics_.find(english.substr(0, at));
  const auto second = topics_.find(english.substr(at + kAnd.size()));
  if (first == topics_.end() || second == topics_.end()) return {};
  return {first->second.front() + " و" + second->second.front()};
}

std::vector<std::string> EnglishNames::names(Kind kind,
                                             const std::vector<std::string>& words) const {
  const Table& table = kind == Kind::kBody ? bodies_ : posts_;
  const std::string name = joined(words);
  if (const auto whole = table.whole.find(name); whole != table.whole.end()) return whole->second;
  std::vector<std::string> out;
  for (const Pattern& pattern : table.patterns) {
    const std::string before = pattern.before.empty() ? "" : pattern.before + ' ';
    const std::string behind = pattern.behind.empty() ? "" : ' ' + pattern.behind;
    if (name.size() <= before.size() + behind.size() || !name.starts_with(before) ||
        !name.ends_with(behind)) {
      continue;
    }
    const std::string topic =
        name.substr(before.size(), name.size() - before.size() - behind.size());
    for (const std::string& work : topics(topic)) {
      for (const std::string& arabic : pattern.arabic) {
        const std::size_t star = arabic.find('*');
        if (star == std::string::npos || out.size() == kMostNames) continue;
        out.push_back(with_merged_article(arabic.substr(0, star) + work + arabic.substr(star + 1)));
      }
    }
    if (!out.empty()) return out;
  }
  return out;
}

std::string EnglishNames::country_at(const std::vector<std::string>& words, std::size_t begin,
                                     std::size_t end) const {
  constexpr std::array<std::string_view, 4> kStyles = {"kingdom", "state", "republic", "sultanate"};
  if (begin >= end || end > words.size()) return {};
  std::string code = countries_->find_english(joined(std::span(words).subspan(begin, end - begin)));
  const bool has_style = end - begin > 2 && words[begin + 1] == "of" &&
                         std::ranges::find(kStyles, words[begin]) != kStyles.end();
  return code.empty() && has_style ? country_at(words, begin + 2, end) : code;
}

/// «… to france» of an envoy.
std::string EnglishNames::take_host(std::vector<std::string>& words) const {
  const auto to = std::ranges::find(words, "to");
  const auto at = static_cast<std::size_t>(to - words.begin());
  if (to == words.end() || at == 0) return {};
  std::string code = country_at(words, at + 1, words.size());
  if (!code.empty()) words.resize(at);
  return code;
}

/// The country at the beginning or, with the preposition before it, at the end; the longest.
std::string EnglishNames::take_country(std::vector<std::string>& words) const {
  constexpr std::array<std::string_view, 3> kPrepositions = {"of", "in", "for"};
  for (std::size_t count = words.size() - 1; count > 0; --count) {
    if (std::string code = country_at(words, 0, count); !code.empty()) {
      words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count));
      return code;
    }
    std::size_t begin = words.size() - count;
    if (std::string code = country_at(words, begin, words.size()); !code.empty()) {
      const bool has_preposition =
          begin > 1 && std::ranges::find(kPrepositions, words[begin - 1]) != kPrepositions.end();
      words.resize(has_preposition ? begin - 1 : begin);
      return code;
    }
  }
  return {};
}

std::string EnglishNames::of_country(std::string name, const std::string& code) const {
  if (const std::string_view own = throne(name); !own.empty()) {
    return std::string(own) + ' ' + country_name(code, "ar");
  }
  const std::string adjective = countries_->adjective(code, is_feminine(name));
  if (!adjective.empty() && name.ends_with(adjective)) return name;
  // «وزير» alone, of which country?, takes the article: «الوزير السعودي».
  if (name.find(' ') == std::string::npos && !name.starts_with(kArticle)) {
    name.insert(0, kArticle);
  }
  return name + ' ' + (adjective.empty() ? country_name(code, "ar") : adjective);
}

std::vector<std::string> EnglishNames::in_arabic(Kind kind, std::string_view typed) const {
  std::vector<std::string> words = words_of(typed);
  if (words.empty()) return {};
  std::vector<std::string> out = names(kind, words);
  if (!out.empty()) return out;
  const std::string host = kind == Kind::kPost ? take_host(words) : std::string();
  const std::string country = words.size() < 2 ? std::string() : take_country(words);
  if (host.empty() && country.empty()) return {};
  out = names(kind, words);
  for (std::string& name : out) {
    if (!country.empty()) name = of_country(std::move(name), country);
    if (!host.empty()) name += " لدى " + country_name(host, "ar");
  }
  return out;
}

}  // namespace bayan::entity
