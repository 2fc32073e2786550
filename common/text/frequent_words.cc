#include "common/text/frequent_words.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace bayan::text {
namespace {

/// Folded and sorted by bytes. Words that at least one in fifteen of some 30,000 news articles
/// holds, and the common words of ministries' statements that such articles use less.
constexpr auto kFrequentWords = std::to_array<std::string_view>({
    "اثناء",   "اجل",     "احد",      "احمد",      "اخر",      "اخري",     "اداره",    "اذ",
    "اذا",     "اضافه",   "افضل",     "اكبر",      "اكثر",     "اكد",      "ال",       "الا",
    "الاخري",  "الاخيره", "الاسبوع",  "الاعمال",   "الامارات", "الامر",    "الامن",    "الامير",
    "الان",    "الاول",   "الاولي",   "البحرين",   "البلاد",   "البلدين",  "التعاون",  "التي",
    "الثاني",  "الجديد",  "الجلاله",  "الجمهوريه", "الحالي",   "الحرمين",  "الحكومه",  "الخارجيه",
    "الخاصه",  "الخليج",  "الداخليه", "الدفاع",    "الدكتور",  "الدول",    "الدوله",   "الدولي",
    "الذي",    "الذين",   "الرياض",   "الرييس",    "السابق",   "السعودي",  "السعوديه", "السفير",
    "السمو",   "السيد",   "الشباب",   "الشريفين",  "الشقيقه",  "الشيخ",    "العالم",   "العالميه",
    "العام",   "العامه",  "العربي",   "العربيه",   "العزيز",   "العلاقات", "العمل",    "العهد",
    "الفتره",  "القايد",  "القدم",    "القوات",    "الكويت",   "الله",     "الماضي",   "الماضيه",
    "المتحده", "المجتمع", "المدينه",  "المسلحه",   "المقبل",   "الملك",    "المملكه",  "المنطقه",
    "الوزراء", "الوطن",   "الوطني",   "الوقت",     "الي",      "اليه",     "اليوم",    "اما",
    "امام",    "امس",     "ان",       "انه",       "انها",     "او",       "اول",      "اي",
    "ايام",    "ايضا",    "بالاضافه", "بان",       "بدايه",    "بسبب",     "بشكل",     "بعد",
    "بعض",     "بل",      "بما",      "بمنطقه",    "بن",       "به",       "بها",      "بيان",
    "بين",     "بينما",   "تحت",      "تقديم",     "تكون",     "تلك",      "تم",       "ثلاثه",
    "ثم",      "جانب",    "جديده",    "جميع",      "حاله",     "حاليا",    "حتي",      "حفظه",
    "حمد",     "حول",     "حيث",      "حين",       "خادم",     "خاصه",     "خالد",     "خلال",
    "خليفه",   "داخل",    "دول",      "دوله",      "دون",      "ذات",      "ذلك",      "رييس",
    "سعاده",   "سفير",    "سلمان",    "سمو",       "سنوات",    "شركه",     "شهر",      "صاحب",
    "ضد",      "ضمن",     "طريق",     "عام",       "عاما",     "عبد",      "عبر",      "عدد",
    "عدم",     "عده",     "علي",      "عليه",      "عليها",    "عمل",      "عمليه",    "عن",
    "عند",     "عندما",   "عيسي",     "غير",       "فان",      "فتره",     "فريق",     "فقد",
    "فقط",     "في",      "فيما",     "فيه",       "فيها",     "قال",      "قبل",      "قد",
    "كافه",    "كان",     "كانت",     "كبير",      "كبيره",    "كل",       "كما",      "ل",
    "لا",      "لان",     "لدي",      "لكن",       "لم",       "لما",      "لن",       "له",
    "لها",     "لهم",     "ليس",      "ما",        "مثل",      "مجلس",     "مجموعه",   "محافظه",
    "محمد",    "مختلف",   "مدير",     "مدينه",     "مركز",     "مساء",     "مستوي",    "مشيرا",
    "مع",      "معالي",   "مليون",    "مما",       "من",       "منذ",      "منطقه",    "منها",
    "نايب",    "نحو",     "نفسه",     "نهايه",     "هذا",      "هذه",      "هناك",     "هو",
    "هي",      "واحد",    "واشار",    "واضاف",     "واكد",     "والتي",    "والذي",    "وان",
    "واوضح",   "وبين",    "وجود",     "وذلك",      "وزاره",    "وزير",     "وسط",      "وعلي",
    "وفي",     "وقال",    "وقالت",    "وقت",       "وقد",      "وكان",     "وكانت",    "وكذلك",
    "ولا",     "ولكن",    "ولم",      "ولي",       "وما",      "ومن",      "وهذا",     "وهو",
    "وهي",     "يتم",     "يكون",     "يمكن",      "يوم",
});
static_assert(std::ranges::is_sorted(kFrequentWords));

constexpr std::size_t kSlotCount = 1024;
constexpr std::uint16_t kNone = 0xFFFF;

/// FNV-1a (Fowler, Noll, Vo), to a slot.
constexpr std::size_t slot_of(std::string_view form) {
  std::uint32_t hash = 2166136261U;
  for (const char c : form) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return (hash ^ hash >> 16) % kSlotCount;
}

/// The words' numbers by hash, each at its slot or the next free one: every word of every statement
/// is looked for.
constexpr std::array<std::uint16_t, kSlotCount> make_slots() {
  static_assert(kFrequentWords.size() * 2 < kSlotCount);
  std::array<std::uint16_t, kSlotCount> slots{};
  slots.fill(kNone);
  for (std::size_t i = 0; i < kFrequentWords.size(); ++i) {
    std::size_t slot = slot_of(kFrequentWords[i]);
    while (slots[slot] != kNone) slot = (slot + 1) % kSlotCount;
    slots[slot] = static_cast<std::uint16_t>(i);
  }
  return slots;
}
constexpr std::array<std::uint16_t, kSlotCount> kSlots = make_slots();

}  // namespace

bool is_frequent_word(std::string_view form) {
  for (std::size_t slot = slot_of(form); kSlots[slot] != kNone; slot = (slot + 1) % kSlotCount) {
    if (kFrequentWords[kSlots[slot]] == form) return true;
  }
  return false;
}

}  // namespace bayan::text
