#include "common/text/stemmer.h"

#include <array>
#include <span>

#include "common/text/fold.h"

// Proclitics come off in rounds until nothing changes, then one suffix of each row:
//
//   «وبالوزارات»  -و->  «بالوزارات»  -بال->  «وزارات»  -ات->  «وزار»
//
// A row's minimum says how many letters must stay. All letters of folded Arabic are two bytes.
namespace bayan::text {
namespace {

constexpr int kMostRounds = 4;

std::size_t letters(std::string_view text) { return text.size() / kLetterBytes; }

struct Affixes {
  std::span<const std::string_view> affixes;
  std::size_t letters_left;
};

constexpr std::array<std::string_view, 4> kArticles = {"بال", "كال", "ال", "لل"};
constexpr std::array<std::string_view, 4> kPrepositions = {"ب", "ل", "ك", "ف"};

constexpr std::array<std::string_view, 8> kPronouns = {"هما", "كما", "هم", "هن",
                                                       "كم",  "نا",  "ها", "ني"};
constexpr std::array<std::string_view, 10> kPlurals = {"اتي", "يات", "تان", "تين", "ات",
                                                       "ان",  "ون",  "ين",  "يه",  "ته"};
constexpr std::array<std::string_view, 1> kFeminineYeh = {"تي"};
constexpr std::array<std::string_view, 1> kHehSuffix = {"ه"};
constexpr std::array<std::string_view, 1> kTehSuffix = {"ت"};
constexpr std::array<std::string_view, 1> kAlefSuffix = {"ا"};
constexpr std::array<std::string_view, 1> kYehSuffix = {"ي"};

bool strip_suffix(std::string_view& form, const Affixes& row) {
  for (const std::string_view suffix : row.affixes) {
    if (form.ends_with(suffix) && letters(form) - letters(suffix) >= row.letters_left) {
      form.remove_suffix(suffix.size());
      return true;
    }
  }
  return false;
}

bool strip_prefix(std::string_view& form, const Affixes& row) {
  for (const std::string_view prefix : row.affixes) {
    if (form.starts_with(prefix) && letters(form) - letters(prefix) >= row.letters_left) {
      form.remove_prefix(prefix.size());
      return true;
    }
  }
  return false;
}

/// The conjunction: و, and ف where the article follows it.
bool strip_conjunction(std::string_view& form, std::size_t more_letters) {
  const bool waw = form.starts_with("و");
  if (!waw && !form.starts_with("فال")) return false;
  if (letters(form) < 3 + more_letters) return false;
  form.remove_prefix(kLetterBytes);
  return true;
}

/// «الله» looks like an article and two letters.
bool is_divine_name(std::string_view form) { return form == "الله" || form == "لله"; }

bool strip_round(std::string_view& form, std::size_t more_letters) {
  const bool conjunction = strip_conjunction(form, more_letters);
  if (is_divine_name(form)) return false;
  if (strip_prefix(form, {kArticles, 1 + more_letters})) return true;
  return strip_prefix(form, {kPrepositions, 3 + more_letters}) || conjunction;
}

}  // namespace

bool is_arabic_word(std::string_view form) {
  for (std::size_t i = 0; i < form.size(); i += kLetterBytes) {
    const auto lead = static_cast<unsigned char>(form[i]);
    if (lead < 0xD8 || lead > 0xDB) return false;
  }
  return form.size() % kLetterBytes == 0;
}

std::string_view without_proclitics(std::string_view form, std::size_t more_letters) {
  if (!is_arabic_word(form) || letters(form) <= 2) return form;
  for (int round = 0; round < kMostRounds && strip_round(form, more_letters); ++round) {
  }
  return form;
}

std::string_view ranking_stem(std::string_view form) {
  if (!is_arabic_word(form) || letters(form) <= 2) return form;
  form = without_proclitics(form);
  if (is_divine_name(form)) return "الله";
  strip_suffix(form, {kPronouns, 3});
  if (!strip_suffix(form, {kPlurals, 3})) strip_suffix(form, {kFeminineYeh, 3});
  if (!strip_suffix(form, {kHehSuffix, 2})) strip_suffix(form, {kTehSuffix, 3});
  strip_suffix(form, {kAlefSuffix, 3});
  strip_suffix(form, {kYehSuffix, 2});
  return form;
}

}  // namespace bayan::text
