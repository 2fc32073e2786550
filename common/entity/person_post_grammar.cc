#include "common/entity/person_post_grammar.h"

#include <algorithm>
#include <array>

#include "common/entity/ruling_house.h"

namespace bayan::entity {

bool is_quote(const NameWord& word) {
  constexpr std::array<std::string_view, 10> kQuotes = {"\"", "«", "»", "“", "”",
                                                        "-",  "–", "—", "/", "ـ"};
  return std::ranges::find(kQuotes, word.form) != kQuotes.end();
}
bool is_opening_quote(const NameWord& word) {
  return word.form == "\"" || word.form == "«" || word.form == "“";
}
bool is_in(const NameWord& word) { return word.form == "في"; }

bool is_wali(const PersonWords& words, std::size_t i) {
  const NameWord& word = words[i];
  return word.form == "والي" && words.text().substr(word.begin, word.end - word.begin) == "والي" &&
         (words[i + 1].form == "ولايه" || words[i + 1].has(kCountry));
}

namespace {

/// «آمر القوة الجوية»: printed so; «أمر» is "he ordered".
bool is_commandant(const PersonWords& words, std::size_t i) {
  const NameWord& word = words[i];
  return (word.form == "امر" || word.form == "الامر") && words[i + 1].is_word() &&
         words.text().substr(word.begin, word.end - word.begin).ends_with("آمر");
}

}  // namespace

bool begins_post(const PersonWords& words, std::size_t i) {
  const NameWord& word = words[i];
  if (word.has(kHead)) return true;
  // «مرشد الجمهورية»: the word is a name of men as well.
  constexpr std::array<std::string_view, 3> kGuided = {"الجمهوريه", "الثوره", "الاخوان"};
  if (word.form == "مرشد") return std::ranges::find(kGuided, words[i + 1].form) != kGuided.end();
  if (is_wali(words, i) || is_commandant(words, i)) return true;
  constexpr std::array<std::string_view, 4> kCharged = {"المكلف", "المكلفه", "القايمه", "والقايمه"};
  return words[i + 1].form.starts_with("ب") && words[i + 1].has_clitic() &&
         std::ranges::find(kCharged, word.form) != kCharged.end();
}

bool is_accusative_head(const PersonWords& words, std::size_t i) {
  const NameWord& word = words[i];
  constexpr std::array<std::string_view, 3> kOurs = {"سفيرنا", "مندوبنا", "ممثلنا"};
  if (is_one_of(word.form, kOurs)) return false;
  return word.has(kHead) && word.form.ends_with("ا") && !word.form.ends_with("ها") &&
         word.form != "بابا" && !word.has_article() && !words[i + 1].has_article();
}

bool begins_place(const PersonWords& words, std::size_t i) {
  const std::string_view form = words[i].form;
  if (i == 0 || !words[i + 1].is_word()) return false;
  // «رئيس نادي أحد سامر»
  const bool is_club = words[i - 1].form.ends_with("نادي") && !words[i - 1].has_article();
  if (form == "احد" && is_club) return !words[i + 1].has_article();
  if (!words[i - 1].has(kBody | kEponymHead | kHead)) return false;
  if (form == "ام") return words[i + 1].has_article();
  return form == "احد" && words[i - 1].has(kEponymHead) && !words[i + 1].has_article();
}

bool is_told_to(const PersonWords& words, std::size_t head, std::size_t i) {
  constexpr std::array<std::string_view, 6> kMedia = {"لوكاله", "لصحيفه", "لقناه",
                                                      "لاذاعه", "لموقع",  "لجريده"};
  // «المدير العام لوكالة الأنباء»
  constexpr std::array<std::string_view, 6> kOfMedium = {"العام",    "التنفيذي", "المساعد",
                                                         "الاقليمي", "الرسمي",   "التحرير"};
  const std::string_view form = words[i].form;
  const bool is_broadcaster = form == "لهييه" && words[i + 1].form == "الاذاعه";
  if (!is_broadcaster && std::ranges::find(kMedia, form) == kMedia.end()) return false;
  if (std::ranges::find(kOfMedium, words[i - 1].form) != kOfMedium.end()) return false;
  if (words[head].form.ends_with("وزير")) return true;
  for (std::size_t at = head + 1; at < i; ++at) {
    if (words[at].has(kBody | kCountry | kNisba)) return true;
  }
  return false;
}

bool is_then(const NameWord& word) {
  constexpr std::array<std::string_view, 5> kForms = {"انذاك", "حينها", "حينذاك", "وقتها",
                                                      "وقتذاك"};
  return std::ranges::find(kForms, word.form) != kForms.end();
}

bool is_rank_of_envoy(const PersonWords& words, std::size_t i) {
  const std::string_view next = words[i + 1].form;
  return (words[i].form == "غير" && (next.starts_with("المقيم") || next.starts_with("مقيم"))) ||
         (words[i].form == "فوق" && next == "العاده");
}

bool names_host(const PersonWords& words, std::size_t i) {
  return words[i].form == "لدي" && words[i + 1].is_word() && !words[i + 1].has(kInflected) &&
         !words[i + 1].form.ends_with("ته");
}

bool is_present(const PersonWords& words, std::size_t i) {
  constexpr std::array<std::string_view, 2> kForms = {"الحالي", "الحاليه"};
  return i > 0 && std::ranges::find(kForms, words[i].form) != kForms.end() &&
         !words[i - 1].has(kTimeWord) && words[i - 1].form != "العام" &&
         words[i - 1].form != "الموسم";
}

bool is_from_afar(const PersonWords& words, std::size_t i) {
  if (words[i].form == "عن") return words[i + 1].form == "المنكر" || words[i + 1].form == "بعد";
  return words[i].form == "بعد" && i > 0 && words[i - 1].form == "عن";
}

bool is_occasion(const NameWord& word) {
  constexpr std::array<std::string_view, 68> kOccasions = {
      "المساعدات", "الاجتماع", "اللقاء",  "الحفل",     "الجلسه",      "الموتمر",   "الندوه",
      "العزاء",    "التعازي",  "الشكر",   "التهاني",   "التحيات",     "الحادث",    "الحادثه",
      "الجهات",    "الحضور",   "الزياره", "الجوله",    "المباحثات",   "الاوضاع",   "العلاقات",
      "المشاركه",  "الجهود",   "المعرض",  "المهرجان",  "الملتقي",     "الحمله",    "المشروع",
      "المبادره",  "البرنامج", "النتايج", "الانجازات", "الاستعدادات", "السياسه",   "السياسات",
      "المواقف",   "الموقف",   "الرويه",  "الثقه",     "النهضه",      "التجربه",   "التطور",
      "الحفاوه",   "الفوز",    "المستوي", "الانجاز",   "الدعم",       "الاهتمام",  "التعاون",
      "الخطوه",    "الخطوات",  "المكانه", "القرارات",  "الاهالي",     "المواطنين", "الطلاب",
      "الضيوف",    "الضيف",    "الوفد",   "السفراء",   "التفجير",     "الهجوم",    "الاعتداء",
      "الجريمه",   "القرار",   "الاتفاق", "التوصل",    "الدور"};
  const std::string_view form = word.form.starts_with("بال") ? word.form.substr(2) : word.form;
  return std::ranges::find(kOccasions, form) != kOccasions.end();
}
bool is_in_charge_of(const PersonWords& words, std::size_t i) {
  if (words[i].form != "عن" || i == 0) return false;
  constexpr std::array<std::string_view, 4> kForms = {"المسوول", "المسووله", "مسوول", "المسيول"};
  return is_one_of(words[i - 1].form, kForms);
}

bool is_plenipotentiary(const PersonWords& words, std::size_t i) {
  constexpr std::array<std::string_view, 5> kForms = {"مفوضا", "ومفوضا", "مفوض", "ومفوض",
                                                      "والمفوض"};
  if (i == 0 || !is_one_of(words[i].form, kForms)) return false;
  const std::size_t back = is_comma(words[i - 1]) ? 2 : 1;
  return i > back && words[i - back].form == "العاده";
}

bool is_sent_from_home(const PersonWords& words, Span span) {
  constexpr std::array<std::string_view, 4> kForms = {"السلطنه", "الدوله", "بلادنا", "سفيرنا"};
  for (std::size_t i = span.begin; i < span.end; ++i) {
    if (is_one_of(words[i].form, kForms) || is_the_kingdom(words, i)) return true;
  }
  return false;
}

bool is_host(const NameWord& word) {
  return word.form == "الدوله" || word.form == "السلطنه" || word.form == "البلاد";
}

bool is_sent_here(const PersonWords& words, std::string_view home, Span post, std::size_t i) {
  if (!is_any_envoy(words[post.begin])) return false;
  if (names_home(words, home, post)) return false;
  const auto* const house = std::ranges::find(kRulingHouses, home, &RulingHouse::country_name);
  return house != kRulingHouses.end() && words[i].form == house->capital;
}

bool is_accredited(const NameWord& word) {
  constexpr std::array<std::string_view, 4> kForms = {"المعين", "المعينه", "المعتمد", "المعتمده"};
  return is_one_of(word.form, kForms);
}

bool is_acting(const NameWord& word) {
  constexpr std::array<std::string_view, 4> kForms = {"بالانابه", "بالوكاله", "بالنيابه",
                                                      "بالتكليف"};
  return is_one_of(word.form, kForms);
}

bool is_unlawfully(const PersonWords& words, std::size_t i) {
  constexpr std::array<std::string_view, 3> kPhrase = {"بصوره", "غير", "قانونيه"};
  for (std::size_t begin = i < 2 ? 0 : i - 2; begin <= i; ++begin) {
    const bool is_there = words[begin].form == kPhrase[0] && words[begin + 1].form == kPhrase[1] &&
                          words[begin + 2].form == kPhrase[2];
    if (is_there) return true;
  }
  return false;
}

bool is_envoy(const NameWord& word) {
  constexpr std::array<std::string_view, 7> kForms = {"سفير",  "سفيره",  "قنصل",   "القنصل",
                                                      "مبعوث", "القايم", "المبعوث"};
  return is_one_of(word.form, kForms);
}

bool is_any_envoy(const NameWord& word) {
  return is_envoy(word) || word.form == "السفير" || word.form == "السفيره";
}

bool is_pair_of_nations(const PersonWords& words, std::size_t i) {
  return i > 0 && (words[i].form == "-" || words[i].form == "–") && words[i - 1].has(kNisba) &&
         words[i + 1].has(kNisba);
}

bool is_adverb(const NameWord& word) { return word.form == "سابقا" || word.form == "حاليا"; }

bool is_reference(const PersonWords& words, const NameWord& word) {
  constexpr std::array<std::string_view, 9> kForms = {
      "نظيره", "نظيرته", "نظيرها", "نظيرهما", "نظيرهم", "نايبه", "نايبها", "مدربه", "زعيمه"};
  const bool is_feminine =
      words.text().substr(word.begin, word.end - word.begin).ends_with("ة");  // «المدربة»
  return !is_feminine && std::ranges::any_of(kForms, [&](std::string_view form) {
    return word.form.ends_with(form);
  });
}

bool is_lone_title(const PersonWords& words, Span post) {
  const NameWord& first = words[post.begin];
  const std::size_t last = post.end - 1;
  return is_reference(words, first) || (post.end == post.begin + 1 && first.has(kLoneTitle)) ||
         (words[last].is(NameClass::kStop) && !is_adverb(words[last]) &&
          !is_delegation(words, last) && !is_facilities(words, last) &&
          !is_from_afar(words, last) && !begins_place(words, last));
}

bool is_of_court(const PersonWords& words, std::size_t i) {
  return i > 0 && words[i].form == "الملكي" && words[i - 1].is_word() &&
         !words[i - 1].form.ends_with("سمو");
}

bool is_facilities(const PersonWords& words, std::size_t i) {
  if (i == 0 || !words[i].form.ends_with("المرافق")) return false;
  constexpr std::array<std::string_view, 6> kOf = {"اداره", "شيون",  "شوون",
                                                   "صيانه", "خدمات", "تشغيل"};
  const std::string_view before = words[i - 1].form;
  const bool is_of = std::ranges::any_of(kOf, [&](auto form) { return before.ends_with(form); });
  return is_of || words[i].form.starts_with("و") || words[i + 1].form == "العامه";
}

bool is_delegation(const PersonWords& words, std::size_t i) {
  if (i == 0 || !words[i - 1].has(kHead)) return false;
  // «ويرافق الوزير وفد …»
  return words[i].form == "الوفد" || (words[i].form == "وفد" && !words[i - 1].has_article());
}

namespace {

/// «السعودية | الشقيقة», «الإمارات | العربية المتحدة الشقيقة»: no state calls itself so.
bool is_called_sister(const PersonWords& words, std::size_t i) {
  constexpr std::array<std::string_view, 2> kForms = {"الشقيقه", "الصديقه"};
  std::size_t steps = 0;
  while (steps < 2 && words[i].has_article() && !is_one_of(words[i].form, kForms)) {
    ++i;
    ++steps;
  }
  return is_one_of(words[i].form, kForms);
}

}  // namespace

bool is_the_kingdom(const PersonWords& words, std::size_t i) {
  constexpr std::array<std::string_view, 4> kOthers = {"المتحده", "المغربيه", "الاردنيه",
                                                       "العربيه"};
  return words[i].form.ends_with("المملكه") && !is_one_of(words[i + 1].form, kOthers);
}

bool begins_home(const PersonWords& words, std::string_view home, std::size_t i) {
  if (home.empty()) return false;
  if (home == "السعوديه" && is_the_kingdom(words, i)) return true;
  for (std::size_t at = i; at < i + 3; ++at) {
    if (!words[at].is_word()) return false;
    if (words[at].form.ends_with(home)) return !is_called_sister(words, at + 1);
    if (at > i && words[at].is(NameClass::kStop)) return false;
  }
  return false;
}

bool names_home(const PersonWords& words, std::string_view home, Span span) {
  for (std::size_t i = span.begin; i < span.end; ++i) {
    if (!home.empty() && words[i].form.ends_with(home)) return true;
    if (home == "السعوديه" && words[i].form == "خادم") return true;
  }
  return false;
}

}  // namespace bayan::entity
