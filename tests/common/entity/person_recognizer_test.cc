#include "common/entity/person_recognizer.h"

#include "common/entity/extractor.h"
#include "common/entity/gazetteer.h"
#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

namespace {

std::vector<entity::Person> persons_of(std::string_view body) {
  static const entity::Extractor kExtractor =
      entity::gazetteer_directory().and_then(&entity::Extractor::load).value();
  return kExtractor.extract("", body, {}).persons;
}

/// «name; name».
std::string names_of(std::string_view body) {
  std::string out;
  for (const entity::Person& person : persons_of(body)) {
    out += (out.empty() ? "" : "; ") + person.name;
  }
  return out;
}

/// The post of the only person; a complaint where there is not one.
std::string post_of(std::string_view body) {
  const std::vector<entity::Person> persons = persons_of(body);
  return persons.size() == 1 ? persons.front().position : names_of(body) + " are not one";
}

using Rows = std::vector<std::pair<const char*, const char*>>;

void check(const Rows& rows) {
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(names_of(text) == expected);
  }
}

}  // namespace

TEST_CASE("a name ends before the sentence's words", "[entity][person]") {
  check({
      {"الأمير سامر بن عادل يستقبل الوفد", "سامر بن عادل"},
      {"شخصية سامر بن عادل سيجسدها الممثل", "سامر بن عادل"},
      {"قال إن لاعبه الجديد مروان خضيرة سيغيب شهرا", "مروان خضيرة"},
      {"أسس الملك سامر طيب الله ثراه المدينة", "سامر"},
      {"الشيخ عادل بن سامر القحطاني رحمه الله", "عادل بن سامر القحطاني"},
      {"مدير الجمعية سامر بن عادل الخميس أن الدورة", "سامر بن عادل الخميس"},
      {"استقبل الأمير سامر بن عادل الخميس الماضي", "سامر بن عادل"},
      {"الدكتور سامر بن رجاء الله السلمي أنه", "سامر بن رجاء الله السلمي"},
  });
}

TEST_CASE("formulas, places and qualities are no persons", "[entity][person]") {
  check({
      {"تم ذلك بعد توفيق الله ثم بجهود العاملين", ""},
      {"مراعاة لحسن الجوار", ""},
      {"أن يكون حسن السيرة والسلوك", ""},
      {"وصل إلى خميس مشيط مساء", ""},
      {"حضر أصحاب السمو الأمراء وأصحاب الفضيلة القضاة", ""},
      {"تنشر سماحة الإسلام في العالم", ""},
      {"أكد الحاجة الماسة لوجوده", ""},
      {"صرح المتحدث باسم المفوضية أن", ""},
      {"بلغ من عمر يناهز الستين", ""},
  });
}

TEST_CASE("foreign names stand behind nationalities and first names", "[entity][person]") {
  check({
      {"سجله الكرواتي سلافن ميليتوفيتش في الدقيقة", "سلافن ميليتوفيتش"},
      {"مقتل الشاب مايكل براون برصاص", "مايكل براون"},
      {"وأشاد إدوارد ساكاشفيلي المدعوم من موسكو", "إدوارد ساكاشفيلي"},
      {"كتاب لأبي الطيب القحطاني", "أبي الطيب القحطاني"},
      {"زعيم التنظيم أبو سنان النجدي أمس", "أبو سنان النجدي"},
  });
}

TEST_CASE("a surname behind a verb of saying is its man's, or a man of its own",
          "[entity][person]") {
  check({
      {"افتتح المدير سامر القحطاني المركز. وأضاف القحطاني أن العمل مستمر", "سامر القحطاني"},
      {"حضر المعرض جمع كبير. وقال القحطاني: إن العمل مستمر", "القحطاني"},
      {"وأضاف البيان أن العمل مستمر", ""},
      {"افتتح المركز الدكتور سامر التركي. وبين الدكتور التركي أن العمل مستمر", "سامر التركي"},
  });
}

TEST_CASE("a post ends where the sentence goes on", "[entity][person]") {
  const Rows rows = {
      {"استقبل الأمير سامر بن عادل أمير منطقة الرياض في مكتب سموه الوفد", "أمير منطقة الرياض"},
      {"زيارة سامر بن عادل وزير الدفاع للأردن", "وزير الدفاع"},
      {"هنأ سامر بن عادل أمير الدولة بالعيد الوطني", "أمير الدولة"},
      {"قالت الشرطة إنه حكم على سامر القحطاني بالسجن", ""},
      {"بحث ذلك مع نظيره الفرنسي سامر القحطاني أمس", ""},
      {"الرئيس هادي يعين سامر القحطاني", ""},
      {"قتله سامر القحطاني أمام أطفاله", ""},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(post_of(text) == expected);
  }
}

TEST_CASE("a post is whole", "[entity][person]") {
  const Rows rows = {
      {"قال سامر القحطاني المتحدث الرسمي باسم وزارة الصحة أمس", "المتحدث الرسمي باسم وزارة الصحة"},
      {"اعتمد سامر القحطاني وزير الشؤون البلدية والقروية نزع الملكيات",
       "وزير الشؤون البلدية والقروية"},
      {"يرافقه نائب الرئيس سامر القحطاني ،", "نائب الرئيس"},
      {"أكد مدير الفريق سامر القحطاني أن", "مدير الفريق"},
      {"رأس الاجتماع رئيس وفد البريد السعودي سامر القحطاني ،", "رئيس وفد البريد السعودي"},
      {"حذر إمام وخطيب المسجد الحرام الشيخ سامر القحطاني من ذلك", "إمام وخطيب المسجد الحرام"},
      {"أوضح رئيس اللجنة الإعلامية سامر القحطاني أن", "رئيس اللجنة الإعلامية"},
      {"منهم مدير المدارس سابقاً سامر القحطاني .", "مدير المدارس سابقاً"},
      {"قال قائد فرقة \"مواهب وأفكار\" سامر القحطاني إن", "قائد فرقة \"مواهب وأفكار\""},
      {"قال رئيس غرفة تجارة وصناعة الدمام سامر القحطاني إن", "رئيس غرفة تجارة وصناعة الدمام"},
      {"قال سامر القحطاني القائم بأعمال رئيس النادي إن", "القائم بأعمال رئيس النادي"},
      {"شعر للشاعر سامر القحطاني .", "الشاعر"},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(post_of(text) == expected);
  }
}
