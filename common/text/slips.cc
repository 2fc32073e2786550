#include "common/text/slips.h"

#include <algorithm>
#include <array>
#include <vector>

#include "common/base/utf8.h"

namespace bayan::text {
namespace {

using namespace std::literals;

/// The rows of the Arabic 101 keyboard and the Latin letters on the same keys. «لا» is on b.
struct KeyRow {
  std::u32string_view arabic;
  std::u32string_view latin;
};
constexpr auto kKeyRows = std::to_array<KeyRow>({{U"ضصثقفغعهخحجد", U"qwertyuiop[]"},
                                                 {U"شسيبلاتنمكط", U"asdfghjkl;'"},
                                                 {U"ئءؤر\0ىةوزظ"sv, U"zxcvbnm,./"},
                                                 {U"ذ", U"`"}});
constexpr char32_t kLamAlefKey = U'b';
constexpr std::u32string_view kLamAlef = U"لا";

/// Letters that are mistaken for each other by their sound or their dots.
constexpr auto kConfusions = std::to_array<std::u32string_view>(
    {U"ضظ", U"ذز", U"ذد", U"سص", U"تط", U"قغ", U"قك", U"ثس", U"ثت", U"حه", U"ظز", U"دض", U"ءا"});

constexpr double kAlike = 0.5;
constexpr double kNeighbour = 0.8;
constexpr double kVowelEdit = 0.7;
constexpr double kSwap = 0.7;

bool is_long_vowel(char32_t c) { return c == U'ا' || c == U'و' || c == U'ي' || c == U'ء'; }

/// A folded letter's key, for folding has taken ئ ء ؤ ى ة from theirs.
bool are_neighbours(char32_t a, char32_t b) {
  for (const KeyRow& row : kKeyRows) {
    for (const std::u32string_view keys : {row.arabic, row.latin}) {
      const std::size_t i = keys.find(a);
      const std::size_t j = keys.find(b);
      if (i == std::u32string_view::npos || j == std::u32string_view::npos) continue;
      if (i + 1 == j || j + 1 == i) return true;
    }
  }
  return false;
}

double look_up_replace_cost(char32_t a, char32_t b) {
  if (a == b) return 0;
  for (const std::u32string_view alike : kConfusions) {
    if (alike.find(a) != std::u32string_view::npos && alike.find(b) != std::u32string_view::npos) {
      return kAlike;
    }
  }
  return are_neighbours(a, b) ? kNeighbour : 1;
}

/// The costs among Arabic letters, which a scan of a vocabulary asks for a million times.
class ReplaceCosts {
 public:
  ReplaceCosts() {
    for (char32_t a = kFirst; a <= kLast; ++a) {
      for (char32_t b = kFirst; b <= kLast; ++b) {
        costs_[a - kFirst][b - kFirst] = look_up_replace_cost(a, b);
      }
    }
  }
  [[nodiscard]] double of(char32_t a, char32_t b) const {
    const bool are_arabic = a >= kFirst && a <= kLast && b >= kFirst && b <= kLast;
    return are_arabic ? costs_[a - kFirst][b - kFirst] : look_up_replace_cost(a, b);
  }

 private:
  static constexpr char32_t kFirst = 0x621;
  static constexpr char32_t kLast = 0x64A;
  std::array<std::array<double, kLast - kFirst + 1>, kLast - kFirst + 1> costs_{};
};

double replace_cost(char32_t a, char32_t b) {
  static const ReplaceCosts costs;
  return costs.of(a, b);
}

/// Of a letter too many or too few, with the letter before it.
double edit_cost(char32_t c, char32_t before) {
  return is_long_vowel(c) || c == before ? kVowelEdit : 1;
}

/// What a Latin spelling may stand for; "" a vowel that is not written.
struct Sound {
  std::string_view latin;
  std::u32string_view arabic;
};
constexpr auto kSounds = std::to_array<Sound>(
    {{"sh", U"ش"},  {"kh", U"خ"},   {"gh", U"غ"},  {"th", U"ثذ"}, {"dh", U"ذضظ"}, {"ch", U"ش"},
     {"ph", U"ف"},  {"ou", U"و"},   {"oo", U"و"},  {"ee", U"ي"},  {"ei", U"ي"},   {"ai", U"ي"},
     {"aa", U"ا"},  {"b", U"ب"},    {"p", U"ب"},   {"t", U"تط"},  {"j", U"ج"},    {"g", U"جغق"},
     {"h", U"هح"},  {"d", U"دضذ"},  {"r", U"ر"},   {"z", U"زذظ"}, {"s", U"سص"},   {"f", U"ف"},
     {"q", U"ق"},   {"k", U"كق"},   {"c", U"كسق"}, {"l", U"ل"},   {"m", U"م"},    {"n", U"ن"},
     {"v", U"ف"},   {"w", U"و"},    {"u", U"وا"},  {"o", U"وا"},  {"y", U"ي"},    {"i", U"يا"},
     {"e", U"ياع"}, {"a", U"اعهي"}, {"x", U"س"}});

bool is_latin_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/// Of an Arabic letter that the Latin spelling leaves out.
double unspelt_cost(char32_t c) {
  return c == U'ا' || c == U'ع' || c == U'ء' ? 0.25 : is_long_vowel(c) || c == U'ه' ? 0.5 : 1;
}

}  // namespace

std::uint64_t letter_set(std::u32string_view letters) {
  std::uint64_t set = 0;
  for (const char32_t c : letters) set |= std::uint64_t{1} << (c & 63U);
  return set;
}

double slip_distance(std::u32string_view typed, std::u32string_view meant, double most) {
  const std::size_t width = meant.size() + 1;
  std::vector<double> before_last(width);
  std::vector<double> last(width);
  std::vector<double> row(width);
  for (std::size_t j = 1; j < width; ++j) {
    last[j] = last[j - 1] + edit_cost(meant[j - 1], j > 1 ? meant[j - 2] : 0);
  }
  for (std::size_t i = 1; i <= typed.size(); ++i) {
    const char32_t a = typed[i - 1];
    row[0] = last[0] + edit_cost(a, i > 1 ? typed[i - 2] : 0);
    double least = row[0];
    for (std::size_t j = 1; j < width; ++j) {
      const char32_t b = meant[j - 1];
      row[j] = std::min({last[j - 1] + replace_cost(a, b),
                         last[j] + edit_cost(a, i > 1 ? typed[i - 2] : 0),
                         row[j - 1] + edit_cost(b, j > 1 ? meant[j - 2] : 0)});
      if (i > 1 && j > 1 && a == meant[j - 2] && typed[i - 2] == b) {
        row[j] = std::min(row[j], before_last[j - 2] + kSwap);
      }
      least = std::min(least, row[j]);
    }
    if (least > most) return most + 1;
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return std::min(last[meant.size()], most + 1);
}

std::string on_arabic_keyboard(std::string_view typed) {
  std::string out;
  for (char c : typed) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const auto key = static_cast<char32_t>(static_cast<unsigned char>(c));
    if (key == kLamAlefKey) {
      for (const char32_t letter : kLamAlef) utf8::append(out, letter);
      continue;
    }
    bool found = false;
    for (const KeyRow& row : kKeyRows) {
      const std::size_t at = row.latin.find(key);
      if (at == std::u32string_view::npos) continue;
      utf8::append(out, row.arabic[at]);
      found = true;
    }
    if (!found) out += c;
  }
  return out;
}

std::string on_latin_keyboard(std::string_view typed) {
  const std::u32string letters = utf8::code_points(typed);
  std::string out;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (std::u32string_view(letters).substr(i).starts_with(kLamAlef)) {
      utf8::append(out, kLamAlefKey);
      ++i;
      continue;
    }
    char32_t key = letters[i];
    for (const KeyRow& row : kKeyRows) {
      const std::size_t at = row.arabic.find(letters[i]);
      if (at != std::u32string_view::npos) key = row.latin[at];
    }
    utf8::append(out, key);
  }
  return out;
}

LatinSpelling::LatinSpelling(std::string_view latin) : latin_(latin) {
  std::vector<std::uint64_t> covering(latin_.size());
  for (std::size_t i = 0; i < latin_.size(); ++i) {
    std::vector<SoundHere>& here = sounds_.emplace_back();
    for (const Sound& sound : kSounds) {
      if (!std::string_view(latin_).substr(i).starts_with(sound.latin)) continue;
      here.push_back({sound.latin.size(), sound.arabic});
      const std::uint64_t letters = letter_set(sound.arabic);
      spellable_ |= letters;
      for (std::size_t k = 0; k < sound.latin.size(); ++k) covering[i + k] |= letters;
    }
  }
  for (std::size_t i = 0; i < latin_.size(); ++i) {
    const bool doubled = i > 0 && latin_[i] == latin_[i - 1];
    if (!doubled && !is_latin_vowel(latin_[i])) consonants_.push_back(covering[i]);
  }
}

bool LatinSpelling::may_be_within(std::u32string_view arabic, double most) const {
  double least = 0;
  for (const char32_t c : arabic) {
    if ((spellable_ & letter_set({&c, 1})) == 0) least += unspelt_cost(c);
  }
  if (least > most) return false;
  const std::uint64_t letters = letter_set(arabic);
  for (const std::uint64_t covering : consonants_) {
    if ((covering & letters) == 0) ++least;
  }
  return least <= most;
}

double LatinSpelling::distance(std::u32string_view arabic, double most) const {
  const std::size_t width = arabic.size() + 1;
  const double too_far = most + 1;
  std::vector<double> table((latin_.size() + 1) * width, too_far);
  const auto at = [&](std::size_t i, std::size_t j) -> double& { return table[i * width + j]; };
  at(0, 0) = 0;
  for (std::size_t i = 0; i <= latin_.size(); ++i) {
    double least = too_far;
    for (std::size_t j = 0; j < width; ++j) {
      const double here = at(i, j);
      least = std::min(least, here);
      if (here > most) continue;
      if (j < arabic.size()) {
        at(i, j + 1) = std::min(at(i, j + 1), here + unspelt_cost(arabic[j]));
      }
      if (i == latin_.size()) continue;
      const bool doubled = i > 0 && latin_[i] == latin_[i - 1];
      // Arabic writes a vowel that begins a word.
      const double silent_vowel = i == 0 ? 0.6 : 0.1;
      const double silent = doubled ? 0 : is_latin_vowel(latin_[i]) ? silent_vowel : 1;
      at(i + 1, j) = std::min(at(i + 1, j), here + silent);
      if (j == arabic.size()) continue;
      for (const SoundHere& sound : sounds_[i]) {
        const std::size_t rank = sound.arabic.find(arabic[j]);
        if (rank == std::u32string_view::npos) continue;
        // «Manama»: a heh is heard as a vowel at the end alone.
        if (arabic[j] == U'ه' && is_latin_vowel(latin_[i]) && j + 1 != arabic.size()) continue;
        double& next = at(i + sound.size, j + 1);
        next = std::min(next, here + 0.05 * static_cast<double>(rank));
      }
    }
    // A digraph skips a row, so two are looked at before giving up.
    if (least > most && i > 0) {
      const auto row = table.begin() + static_cast<std::ptrdiff_t>((i - 1) * width);
      if (*std::min_element(row, row + static_cast<std::ptrdiff_t>(width)) > most) return too_far;
    }
  }
  return std::min(at(latin_.size(), arabic.size()), too_far);
}

double spelling_distance(std::string_view latin, std::u32string_view arabic, double most) {
  return LatinSpelling(latin).distance(arabic, most);
}

}  // namespace bayan::text
