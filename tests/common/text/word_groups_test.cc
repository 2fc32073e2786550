#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <set>

#include "common/text/analyzer.h"
#include "common/text/broken_plurals.h"
#include "common/text/fold.h"
#include "common/text/strict_stems.h"
#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

// Which words meet in the strict classes, and which must not; by the tables alone, as in an index
// of a few statements. Words are written as people write them and folded here.

namespace {

bool share_stem(const std::string& one, const std::string& other) {
  const std::vector<std::string> a = text::strict_stems(one);
  const std::vector<std::string> b = text::strict_stems(other);
  return std::ranges::any_of(
      a, [&b](const std::string& stem) { return std::ranges::find(b, stem) != b.end(); });
}

/// `plural` is a broken plural of a word that `singular` shares a stem with.
bool is_plural_of(const std::string& plural, const std::string& singular) {
  for (const std::string& stem : text::strict_stems(plural)) {
    for (const std::string& listed : text::listed_singulars(stem)) {
      if (share_stem(listed, singular)) return true;
    }
  }
  return false;
}

bool meet(std::string_view one, std::string_view other) {
  const std::string a = text::fold(one);
  const std::string b = text::fold(other);
  return share_stem(a, b) || is_plural_of(a, b) || is_plural_of(b, a);
}

/// The word as it stands behind clitics.
std::vector<std::string> behind_clitics(const std::string& word) {
  std::vector<std::string> out;
  for (const char* clitic : {"و", "ب", "ل", "وب", "ول"}) out.push_back(clitic + word);
  if (word.starts_with("ال")) {
    const std::string bare = word.substr(std::string("ال").size());
    out.push_back("لل" + bare);
    out.push_back("ولل" + bare);
  } else {
    out.push_back("ف" + word);
    out.push_back("ك" + word);
  }
  return out;
}

std::vector<std::string> words_of(std::string_view text) {
  text::TokenList tokens;
  text::analyze(text, tokens);
  std::vector<std::string> words;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].script == text::Script::kArabic) words.emplace_back(tokens.form(i));
  }
  return words;
}

}  // namespace

TEST_CASE("forms of one word meet", "[text][words]") {
  const std::vector<std::string> groups = {
      "وزير الوزير بالوزير للوزير والوزير وللوزير كالوزير وزيرا وزيرين وزيران الوزيرين وزيرة "
      "وزيرها "
      "وزيرهم وزراء الوزراء وزراؤه وزرائها وزراءها للوزراء",
      "وزارة الوزارة بالوزارة للوزارة وزارات الوزارات وزارته وزارتها وزارتهم لوزارته وزارتين "
      "الوزارتان وزاراتها",
      "سفير السفير سفيرا سفيرة سفيرنا سفراء السفراء سفرائنا بسفير للسفراء",
      "سفارة السفارة سفارات سفارته سفارتها بالسفارة لسفارة والسفارة",
      "رئيس الرئيس رئيسا رئيسة رئيسها للرئيس رؤساء الرؤساء رؤسائها لرؤساء",
      "مدير المدير مديرا مديرة مديرها مديرين مديرون مدراء المدراء بالمدير للمدير",
      "مدينة المدينة مدينتي مدينتها مدينتين المدينتين مدن المدن بالمدن للمدينة بمدينة",
      "شارع الشارع شوارع الشوارع شارعا شارعين بشارع لشوارع شوارعها",
      "مشروع المشروع مشروعا مشروعات مشروعين مشاريع المشاريع مشاريعها بالمشاريع بمشروع",
      "خبر الخبر خبرا أخبار الأخبار أخبارها بالأخبار للأخبار وأخبار",
      "قرار القرار قرارا قرارات القرارات قراراته قراراتها بقرار للقرار قرارين",
      "دولة الدولة دول الدول دولتين الدولتان دولته لدولة بالدول للدول",
      "مجلس المجلس مجلسا مجالس المجالس مجلسها مجلسين بالمجلس للمجلس ولمجلس",
      "اجتماع الاجتماع اجتماعا اجتماعات الاجتماعات اجتماعه اجتماعها باجتماع للاجتماع اجتماعين",
      "مسؤول المسؤول مسئول المسئول مسؤولين المسؤولون مسؤولا مسؤولة للمسؤولين",
      "شؤون الشؤون شئون الشئون شؤونها شئونهم للشؤون بشؤون",
      "طوارئ طواريء الطوارئ الطواريء للطوارئ",
      "هيئة هيأة الهيئة الهيأة هيئات هيئته للهيئة",
      "مستشفى المستشفى مستشفيات مستشفاها بالمستشفى للمستشفيات مستشفياتها",
      "لجنة اللجنة للجنة لجان اللجان لجنتين بلجنة واللجنة",
      "موظف الموظف موظفا موظفة موظفين الموظفون موظفيها موظفوه للموظفين",
      "زيارة الزيارة زيارته زيارتها زيارات زيارتين بزيارة لزيارة للزيارة",
      "قال قالت قالوا وقال فقال وقالت",
      "أكد أكدت أكدوا وأكد وأكدت فأكد",
      "يقوم سيقوم وسيقوم يقومون ويقوم",
      "سعودي السعودي سعودية السعودية سعوديون السعوديين سعوديات للسعوديين والسعودية",
      "فرنسي الفرنسي الفرنسية الفرنسيون فرنسيين للفرنسيين بالفرنسية",
      "ملك الملك ملوك الملوك للملك بالملك ملكا ملكنا",
      "منطقة المنطقة مناطق المناطق منطقتين بالمنطقة للمناطق منطقته",
      "طفل الطفل أطفال الأطفال طفلة طفلين أطفالها للأطفال بالأطفال",
      "عضو الأعضاء أعضاء العضو أعضائها أعضاؤها أعضاءه لأعضاء",
      "برنامج البرنامج برامج البرامج برنامجا برنامجها ببرنامج لبرنامج للبرامج",
      "قانون القانون قوانين القوانين قوانينها بالقانون للقانون",
      "التزام الالتزام التزامات بالتزام بالتزامات التزامها والتزام التزاما",
      "بيان البيان بيانا بيانات ببيان لبيان بيانه بالبيان للبيان وبيان",
      "كتاب الكتاب كتب الكتب كتابا كتابه بكتاب للكتاب",
      "وفد الوفد وفود الوفود وفدا بوفد للوفد والوفد وفدها",
      "الله والله بالله لله فالله",
      "ابن أبناء أبنائها أبناؤه لأبناء الأبناء",
      "مبنى المبنى مباني المباني مبناها بالمبنى للمبنى",
      "قوي القوي قوية القوية بقوية",
      "خاص الخاص خاصة الخاصة للخاصة",
      "نجم النجم نجوم النجوم نجومها",
      "صغير الصغير صغيرة صغار الصغار",
      "عنصر العنصر عناصر العناصر بعناصرها",
      "المرأة للمرأة نساء النساء امرأة لامرأة",
      "سيئول سيؤول",
  };
  std::size_t pairs = 0;
  for (const std::string& group : groups) {
    const std::vector<std::string> words = words_of(group);
    for (const std::string& word : words) {
      INFO(words.front() << " and " << word);
      CHECK(meet(words.front(), word));
      CHECK(meet(word, words.front()));
      ++pairs;
    }
  }
  CHECK(pairs > 300);
}

TEST_CASE("words that only look alike keep apart", "[text][words]") {
  const std::string rows[] = {
      "مدير مدينة",   "مدير مدينته",    "وزير زير",         "وزير زيارة",      "وزير وزارة",
      "وزراء وزارة",  "فرنسا رنسا",     "بوتين وتين",       "بشار شار",        "فيصل يصل",
      "وليد ليد",     "وليد والد",      "بلد لد",           "بحر حر",          "كتاب تاب",
      "كلام لام",     "وفد فد",         "وقف قف",           "لقاء قاء",        "لجنة جنة",
      "بيان يان",     "وطن طن",         "فريق ريق",         "كمال مال",        "لسان سان",
      "بعثة عثة",     "بنات نات",       "سلمان سلم",        "رمضان رمض",       "عثمان عثم",
      "عمران عمر",    "شعبان شعب",      "سلطان سلط",        "مليون ملي",       "زيتون زيت",
      "تأمين تأم",    "تمرين تمر",      "تعيين تعي",        "عدنان عدن",       "حمدان حمد",
      "سودان سود",    "لبنان لبن",      "إنسان أنس",        "طيران طير",       "شرطة شرط",
      "شركة شرك",     "مدرسة مدرس",     "مكتبة مكتب",       "جامعة جامع",      "منطقة منطق",
      "محافظة محافظ", "قاعدة قاعد",     "طائرة طائر",       "حكمة حكم",        "دعوة دعو",
      "ثورة ثور",     "قرية قري",       "قضية قضي",         "سلام سلاح",       "سلاح صلاح",
      "حرب حزب",      "جيش عيش",        "يمن أيمن",         "عمان عمانوئيل",   "مصر قصر",
      "إيران إيراد",  "تركيا ترك",      "المانيا مانيا",    "ألمانيا الأماني", "التزام تزام",
      "إلغاء غاء",    "ألوان وان",      "إلكتروني كتروني",  "سياسة ياسة",      "سيارات يارات",
      "سنوات نوات",   "سيطرة يطرة",     "صوت صو",           "بيت بي",          "وقت وق",
      "حكومة حاكم",   "سفير سفر",       "سفارة سفير",       "رئيس رأس",        "عالم علم",
      "عامل عمل",     "كاتب كتاب",      "طالب طلب",         "مقتل مقاتل",      "دخل دخول",
      "ماء ما",       "أمير امرأة",     "الموافقة الموافق", "عرفات عرف",       "واس أس",
      "حجاج حاجات",   "الطريق الطريقة", "الكلية الكلي",     "قائمة قائم",      "فهم ألف",
      "الآن أن",      "وراءه راء",      "بينما ينم",        "فورا ورا",
  };
  for (const std::string& row : rows) {
    const std::vector<std::string> words = words_of(row);
    REQUIRE(words.size() == 2);
    INFO(row);
    CHECK_FALSE(meet(words[0], words[1]));
    CHECK_FALSE(meet(words[1], words[0]));
  }
}

TEST_CASE("every country's Arabic name is found behind every clitic", "[text][words]") {
  std::set<std::string> names;
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    icu::UnicodeString shown;
    icu::Locale("", *code).getDisplayCountry(icu::Locale("ar"), shown);
    std::string name;
    shown.toUTF8String(name);
    // «جزر القمر»: each word of it, for each may have the clitic.
    for (std::string& word : words_of(name)) {
      if (word.size() > 4) names.insert(std::move(word));
    }
  }
  REQUIRE(names.size() > 200);
  for (const std::string& name : names) {
    // «للولايات المتحدة» has its clitic already; «لسان» is a tongue before it is «to San …».
    if (name.starts_with("لل") || name == "سان") continue;
    for (const std::string& form : behind_clitics(name)) {
      INFO(name << " and " << form);
      CHECK(meet(name, form));
    }
  }
}

TEST_CASE("given names and family names are found behind every clitic", "[text][words]") {
  const std::vector<std::string> names = words_of(
      "محمد أحمد علي حسن حسين خالد فهد فيصل سلمان سلطان سعود عزيز نايف تركي بندر بدر "
      "وليد ياسر ياسين يوسف يحيى إبراهيم إسماعيل عثمان عمر عمران عدنان حمد حمدان زايد راشد خليفة "
      "طلال ماجد مشعل منصور متعب مقرن نواف نوف نورة هند هيا لطيفة ليلى لؤي لبنى بشار بسام باسم "
      "بلال كمال كريم كامل فؤاد فادي فارس فاروق فاطمة فريد فوزي وائل وسام وفاء وديع سامي سالم سمير "
      "سليمان سعيد سعد سعاد صالح صلاح طارق رمضان شعبان شاهين مروان غسان قحطان جهان رضا زكريا موسى "
      "عيسى مصطفى مرتضى حكمت رفعت طلعت مدحت عزت بوتين أوباما كيري كاميرون ميركل أردوغان لافروف "
      "القحطاني الغامدي الحربي العتيبي الشهري الزهراني الدوسري المطيري الشمري العنزي البلوي "
      "الكعبي الفيصل السديري الجبير الخليفة الصباح المكتوم النعيمي بلخير كنعان فرحان");
  REQUIRE(names.size() > 100);
  for (const std::string& name : names) {
    for (const std::string& form : behind_clitics(name)) {
      INFO(name << " and " << form);
      CHECK(meet(name, form));
    }
  }
}

TEST_CASE("a form is its own stem, and stems are bounded", "[text][words]") {
  check_property("stems of any folded text", [] {
    const std::string form = text::fold(*rc::gen::oneOf(any_bytes(), arabic_text()));
    const std::vector<std::string> stems = text::strict_stems(form);
    RC_ASSERT(!stems.empty() && stems.size() <= text::kMostStrictStems);
    RC_ASSERT(stems.front() == text::without_hamza_seats(form));
    for (const std::string& stem : stems) {
      RC_ASSERT(!utf8::find_ill_formed(stem));
      RC_ASSERT(stem.size() <= form.size() + 8);
      for (const std::string& listed : text::possible_singulars(stem)) {
        RC_ASSERT(!utf8::find_ill_formed(listed));
      }
    }
  });
  for (const char* mixed : {"a\u0621\u0621b", "a\u0621\u0621\u0627b", "\u4E00\u0627\u0621"}) {
    for (const std::string& listed : text::possible_singulars(mixed)) {
      CHECK_FALSE(utf8::find_ill_formed(listed));
    }
  }
  std::string long_word;
  for (int i = 0; i < 10'000; ++i) long_word += "ب";
  CHECK(text::strict_stems(long_word).size() <= text::kMostStrictStems);
  for (const char* odd : {"", "\u064B", "ء", "وaب", "\xD8", "ab\xD9\x88"}) {
    CHECK(text::strict_stems(odd) == std::vector<std::string>{odd});
  }
}

TEST_CASE("a nisba and its noun have one base", "[text][words]") {
  const std::pair<const char*, const char*> rows[] = {
      {"فرنسا", "فرنسي"}, {"بريطانيا", "بريطاني"}, {"مصر", "مصري"}, {"سياسه", "سياسي"}};
  for (const auto& [noun, nisba] : rows) {
    INFO(noun << " and " << nisba);
    const std::vector<text::NisbaBase> of_nisba = text::nisba_bases(nisba);
    REQUIRE(of_nisba.size() == 1);
    CHECK(of_nisba.front().is_nisba);
    CHECK(std::ranges::any_of(text::nisba_bases(noun), [&](const text::NisbaBase& base) {
      return !base.is_nisba && base.base == of_nisba.front().base;
    }));
  }
}
