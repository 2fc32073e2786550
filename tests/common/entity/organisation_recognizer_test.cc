#include "common/entity/organisation_recognizer.h"

#include "common/entity/extractor.h"
#include "common/entity/gazetteer.h"
#include "tests/common/entity/extracted.h"
#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

namespace {

std::vector<entity::Organisation> bodies_in(std::string_view body, std::string_view issuer = "") {
  return extractor().extract("", body, {.issuer = issuer, .publication_date = ""}).organisations;
}

/// «name@FR; name».
std::string names_of(std::string_view body, std::string_view issuer = "") {
  std::string out;
  for (const entity::Organisation& found : bodies_in(body, issuer)) {
    const std::size_t at = found.key.find('@');
    out += (out.empty() ? "" : "; ") + found.name;
    if (at != std::string::npos) out += found.key.substr(at);
  }
  return out;
}

struct Row {
  const char* text;
  const char* expected;
};

}  // namespace

TEST_CASE("bodies are found by head and construct", "[entity][organisation]") {
  const Row rows[] = {
      {"أعلنت وزارة الداخلية أن", "وزارة الداخلية"},
      {"وبوزارة التربية والتعليم أمس", "وزارة التربية والتعليم"},
      {"لوزارة الشؤون الإسلامية والأوقاف والدعوة في", "وزارة الشؤون الإسلامية والأوقاف والدعوة"},
      {"بين وزارة الصحة ووزارة العمل", "وزارة الصحة; وزارة العمل"},
      {"نظمت وزارة الصحة والجهات المعنية", "وزارة الصحة"},
      {"وزارة شؤون مجلسي النواب والشورى قالت", "وزارة شؤون مجلسي النواب والشورى"},
      {"تابعت هيئة تنظيم سوق النقل من", "هيئة تنظيم سوق النقل"},
      {"هيئة الاتصالات وتقنية المعلومات عن", "هيئة الاتصالات وتقنية المعلومات"},
      {"الهيئة العامة للسياحة والآثار في", "الهيئة العامة للسياحة والآثار"},
      {"الهيئة العامة للسياحة الهيئة العامة للإحصاء في",
       "الهيئة العامة للسياحة; الهيئة العامة للإحصاء"},
      {"المؤسسة العامة لتحلية المياه النقية أن", "المؤسسة العامة لتحلية المياه النقية"},
      {"المجلس الأعلى للطفولة في", "المجلس الأعلى للطفولة"},
      {"اللجنة الوطنية لمكافحة المخدرات في", "اللجنة الوطنية لمكافحة المخدرات"},
      {"للمديرية العامة للدفاع المدني من", "المديرية العامة للدفاع المدني"},
      {"جامعة الملك طلال في أبها", "جامعة الملك طلال"},
      {"جامعة الإمام سالم بن سعود الإسلامية أن", "جامعة الإمام سالم بن سعود الإسلامية"},
      {"جامعة الأميرة نورة بنت عبد الرحمن في", "جامعة الأميرة نورة بنت عبد الرحمن"},
      {"مدينة الملك طلال للعلوم والتقنية عن", "مدينة الملك طلال للعلوم والتقنية"},
      {"مستشفى الملك فيصل التخصصي ، ثم", "مستشفى الملك فيصل التخصصي"},
      {"جامعة هارفارد في", "جامعة هارفارد"},
      {"وقعت شركة «نسيم للطيران» مع", "شركة نسيم للطيران"},
      {"شركة المياه الوطنية أن", "شركة المياه الوطنية"},
      {"الشركة السعودية للكهرباء في", "الشركة السعودية للكهرباء"},
      {"الاتحاد السعودي لكرة القدم عن", "الاتحاد السعودي لكرة القدم"},
      {"حزب العدالة والتنمية في", "حزب العدالة والتنمية"},
      {"غرفة تجارة وصناعة بغداد من", "غرفة تجارة وصناعة بغداد"},
      {"بلدية محافظة القنفذة عن", "بلدية محافظة القنفذة"},
      {"شرطة بغداد في", "شرطة بغداد"},
      {"رئيس مجلس إدارة شركة المياه الوطنية في", "شركة المياه الوطنية"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(names_of(row.text) == row.expected);
  }
}

TEST_CASE("a name goes on to the whole body that it belongs to", "[entity][organisation]") {
  const Row rows[] = {
      {"أعلنت الأمانة العامة لمجلس الوزراء أن", "الأمانة العامة لمجلس الوزراء"},
      {"زار القيادة العامة لشرطة بغداد أمس", "القيادة العامة لشرطة بغداد"},
      {"بالقيادة العامة للقوات المسلحة المصرية في", "القيادة العامة للقوات المسلحة المصرية@EG"},
      {"المجلس الاقتصادي والاجتماعي لجامعة الدول العربية في",
       "المجلس الاقتصادي والاجتماعي لجامعة الدول العربية"},
      {"الهيئة الملكية لمدينة جدة عن", "الهيئة الملكية لمدينة جدة"},
      {"الحزب الجمهوري للبيت الأبيض", "البيت الأبيض@US"},
      {"القوات الهندية والباكستانية في", "القوات الهندية@IN"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(names_of(row.text) == row.expected);
  }
}

TEST_CASE("bodies within one another without end are no matter", "[entity][organisation]") {
  std::string text = "أعلنت الأمانة العامة";
  for (int i = 0; i < 100'000; ++i) text += " للأمانة العامة";
  CHECK(bodies_in(text).empty());
}

TEST_CASE("bodies of places, courts and founders", "[entity][organisation]") {
  const Row rows[] = {
      {"قالت أمانة منطقة عسير إن", "أمانة منطقة عسير"},
      {"إمارة منطقة مكة المكرمة في", "إمارة منطقة مكة المكرمة"},
      {"إمارة دبي في", ""},
      {"في مركز محافظة الأنبار بعد", ""},
      {"أمانة منطقة الرياض وصحة البيئة في", "أمانة منطقة الرياض"},
      {"قضت المحكمة التجارية في", "المحكمة التجارية"},
      {"قضت المحكمة المختصة في", ""},
      {"قضت محكمة الاستئناف في", "محكمة الاستئناف"},
      {"في كلية سالم بن راشد العسكرية أمس", "كلية سالم بن راشد العسكرية"},
      {"اجتمع برئاسة السلطان وعضوية الوزراء", ""},
      {"دور جامعة الخرطوم العلمي في", "جامعة الخرطوم"},
      {"جامعة الخرطوم الأهلية في", "جامعة الخرطوم الأهلية"},
      {"الحركة التجارية مع مؤسسة الملك بالمملكة", ""},
      {"رأي لجنة التحكيم في", ""},
      {"انتخب لرئاسة مجلس النواب في", "مجلس النواب"},
      {"رئاسة مجلس الوزراء في", "رئاسة مجلس الوزراء"},
      {"جلسة مجلس الأمة العادية أمس", "مجلس الأمة"},
      {"المكتب الإعلامي لمجلس بغداد للتعليم في", "المكتب الإعلامي لمجلس بغداد للتعليم"},
      {"مركز المعلومات في", ""},
      {"مركز المعلومات والأبحاث السياحية في", "مركز المعلومات والأبحاث السياحية"},
      {"الإدارة العامة للمرور والتنسيق مع", "الإدارة العامة للمرور"},
      {"وزارة العمل والتوطين في", "وزارة العمل والتوطين"},
      {"وزارة البيئة ووقاية المجتمع في", "وزارة البيئة ووقاية المجتمع"},
      {"اللجنة العليا للمشاريع والإرث في", "اللجنة العليا للمشاريع والإرث@QA"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(names_of(row.text) == row.expected);
  }
}

TEST_CASE("a ministry goes by its field before a nisba", "[entity][organisation]") {
  const Row rows[] = {
      {"أعلنت الخارجية الفرنسية أن", "الخارجية الفرنسية@FR"},
      {"المتحدث باسم الداخلية الكويتية في", "الداخلية الكويتية@KW"},
      {"في الخارجية العمانية", "الخارجية العمانية@OM"},
      {"أعلنت الخارجية أن", ""},
      {"قال وزير الخارجية الفرنسي إن", ""},
      {"قالت وزيرة الخارجية الفرنسية إن", ""},
      {"في السياسة الخارجية الفرنسية", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(names_of(row.text) == row.expected);
  }
  CHECK(bodies_in("أعلنت الخارجية الفرنسية").front().key == "وزاره الخارجيه@FR");
  CHECK(bodies_in("أعلنت الخارجية الفرنسية").front().normal == "وزارة الخارجية الفرنسية");
}

TEST_CASE("known bodies of the Gulf states carry their state", "[entity][organisation]") {
  const Row rows[] = {
      {"شركة أدنوك", "شركه بترول ابوظبي الوطنيه@AE"},
      {"أعلنت أدنوك أن", "شركه بترول ابوظبي الوطنيه@AE"},
      {"قطر للطاقة", "قطر للطاقه@QA"},
      {"سلاح الجو السلطاني العماني", "سلاح الجو السلطاني@OM"},
      {"رئيس أركان قوات السلطان المسلحة", "قوات السلطان المسلحه@OM"},
      {"قوة الإطفاء", "قوه الاطفاء العام@KW"},
      {"بوليتكنك البحرين", "بوليتكنك البحرين@BH"},
      {"صندوق الاستثمارات العامة السعودي", "صندوق الاستثمارات العامه@SA"},
      {"هيئة الأمم المتحدة للمرأة", "هييه الامم المتحده للمراه"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const auto found = bodies_in(row.text);
    REQUIRE(found.size() == 1);
    CHECK(found.front().key == row.expected);
  }
}

TEST_CASE("common nouns are no bodies", "[entity][organisation]") {
  const char* const rows[] = {
      "الهيئة",
      "قالت الوزارة إن المجلس وافق",
      "مجموعة كبيرة من الشباب",
      "شركة سعودية متخصصة في البناء",
      "لجنة تضم الوزارات المعنية",
      "مركز المحافظة",
      "مجلس المنطقة في دورته",
      "عضو هيئة التدريس بالكلية",
      "مجلس الإدارة ومجلس الأمناء",
      "الهيئة العامة",
      "إدارة الوقت في المدارس",
      "حركة الطيران في المطار",
      "مدينة الرياض",
      "محافظة جدة",
  };
  for (const char* text : rows) {
    INFO(text);
    CHECK(names_of(text).empty());
  }
}

TEST_CASE("known bodies go by all their names, the longest first", "[entity][organisation]") {
  const std::pair<const char*, const char*> rows[] = {
      {"الأمم المتحدة", "الأمم المتحدة"},
      {"وللأمم المتحدة", "الأمم المتحدة"},
      {"هيئة الأمم المتحدة", "الأمم المتحدة"},
      {"برنامج الأمم المتحدة الإنمائي", "برنامج الأمم المتحدة الإنمائي"},
      {"مجلس الأمن", "مجلس الأمن الدولي"},
      {"مجلس التعاون الخليجي", "مجلس التعاون لدول الخليج العربية"},
      {"دول مجلس التعاون لدول الخليج العربية", "مجلس التعاون لدول الخليج العربية"},
      {"الجامعة العربية", "جامعة الدول العربية"},
      {"اليونسكو", "منظمة الأمم المتحدة للتربية والعلم والثقافة"},
      {"حلف الناتو", "منظمة حلف شمال الأطلسي"},
      {"شركة أرامكو", "أرامكو السعودية"},
  };
  for (const auto& [text, normal] : rows) {
    INFO(text);
    const auto found = bodies_in(text);
    REQUIRE(found.size() == 1);
    CHECK(found.front().normal == normal);
  }
}

TEST_CASE("a body of a state is another's in another state", "[entity][organisation]") {
  const Row rows[] = {
      {"وزارة الداخلية الفرنسية", "وزارة الداخلية الفرنسية@FR"},
      {"وزارة داخلية فرنسا", "وزارة داخلية فرنسا@FR"},
      {"وزارة الداخلية في فرنسا", "وزارة الداخلية@FR"},
      {"وزارة الداخلية بمملكة البحرين", "وزارة الداخلية@BH"},
      {"القوات المسلحة اليمنية", "القوات المسلحة اليمنية@YE"},
      {"الجيش الكوري الجنوبي", "الجيش الكوري الجنوبي@KR"},
      {"سفارة دولة قطر", "سفارة دولة قطر@QA"},
      {"سفارة خادم الحرمين الشريفين في فرنسا", "سفارة خادم الحرمين الشريفين@SA"},
      {"مجلس الوزراء الكويتي", "مجلس الوزراء الكويتي@KW"},
      {"الهيئة العامة للطيران المدني السعودية", "الهيئة العامة للطيران المدني السعودية@SA"},
      {"جامعة الجزائر", "جامعة الجزائر"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(names_of(row.text) == row.expected);
  }
  CHECK(bodies_in("وزارة داخلية فرنسا").front().key == "وزاره الداخليه@FR");
  CHECK(bodies_in("سفارة دولة قطر").front().normal == "السفارة القطرية");
  CHECK(bodies_in("السفارة القطرية").front().key == "السفاره@QA");
  CHECK(bodies_in("وزارة شئون الإعلام البحرينية").front().key ==
        bodies_in("وزارة شؤون الاعلام البحرينيه").front().key);
}

TEST_CASE("a body without a country is of the statement's home", "[entity][organisation][home]") {
  struct HomeRow {
    const char* why;
    const char* issuer;
    const char* body;
    const char* expected;
  };
  const HomeRow rows[] = {
      {"an agency", "was", "أعلنت وزارة الداخلية", "وزارة الداخلية@SA"},
      {"a paper of Bahrain", "alwatannews", "أعلنت وزارة الداخلية بعد لقاء وفد فرنسا",
       "وزارة الداخلية@BH"},
      {"the issuer's name", "وزارة الخارجية القطرية", "أعلنت وزارة الداخلية", "وزارة الداخلية@QA"},
      {"a ruling house", "",
       "استقبل الشيخ سالم بن علي آل خليفة وفدا من فرنسا ثم أعلنت وزارة الداخلية",
       "وزارة الداخلية@BH"},
      {"an ambassador is sent", "", "بحث سفير مملكة البحرين لدى فرنسا في باريس مع وزارة الداخلية",
       "وزارة الداخلية@BH"},
      {"a dateline abroad", "was",
       "بغداد 25 شوال 1436 هـ واس أكد العراق أن العراقيين في بغداد شكروا وزارة الداخلية",
       "وزارة الداخلية@IQ"},
      {"no such body at home", "was", "قال مجلس النواب في لبنان إن", "مجلس النواب@LB"},
      {"a court of an emir", "", "زار السعودية وفد من السعودية وقطر ثم الديوان الأميري",
       "الديوان الأميري@QA"},
      {"departments are the Emirates'", "", "وفد السعودية وفد السعودية والإمارات ودائرة الثقافة",
       "دائرة الثقافة@AE"},
      {"no cabinet of that name", "", "وفد أمريكا إلى أمريكا والكويت زار مجلس الوزراء",
       "مجلس الوزراء@KW"},
      {"two countries at once", "was", "وزارة الداخلية ووزارة الداخلية الفرنسية",
       "وزارة الداخلية@SA; وزارة الداخلية الفرنسية@FR"},
      {"nothing tells", "", "أعلنت وزارة الداخلية", "وزارة الداخلية"},
  };
  for (const HomeRow& row : rows) {
    INFO(row.why);
    CHECK(names_of(row.body, row.issuer) == row.expected);
  }
}

TEST_CASE("later mentions join, short ones too", "[entity][organisation]") {
  const auto found = bodies_in(
      "أعلنت الهيئة العامة للإحصاء نتائجها ، وقالت الهيئة إن الأرقام ، وشكر للهيئة العامة للإحصاء "
      "، "
      "وأكدت الوزارة ذلك");
  REQUIRE(found.size() == 1);
  CHECK(found.front().mentions.size() == 3);
  const auto two = bodies_in("وزارة الصحة ووزارة العمل ثم قالت الوزارة");
  REQUIRE(two.size() == 2);
  CHECK(two[0].mentions.size() == 1);
  CHECK(two[1].mentions.size() == 1);
}

TEST_CASE("a short mention with an adjective is of a name that goes on so",
          "[entity][organisation]") {
  const auto mentions_of = [](std::string_view body) {
    std::string out;
    for (const entity::Organisation& found : bodies_in(body)) {
      for (const entity::Mention& at : found.mentions) {
        out += (out.empty() ? "" : "; ") + std::string(body.substr(at.begin, at.end - at.begin));
      }
    }
    return out;
  };
  const Row rows[] = {
      {"أعلن المجلس الأعلى للطفولة ومجلس الوزراء أن المجلس الأعلى يجتمع",
       "المجلس الأعلى للطفولة; المجلس الأعلى; مجلس الوزراء"},
      {"قال مجلس النواب إن المجلس البلدي وافق", "مجلس النواب"},
      {"أعلنت جامعة بغداد على موقع الجامعة الإلكتروني", "جامعة بغداد; الجامعة"},
      {"أعلنت جامعة بغداد ثم قالت الجامعة", "جامعة بغداد; الجامعة"},
      {"أعلن الجيش السوري أن الجيش الحر هاجم", "الجيش السوري"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(mentions_of(row.text) == row.expected);
  }
}

TEST_CASE("names are cleaned; mentions lie where they stand", "[entity][organisation]") {
  const std::string text =
      "شكر لل\u0640وزارة\nثم و\u064Eوِزَارَة\u0650  الداخلي\u0640\u0640ة الفرنسية";
  const auto found = bodies_in(text);
  REQUIRE(found.size() == 1);
  CHECK(found.front().name == "وزارة الداخلية الفرنسية");
  const entity::Mention& mention = found.front().mentions.front();
  CHECK(text.substr(mention.begin, mention.end - mention.begin).starts_with("و"));
  check_property("mentions are within the text", [] {
    const std::string body = utf8::repair(*rc::gen::oneOf(any_bytes(), arabic_text())).text;
    for (const entity::Organisation& organisation :
         extractor().extract(body, body, {}).organisations) {
      RC_ASSERT(!organisation.key.empty());
      for (const entity::Mention& found_at : organisation.mentions) {
        RC_ASSERT(found_at.begin < found_at.end);
        RC_ASSERT(found_at.end <= body.size());
      }
    }
  });
}
