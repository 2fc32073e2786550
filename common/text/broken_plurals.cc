#include "common/text/broken_plurals.h"

#include <algorithm>
#include <array>

#include "common/text/fold.h"
#include "common/text/strict_stems.h"

// The patterns that mislead are left to the table: «أفعال» is also a masdar (إرسال), «فعول» too
// (دخول), «فعال» and «فُعّال» are anything (كاتب, كتاب). The others are told by their shape:
//
//   «مشاريع» = م ش ا ر ي ع : the third letter an alef, the fifth a yeh  ->  «مشروع», «مشراع»
namespace bayan::text {
namespace {

struct Row {
  std::string_view singular;
  std::string_view plurals;  ///< separated by spaces
};

/// Nouns of the genre. Spelt as they fold.
constexpr auto kRows = std::to_array<Row>({
    {"وزير", "وزراء"},      {"سفير", "سفراء"},     {"رييس", "روساء"},        {"مدير", "مدراء"},
    {"امير", "امراء"},      {"امين", "امناء"},     {"زعيم", "زعماء"},        {"خبير", "خبراء"},
    {"عالم", "علماء"},      {"شاعر", "شعراء"},     {"وكيل", "وكلاء"},        {"عميد", "عمداء"},
    {"شريك", "شركاء"},      {"عميل", "عملاء"},     {"زميل", "زملاء"},        {"شهيد", "شهداء"},
    {"فقير", "فقراء"},      {"خليفه", "خلفاء"},    {"مدينه", "مدن"},         {"شارع", "شوارع"},
    {"مشروع", "مشاريع"},    {"خبر", "اخبار"},      {"دوله", "دول"},          {"مجلس", "مجالس"},
    {"ملك", "ملوك"},        {"شيخ", "شيوخ مشايخ"}, {"وفد", "وفود"},          {"بنك", "بنوك"},
    {"حرب", "حروب"},        {"قسم", "اقسام"},      {"عضو", "اعضاء"},         {"طرف", "اطراف"},
    {"حزب", "احزاب"},       {"طفل", "اطفال"},      {"عمل", "اعمال"},         {"يوم", "ايام"},
    {"شهر", "اشهر شهور"},   {"سنه", "سنوات سنين"}, {"عام", "اعوام"},         {"سوق", "اسواق"},
    {"فرد", "افراد"},       {"رقم", "ارقام"},      {"لون", "الوان"},         {"نوع", "انواع"},
    {"شكل", "اشكال"},       {"هدف", "اهداف"},      {"حدث", "احداث"},         {"سبب", "اسباب"},
    {"حكم", "احكام"},       {"حال", "احوال"},      {"وضع", "اوضاع"},         {"وقت", "اوقات"},
    {"ولد", "اولاد"},       {"ابن", "ابناء"},      {"اب", "اباء"},           {"اخ", "اخوه اخوان"},
    {"نبا", "انباء"},       {"سعر", "اسعار"},      {"سجن", "سجون"},          {"صحفي", "صحافيين"},
    {"صحيفه", "صحف"},       {"كتاب", "كتب"},       {"طالب", "طلاب طلبه"},    {"طريق", "طرق"},
    {"طريقه", "طرق"},       {"منزل", "منازل"},     {"بيت", "بيوت"},          {"قلب", "قلوب"},
    {"حق", "حقوق"},         {"حد", "حدود"},        {"جندي", "جنود"},         {"ضيف", "ضيوف"},
    {"شعب", "شعوب"},        {"قرن", "قرون"},       {"فصل", "فصول"},          {"عقد", "عقود"},
    {"دين", "ديون اديان"},  {"ديوان", "دواوين"},   {"خط", "خطوط"},           {"ظرف", "ظروف"},
    {"فرع", "فروع"},        {"فن", "فنون"},        {"صف", "صفوف"},           {"نص", "نصوص"},
    {"جهد", "جهود"},        {"وعد", "وعود"},       {"رد", "ردود"},           {"رجل", "رجال"},
    {"جبل", "جبال"},        {"كبير", "كبار"},      {"عامل", "عمال"},         {"حاكم", "حكام"},
    {"تاجر", "تجار"},       {"ساكن", "سكان"},      {"زاير", "زوار"},         {"نايب", "نواب"},
    {"قايد", "قاده قواد"},  {"سيد", "ساده"},       {"قاضي", "قضاه"},         {"جار", "جيران"},
    {"حاج", "حجاج"},        {"راكب", "ركاب"},      {"مال", "اموال"},         {"فكره", "افكار"},
    {"خطا", "اخطاء"},       {"جزء", "اجزاء"},      {"شيء", "اشياء"},         {"راي", "اراء"},
    {"اثر", "اثار"},        {"امر", "اوامر امور"}, {"ازمه", "ازمات"},        {"خطه", "خطط"},
    {"فتره", "فترات"},      {"قصه", "قصص"},        {"حصه", "حصص"},           {"غرفه", "غرف"},
    {"فرصه", "فرص"},        {"قمه", "قمم"},        {"كتله", "كتل"},          {"جمله", "جمل"},
    {"منطقه", "مناطق"},     {"مدرسه", "مدارس"},    {"محكمه", "محاكم"},       {"مكتب", "مكاتب"},
    {"مكتبه", "مكاتب"},     {"مركز", "مراكز"},     {"مصنع", "مصانع"},        {"مسجد", "مساجد"},
    {"ملعب", "ملاعب"},      {"مطار", "مطارات"},    {"متحف", "متاحف"},        {"معهد", "معاهد"},
    {"موقع", "مواقع"},      {"موقف", "مواقف"},     {"مصدر", "مصادر"},        {"مورد", "موارد"},
    {"مبلغ", "مبالغ"},      {"مبدا", "مبادي"},     {"مادبه", "مادب"},        {"ماده", "مواد"},
    {"قاعده", "قواعد"},     {"قوه", "قوي قوات"},   {"مواطن", "مواطنين"},     {"بند", "بنود"},
    {"لجنه", "لجان"},       {"ارض", "اراضي"},      {"ليله", "ليالي"},        {"اهل", "اهالي"},
    {"نتيجه", "نتايج"},     {"قضيه", "قضايا"},     {"هديه", "هدايا"},        {"ضحيه", "ضحايا"},
    {"منطاد", "مناطيد"},    {"مبني", "مباني"},     {"نادي", "انديه"},        {"واد", "اوديه"},
    {"وادي", "اوديه"},      {"دواء", "ادويه"},     {"غذاء", "اغذيه"},        {"سلاح", "اسلحه"},
    {"نظام", "انظمه نظم"},  {"سياره", "سيارات"},   {"سفينه", "سفن"},         {"جزيره", "جزر"},
    {"حي", "احياء"},        {"عدو", "اعداء"},      {"صديق", "اصدقاء"},       {"طبيب", "اطباء"},
    {"قوي", "اقوياء"},      {"نبي", "انبياء"},     {"قريب", "اقارب اقرباء"}, {"اجنبي", "اجانب"},
    {"عربي", "عرب"},        {"برنامج", "برامج"},   {"ميناء", "مواني"},       {"شاطي", "شواطي"},
    {"ناحيه", "نواحي"},     {"ضابط", "ضباط"},      {"لواء", "الويه"},        {"فريق", "فرق"},
    {"عمود", "اعمده"},      {"رساله", "رسايل"},    {"علاقه", "علايق"},       {"امراه", "نساء"},
    {"اسم", "اسماء"},       {"بلد", "بلدان بلاد"}, {"وسط", "اوساط"},         {"مرض", "امراض"},
    {"مريض", "مرضي"},       {"قتيل", "قتلي"},      {"جريح", "جرحي"},         {"اسير", "اسري"},
    {"ضوء", "اضواء"},       {"دور", "ادوار"},      {"فوج", "افواج"},         {"طاقم", "طواقم"},
    {"مهمه", "مهام"},       {"مساحه", "مساحات"},   {"جايزه", "جوايز"},       {"عاصمه", "عواصم"},
    {"سلطان", "سلاطين"},    {"قانون", "قوانين"},   {"نجم", "نجوم"},          {"صغير", "صغار"},
    {"جامع", "جوامع"},      {"ميزان", "موازين"},   {"عنصر", "عناصر"},        {"فندق", "فنادق"},
    {"قنبله", "قنابل"},     {"تجربه", "تجارب"},    {"جدول", "جداول"},        {"خندق", "خنادق"},
    {"كوكب", "كواكب"},      {"مكان", "اماكن"},     {"درهم", "دراهم"},        {"سلسله", "سلاسل"},
    {"بحث", "بحوث ابحاث"},  {"درس", "دروس"},       {"شرط", "شروط"},          {"قرض", "قروض"},
    {"برج", "ابراج"},       {"جسر", "جسور"},       {"سد", "سدود"},           {"نهر", "انهار"},
    {"سهم", "اسهم"},        {"ربح", "ارباح"},      {"جسم", "اجسام"},         {"علم", "علوم"},
    {"فيلم", "افلام"},      {"صوره", "صور"},       {"صوت", "اصوات"},         {"شاب", "شباب"},
    {"حارس", "حراس"},       {"لقب", "القاب"},      {"نقطه", "نقاط"},         {"نسخه", "نسخ"},
    {"قطعه", "قطع"},        {"عمر", "اعمار"},      {"حلم", "احلام"},         {"خطر", "اخطار مخاطر"},
    {"ضرر", "اضرار"},       {"جيش", "جيوش"},       {"قبر", "قبور"},          {"سر", "اسرار"},
    {"حجر", "احجار"},       {"شجره", "اشجار"},     {"زهره", "زهور"},         {"خيمه", "خيام"},
    {"جيل", "اجيال"},       {"حقل", "حقول"},       {"باب", "ابواب"},         {"انبوب", "انابيب"},
    {"ميثاق", "مواثيق"},    {"موعد", "مواعيد"},    {"شاهد", "شهود"},         {"حاجز", "حواجز"},
    {"مراه", "نساء امراه"}, {"كيس", "اكياس"},      {"قمر", "اقمار"},         {"راس", "رووس"},
    {"بطل", "ابطال"},       {"عيد", "اعياد"},      {"جهاز", "اجهزه"},        {"نشاط", "انشطه"},
    {"سوال", "اسيله"},      {"دليل", "ادله"},      {"مرحله", "مراحل"},       {"منبر", "منابر"},
    {"حجم", "احجام"},       {"وزن", "اوزان"},      {"نسل", "انسال"},         {"شيطان", "شياطين"},
    {"مصلحه", "مصالح"},     {"عايله", "عوايل"},    {"مشكله", "مشاكل"},       {"حريق", "حرايق"},
    {"سلعه", "سلع"},        {"تهمه", "تهم"},       {"قوس", "اقواس"},         {"رمز", "رموز"},
    {"لص", "لصوص"},         {"كنز", "كنوز"},       {"ضلع", "اضلاع"},
});

struct Pair {
  std::string plural;
  std::string singular;
};

const std::vector<Pair>& pairs_by_plural() {
  static const std::vector<Pair> kPairs = [] {
    std::vector<Pair> pairs;
    for (const Row& row : kRows) {
      for (std::size_t at = 0; at < row.plurals.size();) {
        const std::size_t end = std::min(row.plurals.find(' ', at), row.plurals.size());
        pairs.push_back({without_hamza_seats(row.plurals.substr(at, end - at)),
                         without_hamza_seats(row.singular)});
        at = end + 1;
      }
    }
    std::ranges::sort(pairs, {}, &Pair::plural);
    return pairs;
  }();
  return kPairs;
}

/// Letter `i` of a word.
std::string_view letter(std::string_view word, std::size_t i) {
  return word.substr(i * kLetterBytes, kLetterBytes);
}

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (const std::string_view part : parts) out += part;
  return out;
}

constexpr std::string_view kFeminine = "ه";

/// Whether a letter may be an ending instead of a root's last one: «مجاله» is none of «مجله».
bool may_be_ending(std::string_view letter) { return letter == "ه" || letter == "ا"; }

/// Plurals of six letters, «C C ا C ي C»: مشاريع, قوانين, تقارير.
void six_letters(std::string_view p, std::vector<std::string>& out) {
  if (letter(p, 2) != "ا" || letter(p, 4) != "ي" || may_be_ending(letter(p, 5))) return;
  for (const std::string_view vowel : {"و", "ا", "ي"}) {
    out.push_back(joined({letter(p, 0), letter(p, 1), letter(p, 3), vowel, letter(p, 5)}));
    if (letter(p, 1) == "و" || letter(p, 1) == "ي") {
      out.push_back(joined({letter(p, 0), "ا", letter(p, 3), vowel, letter(p, 5)}));
    }
  }
}

/// Plurals of five letters: «م C ا C C», «C و ا C C», «C C ا ي C», «ا C C C ه».
void five_letters(std::string_view p, std::vector<std::string>& out) {
  if (letter(p, 2) == "ا" && !may_be_ending(letter(p, 4))) {
    if (letter(p, 0) == "م") {
      const std::string singular = joined({letter(p, 0), letter(p, 1), letter(p, 3), letter(p, 4)});
      out.push_back(singular);
      out.push_back(singular + std::string(kFeminine));
    }
    if (letter(p, 1) == "و") {
      const std::string singular = joined({letter(p, 0), "ا", letter(p, 3), letter(p, 4)});
      out.push_back(singular);
      out.push_back(singular + std::string(kFeminine));
    }
    // «رسايل»; «ادايي» is a nisba.
    if (letter(p, 3) == "ي" && letter(p, 4) != "ي") {
      for (const std::string_view vowel : {"ي", "ا", "و"}) {
        out.push_back(joined({letter(p, 0), letter(p, 1), vowel, letter(p, 4), kFeminine}));
      }
    }
  }
  // «ادويه»; «اداره» and its like are verbal nouns.
  if (letter(p, 0) == "ا" && letter(p, 2) != "ا" && letter(p, 4) == kFeminine) {
    for (const std::string_view vowel : {"ا", "ي"}) {
      out.push_back(joined({letter(p, 1), letter(p, 2), vowel, letter(p, 3)}));
    }
  }
  // «اصدقا(ء)» and their like: ا C C C ا.
  if (letter(p, 0) == "ا" && letter(p, 4) == "ا") {
    out.push_back(joined({letter(p, 1), letter(p, 2), "ي", letter(p, 3)}));
  }
}

/// Whether each letter takes two bytes, as Arabic ones do: the patterns count bytes.
bool has_two_byte_letters(std::string_view word) {
  if (word.size() % kLetterBytes != 0) return false;
  for (std::size_t i = 0; i < word.size(); i += kLetterBytes) {
    if ((static_cast<unsigned char>(word[i]) & 0xE0U) != 0xC0U) return false;
  }
  return true;
}

}  // namespace

std::vector<std::string> listed_singulars(std::string_view plural) {
  std::vector<std::string> out;
  const auto found = std::ranges::equal_range(pairs_by_plural(), plural, {}, &Pair::plural);
  for (const Pair& pair : found) out.push_back(pair.singular);
  return out;
}

bool is_listed_singular(std::string_view stem) {
  static const std::vector<std::string> kSingulars = [] {
    std::vector<std::string> singulars;
    for (const Row& row : kRows) singulars.push_back(without_hamza_seats(row.singular));
    std::ranges::sort(singulars);
    return singulars;
  }();
  return std::ranges::binary_search(kSingulars, stem);
}

std::vector<std::string> possible_singulars(std::string_view plural) {
  std::vector<std::string> out;
  if (!has_two_byte_letters(plural)) return out;
  switch (plural.size()) {
    case 4 * kLetterBytes:  // «وزرا(ء)»: C C C ا
      if (letter(plural, 3) == "ا" && letter(plural, 0) != "ا") {
        out.push_back(joined({letter(plural, 0), letter(plural, 1), "ي", letter(plural, 2)}));
      }
      break;
    case 5 * kLetterBytes:
      five_letters(plural, out);
      break;
    case 6 * kLetterBytes:
      six_letters(plural, out);
      break;
    default:
      break;
  }
  return out;
}

}  // namespace bayan::text
