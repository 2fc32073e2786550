#include "common/entity/country_sense.h"

#include <algorithm>
#include <array>

#include "common/text/fold.h"

namespace bayan::entity {
namespace {

using Kind = CountryGazetteer::Kind;
using text::kLetterBytes;

/// `form` is in the list, bare or behind one or two letters («وبحر», «باللغة»).
template <std::size_t N>
bool ends_in_one_of(std::string_view form, const std::array<std::string_view, N>& list) {
  return std::ranges::any_of(list, [form](std::string_view word) {
    return form.ends_with(word) && form.size() <= word.size() + 2 * kLetterBytes;
  });
}

/// `form` is `word`, perhaps behind «و».
bool is_joined(std::string_view form, std::string_view word) {
  return form == word || (form.starts_with("و") && form.substr(kLetterBytes) == word);
}

/// A country behind these is part of a medium's name.
constexpr std::array<std::string_view, 7> kMedia = {"وكاله", "انباء", "صحيفه", "صحف",
                                                    "قناه",  "اذاعه", "جريده"};
/// A city behind these names a treaty or a meeting.
constexpr std::array<std::string_view, 10> kTreaties = {
    "اتفاقيه", "معاهده", "مبادره", "بروتوكول", "اعلان", "اتفاق", "حلف", "ميثاق", "قمه", "نظام"};
/// A country behind these is a sea, a river, a language or a coin.
constexpr std::array<std::string_view, 14> kOther = {
    "بحر",   "خليج",   "اللغه",   "لغه", "للغه",  "باللغه", "واللغه",
    "دولار", "دولارا", "دولارات", "نهر", "بحيره", "دلتا",   "المحيط"};
/// «مالي» behind these is the country and no adjective or «my money».
constexpr std::array<std::string_view, 12> kBeforeMali = {
    "من", "في", "دوله", "جمهوريه", "الي", "لدي", "سفير", "رييس", "شمال", "جنوب", "بين", "حكومه"};
/// A nisba behind these, or behind these and other nisbas, is a language.
constexpr std::array<std::string_view, 6> kLanguages = {"لغه",    "اللغه", "لغات",
                                                        "اللغات", "لغتين", "اللغتين"};
/// Spoken far beyond their countries: «كتبه بالفرنسية» means one of these.
constexpr std::array<std::string_view, 16> kSpoken = {
    "الانجليزيه", "الانكليزيه", "الفرنسيه",  "الاسبانيه", "الالمانيه",  "الايطاليه",
    "الروسيه",    "الصينيه",    "اليابانيه", "التركيه",   "البرتغاليه", "الكوريه",
    "الهنديه",    "الهولنديه",  "السويديه",  "اليونانيه"};
/// What bears the name of a country elsewhere; a city's may be in it («استاد القاهرة»).
constexpr std::array<std::string_view, 2> kStadiums = {"ستاد", "استاد"};
constexpr std::array<std::string_view, 2> kStreets = {"شارع", "ميدان"};
/// «حي الدار البيضاء», «أحياء العزيزية والدار البيضاء»; «أحياء الرياض» are the city's own.
constexpr std::array<std::string_view, 3> kQuarter = {"حي", "بحي", "وحي"};
constexpr std::array<std::string_view, 2> kQuarters = {"احياء", "باحياء"};
/// «كوبا أميركا», «كوبا ليبرتادوريس» are cups.
constexpr std::array<std::string_view, 2> kAmerica = {"امريكا", "اميركا"};
/// «الأمريكية» before these is the continent.
constexpr std::array<std::string_view, 3> kContinent = {"الشماليه", "الجنوبيه", "اللاتينيه"};
/// A country's name behind these is a surname: «الدكتور السويد».
constexpr std::array<std::string_view, 6> kTitles = {"الدكتور", "الشيخ",  "الاستاذ",
                                                     "المهندس", "العميد", "اللواء"};

/// Unlike has_article(): behind و ب ف and ل too.
bool is_definite(std::string_view form) {
  return std::ranges::any_of(
      std::array<std::string_view, 5>{"ال", "وال", "بال", "فال", "لل"},
      [form](std::string_view article) { return form.starts_with(article); });
}

/// A city beside these is a club: «ريال مدريد», «مانشستر يونايتد».
constexpr std::array<std::string_view, 9> kClubsBefore = {
    "ريال", "اتلتيكو", "اتليتيكو", "بايرن", "انتر", "سبارتاك", "دينامو", "سسكا", "اولمبيك"};
constexpr std::array<std::string_view, 6> kClubsBehind = {"يونايتد", "سيتي",   "هوتسبير",
                                                          "روفرز",   "كاونتي", "وندررز"};

/// What stands about a form.
struct Place {
  const CountryGazetteer::Entry& entry;
  std::string_view form;  ///< its first word
  std::string_view before;
  std::string_view after;
  bool is_one_word;
};

bool is_part_of_place(const std::vector<Word>& words, std::size_t i, const Place& place) {
  if (ends_in_one_of(place.before, kStreets)) return true;
  if (place.entry.kind == Kind::kName) return ends_in_one_of(place.before, kStadiums);
  if (place.entry.kind != Kind::kCity) return false;
  return is_one_of(place.before, kQuarter) ||
         (place.form.starts_with("و") && is_one_of(form_before(words, i, 2), kQuarters));
}

/// «كتبه بالفرنسية»: no adjective has ب, for its noun has it.
bool is_spoken(std::string_view form) {
  return form.starts_with("بال") && is_one_of(form.substr(kLetterBytes), kSpoken);
}

/// «باللغتين العربية والإنجليزية», «بالإسبانية والإنجليزية»: a nisba joined to others behind a word
/// for language, or behind ب.
bool is_language(const std::vector<Word>& words, std::size_t i, const Place& place) {
  constexpr std::size_t kReach = 4;
  if (place.entry.kind != Kind::kNisba || !place.form.ends_with("يه")) return false;
  if (is_spoken(place.form)) return true;
  for (std::size_t back = 1; back <= kReach; ++back) {
    const std::string_view word = form_before(words, i, back);
    if (ends_in_one_of(word, kLanguages)) return true;
    if (word == "الاخري") continue;
    if (!word.ends_with("يه")) return false;
    if (is_spoken(word) && place.form.starts_with("و")) return true;
  }
  return false;
}

/// «المجرى الملاحي», «مجريات الأحداث»; «الرئيس المجري» is of Hungary.
bool is_course(const Place& place) {
  const std::string_view word = place.form;
  if (word.ends_with("مجريات")) return true;
  if (!word.ends_with("مجري")) return false;
  return word.ends_with("المجري") || word.starts_with("لل") ? !is_definite(place.before)
                                                            : is_definite(place.after);
}

/// «مدارس للبنين والبنات», «بأموال وبنين»; «بنين وتوغو» is Benin.
bool is_sons(const std::vector<Word>& words, std::size_t i, const Place& place) {
  constexpr std::array<std::string_view, 6> kSchools = {"تعليم", "مدارس", "مدرسه",
                                                        "قسم",   "كليه",  "كليات"};
  const bool is_beside_daughters =
      place.after.ends_with("بنات") || form_at(words, i + 2).ends_with("بنات");
  if (!place.form.ends_with("بنين")) return false;
  return is_definite(place.form) || is_beside_daughters || place.before.ends_with("اموال") ||
         is_one_of(place.before, kSchools);
}

bool is_club(const std::vector<Word>& words, std::size_t i, const Place& place) {
  if (place.entry.kind != Kind::kCity || !place.is_one_word) return false;
  const bool is_saint_germain = place.after == "سان" && form_at(words, i + 2).starts_with("ج");
  return ends_in_one_of(place.before, kClubsBefore) || is_one_of(place.after, kClubsBehind) ||
         (place.entry.code == "FR" && is_saint_germain);
}

bool is_cup(const Place& place) {
  return is_one_of(place.after, kAmerica) || place.after.starts_with("ليبر") ||
         place.after.starts_with("ليبير");
}

/// «قدمه اليمنى», «باليمنى», «اليمنى واليسرى».
bool is_right_hand(const Place& place) {
  constexpr std::array<std::string_view, 12> kLimbs = {"قدمه",  "القدم", "يده",   "اليد",
                                                       "ركبته", "ساقه",  "عينه",  "العين",
                                                       "الجهه", "الكتف", "ذراعه", "رجله"};
  if (!place.form.ends_with("اليمني")) return false;
  return place.form == "باليمني" || place.after == "واليسري" || is_one_of(place.before, kLimbs);
}

/// «أعاده الله علينا باليمن والبركات», «بالخير واليمن»: good fortune.
bool is_blessing(const Place& place) {
  constexpr std::array<std::string_view, 8> kBlessings = {
      "الخير", "البركه", "البركات", "المسرات", "السعاده", "العز", "السرور", "الايمان"};
  if (!place.is_one_word || !place.form.ends_with("اليمن")) return false;
  if (place.after.starts_with("و") && is_one_of(place.after.substr(kLetterBytes), kBlessings)) {
    return true;
  }
  return place.form == "واليمن" && ends_in_one_of(place.before, kBlessings);
}

/// «من حولي»: about me; «محافظة حولي» is a town.
bool is_about_me(const Place& place) {
  constexpr std::array<std::string_view, 7> kOfTown = {"محافظه", "منطقه", "مدينه", "محافظ",
                                                       "في",     "شرطه",  "امن"};
  return is_joined(place.form, "حولي") && !ends_in_one_of(place.before, kOfTown);
}

/// «الإيمان ينبع من القلب»: springs; «في ينبع من سنين» is the town.
bool is_springing(const std::vector<Word>& words, std::size_t i, const Place& place) {
  constexpr std::array<std::string_view, 8> kOfTown = {"محافظه", "مدينه", "محافظ", "ميناء",
                                                       "مطار",   "في",    "من",    "بلديه"};
  if (place.form != "ينبع" || ends_in_one_of(place.before, kOfTown)) return false;
  return place.after == "من" || (place.after == "الي" && form_at(words, i + 2) == "حد");
}

/// «دانيلي دي روسي», «المدرب بولوني»; «المدرب سوداني الجنسية» is of Sudan.
bool is_surname(const Place& place) {
  constexpr std::array<std::string_view, 4> kParticles = {"دي", "دا", "دو", "فان"};
  constexpr std::array<std::string_view, 5> kSportsmen = {"المدرب", "اللاعب", "المهاجم", "المدافع",
                                                          "الحارس"};
  constexpr std::array<std::string_view, 3> kOrigins = {"الجنسيه", "الاصل", "المولد"};
  if (place.entry.kind != Kind::kNisba || !place.is_one_word || is_definite(place.form))
    return false;
  return is_one_of(place.before, kParticles) ||
         (ends_in_one_of(place.before, kSportsmen) && !is_one_of(place.after, kOrigins));
}

/// «إصابة الرباط الصليبي»: a ligament.
bool is_ligament(const Place& place, std::string_view behind) {
  constexpr std::array<std::string_view, 4> kKinds = {"الصليبي", "المتصالب", "الداخلي", "الامامي"};
  return is_one_of(place.after, kKinds) || is_one_of(behind, kKinds);
}

/// Whether a word is in the list, bare or behind one or two letters; an empty list asks nothing.
bool may_be_one_of(std::string_view form, const std::vector<std::string>& list) {
  return list.empty() || std::ranges::any_of(list, [form](const std::string& word) {
           return form.ends_with(word) && form.size() <= word.size() + 2 * kLetterBytes;
         });
}

/// «مجرى قناة», «جامعة كولومبيا»: a row of country_homographs.tsv.
bool is_homograph(const Place& place) {
  if (place.entry.homographs == nullptr || !place.is_one_word) return false;
  return std::ranges::any_of(*place.entry.homographs, [&place](const CountryHomograph& word) {
    const auto is_form = [&place](const std::string& form) { return is_joined(place.form, form); };
    return (word.forms.empty() || std::ranges::any_of(word.forms, is_form)) &&
           may_be_one_of(place.before, word.before) &&
           (word.after.empty() || std::ranges::find(word.after, place.after) != word.after.end());
  });
}

/// Words that are spelled as a country's form, and told by more than the words beside them.
bool is_other_word(const std::vector<Word>& words, std::size_t i, const Place& place) {
  const std::string& code = place.entry.code;
  if (is_homograph(place)) return true;
  const bool is_behind_digits = i > 0 && words[i - 1].kind == WordKind::kDigits;
  if (code == "HU") return is_course(place);
  if (code == "BJ") return is_sons(words, i, place);
  if (code == "CU") return is_cup(place) || (is_behind_digits && place.form == "كوبا");
  // «ولاية "جورجيا"»
  if (code == "GE") return form_before(words, i, 2).ends_with("ولايه");
  // «المؤسس الباني»
  if (code == "AL") return place.form == "الباني" && is_definite(place.before);
  if (code == "YE") return is_right_hand(place) || is_blessing(place);
  if (code == "KW") return is_about_me(place);
  if (code == "SA") return is_springing(words, i, place);
  if (code == "MA") return place.is_one_word && is_ligament(place, form_at(words, i + 2));
  // «بقطر 42 ملليمترا»: a diameter
  const bool is_before_digits = i + 1 < words.size() && words[i + 1].kind == WordKind::kDigits;
  return code == "QA" && place.form == "بقطر" && is_before_digits;
}

/// «صوفياً»: a city's name has no such ending. The text is not at hand, but two bytes that folding
/// dropped are.
bool has_tanween(const Word& word) {
  return word.form.ends_with("ا") && word.end - word.begin == word.form.size() + kLetterBytes;
}

/// «بحسب "الفرنسية"», «صرح لـ«الرياض»»: the agency, the paper.
bool is_quoted(const Place& place) {
  return (place.before == "\"" && place.after == "\"") ||
         (place.before == "«" && place.after == "»") || (place.before == "“" && place.after == "”");
}

}  // namespace

std::string_view form_before(const std::vector<Word>& words, std::size_t i, std::size_t back) {
  return i >= back ? std::string_view(words[i - back].form) : std::string_view();
}

std::string_view form_at(const std::vector<Word>& words, std::size_t i) {
  return i < words.size() ? std::string_view(words[i].form) : std::string_view();
}

bool is_of_sea(const std::vector<Word>& words, std::size_t i) {
  return ends_in_one_of(form_before(words, i, 1), kOther);
}

bool is_mali_meant(const std::vector<Word>& words, std::size_t i) {
  const bool ends = i + 1 >= words.size() || words[i + 1].kind != WordKind::kLetters;
  return is_one_of(form_before(words, i, 1), kBeforeMali) &&
         (ends || words[i + 1].form.starts_with("و"));
}

bool is_country_meant(const std::vector<Word>& words, const CountryForm& form) {
  const std::size_t i = form.begin;
  const Place place{form.entry, words[i].form, form_before(words, i, 1),
                    form_at(words, i + form.count), form.count == 1};
  const Kind kind = form.entry.kind;
  if (ends_in_one_of(place.before, kMedia) || ends_in_one_of(form_before(words, i, 2), kMedia)) {
    return false;
  }
  if (is_of_sea(words, i)) return false;
  if (kind == Kind::kCity && (ends_in_one_of(place.before, kTreaties) || has_tanween(words[i]))) {
    return false;
  }
  if (is_part_of_place(words, i, place) || is_club(words, i, place)) return false;
  if (is_language(words, i, place)) return false;
  if (is_surname(place) || is_other_word(words, i, place)) return false;
  if (place.before == "كوبا" && is_one_of(place.form, kAmerica)) return false;
  const std::string_view behind =
      place.after == "(" ? form_at(words, i + form.count + 1) : place.after;
  if (form.entry.code == "US" && is_one_of(behind, kContinent)) return false;
  const bool may_be_medium =
      kind == Kind::kCity || place.form.ends_with("يه") || place.before == "«";
  if (kind != Kind::kName && may_be_medium && place.is_one_word && is_quoted(place)) return false;
  const bool may_be_surname = place.is_one_word && place.form.starts_with("ال");
  if (kind == Kind::kName && may_be_surname && is_one_of(place.before, kTitles)) return false;
  return place.before != "بن" && place.before != "بنت";
}

}  // namespace bayan::entity
