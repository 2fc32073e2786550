#include "common/entity/name_spelling.h"

#include <algorithm>
#include <array>

#include "common/text/fold.h"

namespace bayan::entity {
namespace {

constexpr std::string_view kArticle = "ال";
using text::kLetterBytes;

/// Titles that now and then are taken for the first word of a name.
constexpr std::array<std::string_view, 22> kTitles = {
    "دكتور",   "الدكتور", "الدكتوره", "دكتوره", "الشيخ",  "الشيخه", "السيد",  "السيده",
    "الاستاذ", "المهندس", "المستشار", "اللواء", "الفريق", "العميد", "العقيد", "المقدم",
    "الرائد",  "النقيب",  "القاضي",   "السفير", "الوزير", "الامير"};

std::vector<std::string_view> split(std::string_view key) {
  std::vector<std::string_view> words;
  while (!key.empty()) {
    const std::size_t end = std::min(key.find(' '), key.size());
    if (end > 0) words.push_back(key.substr(0, end));
    key.remove_prefix(std::min(end + 1, key.size()));
  }
  return words;
}

bool is_title(std::string_view word) { return std::ranges::find(kTitles, word) != kTitles.end(); }

/// «داوود» -> «داود», «علاء» -> «علا».
std::string one_spelling(std::string_view word) {
  constexpr std::string_view kHamza = "ء";
  constexpr std::string_view kWaw = "و";
  constexpr std::string_view kYeh = "ي";
  std::string out;
  for (std::size_t i = 0; i < word.size(); i += kLetterBytes) {
    const std::string_view letter = word.substr(i, kLetterBytes);
    const bool is_repeated = (letter == kWaw || letter == kYeh) && out.ends_with(letter);
    if (!is_repeated) out += letter;
  }
  if (out.size() > 2 * kLetterBytes && out.ends_with(kHamza)) out.resize(out.size() - kLetterBytes);
  return out;
}

/// «لو دريان», «دي ميستورا»: what foreign surnames begin with, and are as often written in one
/// with.
bool is_particle(std::string_view word) {
  constexpr std::array<std::string_view, 3> kParticles = {"لو", "دو", "دي"};
  return std::ranges::find(kParticles, word) != kParticles.end();
}

bool is_father(std::string_view word) {
  return word == "ابو" || word == "ابي" || word == "ابا" || word == "بو";
}

/// The plain letter that stands for this one and for what is mistaken for it; empty for a vowel.
std::string_view plain(std::string_view letter) {
  struct Row {
    std::string_view letter;
    std::string_view plain;
  };
  constexpr std::array<Row, 14> kRows = {{{"ا", ""},
                                          {"و", ""},
                                          {"ي", ""},
                                          {"ء", ""},
                                          {"ع", ""},
                                          {"ط", "ت"},
                                          {"ث", "ت"},
                                          {"ص", "س"},
                                          {"ض", "د"},
                                          {"ذ", "د"},
                                          {"ظ", "ز"},
                                          {"غ", "ج"},
                                          {"ق", "ك"},
                                          {"ح", "ه"}}};
  const auto* row = std::ranges::find(kRows, letter, &Row::letter);
  return row == kRows.end() ? letter : row->plain;
}

}  // namespace

std::vector<std::string> spelling_form(std::string_view key) {
  std::vector<std::string_view> words = split(key);
  std::size_t begin = 0;
  while (words.size() - begin > 2 && is_title(words[begin])) ++begin;
  std::vector<std::string> form;
  for (std::size_t i = begin; i < words.size(); ++i) {
    const bool has_next = i + 1 < words.size();
    if (words[i] == kArticle && has_next) {
      ++i;
      form.push_back(std::string(words[i].starts_with(kArticle) ? "" : kArticle) +
                     one_spelling(words[i]));
    } else if (is_particle(words[i]) && has_next) {
      form.push_back(std::string(words[i]) + one_spelling(words[i + 1]));
      ++i;
    } else if (is_father(words[i]) && has_next) {
      form.emplace_back("ابو");
    } else if ((words[i] == "الله" || words[i] == "الدين") && !form.empty()) {
      form.back() += words[i];
    } else {
      form.push_back(one_spelling(words[i]));
    }
  }
  return form;
}

bool is_connector(std::string_view word) { return word == "بن" || word == "بنت" || word == "ابن"; }

std::string_view without_article(std::string_view word) {
  constexpr std::size_t kLeast = 3 * kLetterBytes;
  if (word == "الله" || !word.starts_with(kArticle)) return word;
  return word.size() < kArticle.size() + kLeast ? word : word.substr(kArticle.size());
}

std::string without_alef(std::string_view word) {
  constexpr std::string_view kAlef = "ا";
  std::string out;
  for (std::size_t i = 0; i < word.size(); i += kLetterBytes) {
    if (word.substr(i, kLetterBytes) != kAlef) out += word.substr(i, kLetterBytes);
  }
  return out;
}

std::string plain_form(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size(); i += kLetterBytes) {
    const std::string_view letter = word.substr(i, kLetterBytes);
    const std::string_view replaced = plain(letter);
    out += replaced.empty() ? letter : replaced;
  }
  return out;
}

std::string loose_form(std::string_view word) {
  std::string out;
  word = without_article(word);
  for (std::size_t i = 0; i < word.size(); i += kLetterBytes) {
    const std::string_view letter = plain(word.substr(i, kLetterBytes));
    if (!out.ends_with(letter) || letter.empty()) out += letter;
  }
  return out;
}

}  // namespace bayan::entity
