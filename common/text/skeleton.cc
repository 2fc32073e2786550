#include "common/text/skeleton.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "common/base/utf8.h"
#include "common/text/fold.h"

namespace bayan::text {
namespace {

struct Letter {
  char32_t arabic;
  std::string_view sounds;  ///< each a letter of the skeleton; none for a vowel
};
constexpr auto kLetters = std::to_array<Letter>(
    {{U'ب', "b"},  {U'ت', "t"},   {U'ث', "ts"}, {U'ج', "g"},  {U'ح', "h"}, {U'خ', "x"},
     {U'د', "d"},  {U'ذ', "dzt"}, {U'ر', "r"},  {U'ز', "z"},  {U'س', "s"}, {U'ش', "c"},
     {U'ص', "s"},  {U'ض', "dz"},  {U'ط', "t"},  {U'ظ', "zd"}, {U'غ', "g"}, {U'ف', "f"},
     {U'ق', "kg"}, {U'ك', "k"},   {U'ل', "l"},  {U'م', "m"},  {U'ن', "n"}, {U'ه', "h"}});

struct Spelling {
  std::string_view latin;
  std::string_view sound;
};
// Longer ones first.
constexpr auto kSpellings = std::to_array<Spelling>(
    {{"tch", "c"}, {"sch", "c"}, {"sh", "c"}, {"ch", "c"}, {"kh", "x"}, {"gh", "g"}, {"th", "t"},
     {"dh", "d"},  {"dj", "g"},  {"ph", "f"}, {"ck", "k"}, {"ce", "s"}, {"ci", "s"}, {"cy", "s"},
     {"b", "b"},   {"p", "b"},   {"t", "t"},  {"d", "d"},  {"j", "g"},  {"g", "g"},  {"k", "k"},
     {"q", "k"},   {"c", "k"},   {"s", "s"},  {"z", "z"},  {"f", "f"},  {"v", "f"},  {"h", "h"},
     {"r", "r"},   {"l", "l"},   {"m", "m"},  {"n", "n"},  {"x", "ks"}});

/// What else letters stand for in the names of some languages: one at a time is tried.
constexpr auto kOtherSounds = std::to_array<Spelling>({
    {"h", ""},    // John
    {"c", "g"},   // Recep
    {"c", "s"},   // François
    {"v", ""},    // Javad
    {"j", ""},    // Benjamin
    {"w", "f"},   // Walter
    {"st", "ct"}  // Steinmeier
});

constexpr std::size_t kMostVariants = 16;

/// One of what is doubled, and no h at the end, which the scripts write or leave out.
std::string trimmed(std::string_view skeleton) {
  std::string out;
  for (const char c : skeleton) {
    if (!out.ends_with(c)) out += c;
  }
  if (out.ends_with('h')) out.pop_back();
  return out;
}

std::vector<std::string> settled(std::vector<std::string> variants) {
  for (std::string& one : variants) one = trimmed(one);
  std::erase(variants, "");
  std::ranges::sort(variants);
  variants.erase(std::unique(variants.begin(), variants.end()), variants.end());
  return variants;
}

bool is_soft_c(const Spelling& spelling) {
  return spelling.latin.front() == 'c' && spelling.sound == "s";
}

/// True where the letters of `other` are part of a longer spelling: the h of «kh».
bool begins_digraph(std::string_view rest, const Spelling& other) {
  return std::ranges::any_of(kSpellings, [&](const Spelling& one) {
    return one.latin.size() > other.latin.size() && !is_soft_c(one) && rest.starts_with(one.latin);
  });
}

/// `other` says what a letter by itself stands for here.
std::string latin_skeleton(std::string_view word, const Spelling& other) {
  std::string out;
  for (std::size_t i = 0; i < word.size();) {
    const std::string_view rest = word.substr(i);
    if (!other.latin.empty() && rest.starts_with(other.latin) && !begins_digraph(rest, other)) {
      out += other.sound;
      i += other.latin.size();
      continue;
    }
    const auto* spelling = std::ranges::find_if(
        kSpellings, [rest](const Spelling& one) { return rest.starts_with(one.latin); });
    if (spelling == kSpellings.end()) {
      ++i;
      continue;
    }
    out += spelling->sound;
    // The vowel that softens a c is one of its own.
    i += is_soft_c(*spelling) ? 1 : spelling->latin.size();
  }
  return out;
}

void add_arabic(std::string_view word, std::vector<std::string>& out) {
  std::vector<std::string> variants = {""};
  for (std::size_t i = 0; i < word.size();) {
    const utf8::CodePoint c = utf8::decode_at(word, i);
    i += c.byte_count;
    const auto* letter = std::ranges::find(kLetters, c.value, &Letter::arabic);
    if (letter == kLetters.end()) continue;
    const std::size_t count = variants.size();
    const bool branches = count * letter->sounds.size() <= kMostVariants;
    for (std::size_t v = 0; v < count; ++v) {
      for (std::size_t sound = 1; branches && sound < letter->sounds.size(); ++sound) {
        variants.push_back(variants[v] + letter->sounds[sound]);
      }
      variants[v] += letter->sounds[0];
    }
  }
  out.insert(out.end(), variants.begin(), variants.end());
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

bool is_article(std::string_view word) {
  return is_one_of(word, {"al", "el", "ul", "aal", "ar", "as", "ash", "az", "an", "ad", "at", "er",
                          "es", "esh", "ed", "ez", "en", "et"});
}

bool is_servant(std::string_view word) {
  return is_one_of(word, {"abd", "abdul", "abdel", "abdal", "abdoul", "abdur", "abdu", "abdus",
                          "abdol", "abed"});
}

bool is_son(std::string_view word) {
  return is_one_of(word, {"bin", "ben", "ibn", "bint", "bent", "binti"});
}

std::vector<std::string> latin_words(std::string_view typed) {
  std::vector<std::string> words;
  bool is_open = false;
  const std::string folded = fold(typed);
  for (std::size_t i = 0; i < folded.size();) {
    const utf8::CodePoint c = utf8::decode_at(folded, i);
    i += c.byte_count;
    if (c.value >= U'a' && c.value <= U'z') {
      if (!is_open) words.emplace_back();
      words.back() += static_cast<char>(c.value);
      is_open = true;
    } else if (!is_open ||
               (c.value != U'\'' && c.value != U'`' && c.value != 0x2018 && c.value != 0x2019 &&
                c.value != 0x02BC && c.value != 0x02BE && c.value != 0x02BF)) {
      is_open = false;  // an apostrophe inside a word stands for hamza or ain
    }
  }
  return words;
}

}  // namespace

std::vector<std::string> arabic_skeletons(std::string_view word) {
  constexpr std::string_view kArticle = "ال";
  constexpr std::string_view kServantOfThe = "عبدال";
  constexpr std::size_t kLeastRest = 4;  // bytes: two letters
  std::vector<std::string> out;
  add_arabic(word, out);
  if (word.starts_with(kArticle) && word.size() >= kArticle.size() + kLeastRest) {
    add_arabic(word.substr(kArticle.size()), out);
  }
  if (word.starts_with(kServantOfThe)) {
    // The l goes into a sun letter: Abdurrahman.
    add_arabic("عبد" + std::string(word.substr(kServantOfThe.size())), out);
  }
  return settled(std::move(out));
}

std::vector<std::string> latin_skeletons(std::string_view word) {
  std::vector<std::string> out = {latin_skeleton(word, {})};
  for (const Spelling& other : kOtherSounds) {
    if (word.find(other.latin) != std::string_view::npos) {
      out.push_back(latin_skeleton(word, other));
    }
  }
  constexpr std::size_t kLeastRest = 4;
  if ((word.starts_with("al") || word.starts_with("el")) && word.size() >= 2 + kLeastRest) {
    const std::vector<std::string> bare = latin_skeletons(word.substr(2));
    out.insert(out.end(), bare.begin(), bare.end());
  }
  return settled(std::move(out));
}

std::vector<std::string> latin_name_words(std::string_view typed) {
  const std::vector<std::string> words = latin_words(typed);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool has_next = i + 1 < words.size();
    if (is_servant(words[i]) && has_next) {
      std::string joined = words[i++];
      if (is_article(words[i]) && i + 1 < words.size()) joined += words[i++];
      out.push_back(joined + words[i]);
    } else if (is_one_of(words[i], {"mohd", "md", "mhd", "muhd"})) {
      out.emplace_back("mohammed");
    } else if (is_one_of(words[i], {"ii", "iii"}) && !out.empty()) {
      out.emplace_back(words[i] == "ii" ? "thani" : "thalith");
    } else if (!is_son(words[i]) && !(is_article(words[i]) && has_next)) {
      out.push_back(words[i]);
    }
  }
  return out;
}

bool is_latin_name(std::string_view typed) {
  bool has_latin = false;
  for (std::size_t i = 0; i < typed.size();) {
    const utf8::CodePoint c = utf8::decode_at(typed, i);
    i += c.byte_count;
    if (c.value >= 0x0600 && c.value <= 0x06FF) return false;
    has_latin =
        has_latin || (c.value < 0x80 && ((c.value | 0x20) >= 'a' && (c.value | 0x20) <= 'z'));
  }
  return has_latin;
}

}  // namespace bayan::text
