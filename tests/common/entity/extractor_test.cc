#include "common/entity/extractor.h"

#include "common/entity/country_gazetteer.h"
#include "common/entity/date_recognizer.h"
#include "common/entity/gazetteer.h"
#include "common/entity/person_recognizer.h"
#include "tests/common/entity/extracted.h"
#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

namespace {

std::string countries_of(std::string_view body) {
  std::string out;
  for (const entity::Country& country : extractor().extract("", body, {}).countries) {
    out += (out.empty() ? "" : " ") + country.code;
  }
  return out;
}

/// «name=post; name=post».
std::string persons_of(std::string_view body) {
  std::string out;
  for (const entity::Person& person : extractor().extract("", body, {}).persons) {
    out += (out.empty() ? "" : "; ") + person.name + "=" + person.position;
  }
  return out;
}

std::string dates_of(std::string_view body) {
  std::string out;
  for (const entity::DateMention& date : extractor().extract("", body, {}).dates) {
    out += (out.empty() ? "" : " ") + date.first + ".." + date.last;
  }
  return out;
}

}  // namespace

TEST_CASE("countries are found by name, nisba and city", "[entity][country]") {
  const std::pair<const char*, const char*> rows[] = {
      {"زار فرنسا", "FR"},
      {"وفرنسا ولفرنسا وبفرنسا", "FR"},
      {"الخبرات الفرنسية", "FR"},
      {"للجمهورية الفرنسية", "FR"},
      {"الشرطة البريطانيون والخبراء الألمان", "GB DE"},
      {"وصل إلى باريس", "FR"},
      {"كوريا الجنوبية", "KR"},
      {"السفير الكوري الجنوبي", "KR"},
      {"جنوب السودان", "SS"},
      {"غينيا بيساو", "GW"},
      {"روسيا البيضاء", "BY"},
      {"سلطنة عمان", "OM"},
      {"العاصمة الأردنية عمان", "JO"},
      {"وكالة أنباء البحرين", ""},
      {"صلاة المغرب", ""},
      {"أمريكا اللاتينية", ""},
      {"القارة الأمريكية الشمالية", ""},
      {"أيمن وتركيب", ""},
      {"France and Japan", "FR JP"},
      {"طالبا فرنسيا و120 يمنيًا", "FR YE"},
      {"المحكمة العليا الجنوب أفريقية", "ZA"},
      {"الأوروجواي والباراجواي وبنقلاديش والنيبال وزمبابوي", "UY PY BD NP ZW"},
      {"سفير كوريا", "KR"},
      {"أمانة العاصمة المقدسة", "SA"},
      {"العاصمة طرابلس", "LY"},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(countries_of(text) == expected);
  }
}

TEST_CASE("pairs of countries are kept apart", "[entity][country]") {
  const std::pair<const char*, const char*> rows[] = {
      {"غينيا وغينيا بيساو وغينيا الاستوائية وبابوا غينيا الجديدة", "GN GW GQ PG"},
      {"النيجر ونيجيريا", "NE NG"},
      {"الرئيس النيجيري", "NG"},
      {"الكونغو وجمهورية الكونغو الديمقراطية", "CG CD"},
      {"برازافيل وكينشاسا", "CG CD"},
      {"كوريا الشمالية وكوريا الجنوبية", "KP KR"},
      {"السودان وجنوب السودان", "SD SS"},
      {"المدير القطري والمديرة القطرية للبرنامج", ""},
      {"مكتب القطرية", ""},
      {"الولايات المتحدة المكسيكية", "MX"},
      {"الولايات المتحدة والمكسيك", "US MX"},
      {"روسيا وروسيا البيضاء وبيلاروسيا", "RU BY"},
      {"جبل طارق", "GI"},
      {"المملكة الأردنية الهاشمية والمملكة المغربية والمملكة المتحدة", "JO MA GB"},
      {"أذان المغرب وقبل المغرب وبعد المغرب", ""},
      {"زار المغرب والمغاربة", "MA"},
      {"أمريكا الجنوبية والأمريكية ( الشمالية )", ""},
      {"وصل من مالي ، ثم", "ML"},
      {"بوركينا فاسو ومالي والنيجر", "BF ML NE"},
      {"من مالي الخاص ودعم مالي", ""},
      {"كلاوس وكلاوديا", ""},
      {"مصرمن", "EG"},
      {"يمني وأيمن وميمنة", "YE"},
      {"تركيا وتركيب وترك", "TR"},
      {"الدنمرك وهنقاريا وقيرقيزستان", "DK HU KG"},
      {"تونس والجزائر ولوكسمبورغ وسنغافورة وجيبوتي", "TN DZ LU SG DJ"},
      {"إمارة موناكو وسان مارينو", "MC SM"},
      {"الاتحاد السوفيتي ويوغوسلافيا وتشيكوسلوفاكيا", "RU RS CZ"},
      {"الحبشة وبورما وزائير", "ET MM CD"},
      {"سلطنة بروناي دار السلام", "BN"},
      {"حلف بغداد واتفاقية جنيف وميثاق روما ومعاهدة لشبونة", ""},
      {"وكالة الأنباء الألمانية وصحيفة مصرية", ""},
      {"بحسب «الفرنسية»", ""},
      {"اللغة الصينية وباللغة الإنجليزية", ""},
      {"بحر العرب وبحر الصين وخليج عمان", ""},
      {"المشهد ومشهد جديد وجدة", "SA"},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(countries_of(text) == expected);
  }
}

TEST_CASE("what bears a country's name or looks like it is no country", "[entity][country]") {
  const std::pair<const char*, const char*> rows[] = {
      {"عبرت 45 سفينة المجرى الملاحي وتابعت مجريات الأحداث", ""},
      {"أعاده الله على الجميع باليمن والبركات", ""},
      {"أعاده الله على الجميع بالخير واليمن والمسرات", ""},
      {"تتجول عيناي من حولي", ""},
      {"الفكرة أن الحب ينبع إلى حد ما من القلب", ""},
      {"باحث في جامعة كولومبيا", ""},
      {"سجل دانيلي دي روسي وقال المدرب بولوني", ""},
      {"في قلعة سانتياغو برنابيو", ""},
      {"لتحقيق مآرب أعدائه والنجاة من شروره", ""},
      {"أنبوب بقطر 42 ملليمترا وقطر الندى", ""},
      {"خلل بنيوي وبون شاسع في مجرى النهر وصندوق باندورا", ""},
      {"سلمه درعا تذكارية وراسله عبر بريده الإلكتروني", ""},
      {"من بلدان المغرب العربي", ""},
      {"شكرهم على ما وجده من حرص ونام باكرا وأغلقت بابها", ""},
      {"فوق مجرى وادي كبير وصار صيدا سهلا في نيو مكسيكو", ""},
      {"كتبنا على بني إسرائيل وأضرار سيول جدة", "SA"},
      {"اللغات الأخرى كالفرنسية والإسبانية", ""},
      {"الرئيس المجري ووزير مجري", "HU"},
      {"نهائي كوبا أميركا", ""},
      {"كوبا وأمريكا", "CU US"},
      {"باللغتين العربية والإنجليزية وباللغات العربية والفرنسية والصينية", ""},
      {"باللغة العربية في الجامعة الفرنسية", "FR"},
      {"فاز على ستاد الإمارات بشارع فلسطين", ""},
      {"فاز على استاد القاهرة", "EG"},
      {"أحياء العزيزية والدار البيضاء وحي الدار البيضاء", ""},
      {"أحياء الرياض ومدينة الدار البيضاء", "SA MA"},
      {"صرح لصحيفة «الرياض» ولـ «الرياض»", ""},
      {"زيارة الرياض", "SA"},
      {"مخالفة مالية", ""},
      {"العاصمة ماليه", "MV"},
      {"الدوري الإنكليزي", "GB"},
      {"قصف زنجبار بمحافظة أبين", "YE"},
      {"مدارس للبنين ومدارس (بنين - بنات) وبأموال وبنين", ""},
      {"بنين وتوغو", "BJ TG"},
      {"أضف 15 كوبا من الماء قبل نهائي كوبا ليبرتادوريس", ""},
      {"برج عاجي والمهاجم العاجي", "CI"},
      {"الملك المؤسس الباني وطبيب ألباني", "AL"},
      {"أمسك الحبل باليمنى وآلمته قدمه اليمنى والجهة اليمنى واليسرى", ""},
      {"نظيره اليمني", "YE"},
      {"في مدينة بورتو أليغري مسقط رأسه", "BR"},
      {"إصابة الرباط الصليبي", ""},
      {"مدرب النصر \"الأرجوياني\" ومدرب الهلال \"اليوناني\"", "UY GR"},
      {"أتلانتا بولاية جورجيا", ""},
      {"لغات جورجيا", "GE"},
      {"أخلاق المنافسة وفروسية الرجال وملك لبروسيا", ""},
      {"عبر نهر الأردن إلى بحيرة تشاد", ""},
      {"لم يكن صوفياً", ""},
      {"زار صوفيا", "BG"},
      {"نقل الدكتور السويد تعازيه", ""},
      {"مستشفى الشيخ زايد بمصر", "EG"},
      {"كتبه بالفرنسية والإنجليزية", ""},
      {"مع الخطوط البريطانية بالهند", "GB IN"},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(countries_of(text) == expected);
  }
}

TEST_CASE("forms that look like other words are countries where they are meant",
          "[entity][country]") {
  const std::pair<const char*, const char*> rows[] = {
      {"اهتمامنا باليمن وسيادته", "YE"},
      {"في محافظة حولي أمس", "KW"},
      {"يعيش في ينبع من سنين", "SA"},
      {"الهيئة في الجبيل وينبع من أهم الهيئات", "SA"},
      {"بمشاركة كولومبيا في اللقاء", "CO"},
      {"اللاعب سوداني الجنسية", "SD"},
      {"معارك في مأرب أمس", "YE"},
      {"بين مكة وجدة وصيدا وفي سيول وفي إسرائيل", "SA LB KR IL"},
      {"في مدينة درعا وفي بريدة وفي المغرب", "SY SA MA"},
      {"في محافظة شرورة أمس", "SA"},
      {"لاعب مجري شهير", "HU"},
      {"عمان 26 شوال 1436 هـ استفاد اللاجئون", "JO"},
      {"عمان 26 شوال 1436 هـ وصل الوزير العماني", "OM"},
      {"عمان تستضيف اللقاء", "OM"},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(countries_of(text) == expected);
  }
}

TEST_CASE("the kingdom alone is the issuer's own", "[entity][country]") {
  const std::pair<const char*, const char*> rows[] = {
      {"bna", "BH"}, {"petra", "JO"}, {"okaz", "SA"}, {"وزارة الداخلية السعودية", "SA"},
      {"mena", ""},  {"", ""},
  };
  for (const auto& [issuer, expected] : rows) {
    INFO(issuer);
    entity::Context context;
    context.issuer = issuer;
    const auto countries = extractor().extract("", "في مدن المملكة", context).countries;
    CHECK((countries.empty() ? "" : countries.front().code) == expected);
  }
}

TEST_CASE("the capital of Jordan and the sultanate are told by what stands about",
          "[entity][country]") {
  const std::pair<const char*, const char*> rows[] = {
      {"وصل إلى عمان", "OM"},
      {"وصل إلى عمان واستقبله الأردنيون", "JO"},
      {"سلطنة عمان والأردن", "OM JO"},
      {"ومسقط عاصمة عمان", "OM"},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(countries_of(text) == expected);
  }
}

TEST_CASE("the kingdom is Saudi Arabia in what its agency wrote", "[entity][country]") {
  CHECK(countries_of("الرياض 5 محرم 1445 هـ الموافق 23 يوليو 2023 م واس زار المملكة")
            .starts_with("SA"));
  CHECK(countries_of("في جميع مناطق المملكة . // انتهى // 15:02 ت م") == "SA");
  CHECK(countries_of("في جميع مناطق المملكة").empty());
}

TEST_CASE("persons are found behind titles, with their posts", "[entity][person]") {
  const std::pair<const char*, const char*> rows[] = {
      {"استقبل معالي الشيخ سالم بن عبد الله آل منصور وزير الداخلية ، السفير",
       "سالم بن عبدالله آل منصور=وزير الداخلية"},
      {"قدمته السيدة توري هام مدير التدريب الأولي بوزارة العدل البلجيكية .",
       "توري هام=مدير التدريب الأولي بوزارة العدل البلجيكية"},
      {"قدمته السيدة جولي كات مدير التدريب الأولي", "جولي كات=مدير التدريب الأولي"},
      {"السيد جان مارتيل القائد العام للشرطة.", "جان مارتيل=القائد العام للشرطة"},
      {"وسعادة الدكتورة ليلى بنت راشد الهادي وزيرة الصحة", "ليلى بنت راشد الهادي=وزيرة الصحة"},
      {"جامعة الملك ناصر", ""},
      {"أشاد معاليه بالخبرات", ""},
      {"تفقد ناصر بن فهد العامر ، المدارس", "ناصر بن فهد العامر="},
      {"الشيخ سالم بن علي الناصري وقال الشيخ سالم الناصري", "سالم بن علي الناصري="},
      {"السيد عمر الناصري والسيد يوسف الناصري", "عمر الناصري=; يوسف الناصري="},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(persons_of(text) == expected);
  }
}

TEST_CASE("what follows a complete post is a name, whatever its words look like",
          "[entity][person]") {
  const std::pair<const char*, const char*> rows[] = {
      {"وسفير مملكة بلجيكا سوما كريل ، وغادر", "سوما كريل=سفير مملكة بلجيكا"},
      {"وسفير جمهورية أيرلندا جوزيف هاربت كوتر.", "جوزيف هاربت كوتر=سفير جمهورية أيرلندا"},
      {"رئيس دائرة شؤون القدس أحمد قرياع بقيام", "أحمد قرياع=رئيس دائرة شؤون القدس"},
      {"مدير التعليم بمحافظة وادي الدواسر ناصر بن فهاد العشوي اليوم",
       "ناصر بن فهاد العشوي=مدير التعليم بمحافظة وادي الدواسر"},
      {"أوضحت سفارة المملكة لدى سلطنة عمان ملابسات الحادثة التي وقعت", ""},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(persons_of(text) == expected);
  }
}

TEST_CASE("word classes tell foreign names from inflected words", "[entity][person]") {
  const std::pair<const char*, const char*> rows[] = {
      {"فاز على زميله ستيفن هوبارت بتسجيله الهدف", "ستيفن هوبارت="},
      {"سجل لويس تاماري وكينجي موراتا ، الهدفين", "لويس تاماري=; كينجي موراتا="},
      {"أكد السيد أليشر كريموف أن", "أليشر كريموف="},
      {"وملاحقة أعضائها أمام المحاكم", ""},
      {"بكل فخر واعتزاز بتمثيل", ""},
      {"ترعاه قيادة حكيمة رشيدة ، آمنت", ""},
      {"بحمد الله وتوفيقه", ""},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(persons_of(text) == expected);
  }
}

TEST_CASE("titles are surnames, and eponyms parts of posts, where they stand so",
          "[entity][person]") {
  const std::pair<const char*, const char*> rows[] = {
      {"دشن المهندس فالح القاضي مساء أمس", "فالح القاضي="},
      {"الأمير خالد بن فهد العامر رئيس مدينة الملك ناصر للعلوم والتقنية.",
       "خالد بن فهد العامر=رئيس مدينة الملك ناصر للعلوم والتقنية"},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(persons_of(text) == expected);
  }
}

TEST_CASE("titles alone are no name, however many", "[entity][person]") {
  const std::string run = "معالي الدكتور الشيخ السيد ";
  const std::pair<std::string, const char*> rows[] = {
      {"قال الدكتور الشيخ إن", ""},
      {run + run + run + run + run, ""},
      {run + run + run + run + run + "سالم بن علي الناصري", "سالم بن علي الناصري="},
      {"الشيخ الشيخ الشيخ الشيخ الشيخ الشيخ الشيخ الشيخ الشيخ الشيخ الشيخ الشيخ الشيخ الشيخ الشيخ "
       "الشيخ الشيخ الشيخ الشيخ",
       ""},
      {"قال بن الدكتور الشيخ", ""},
      {"قال الدكتور سالم الشيخ أمس", "سالم الشيخ="},
      {"قال الدكتور آل الشيخ أمس", "آل الشيخ="},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(persons_of(text) == expected);
  }
}

TEST_CASE("a text that is one chain or one list takes linear work", "[entity][person]") {
  const auto persons_in = [](std::string_view piece, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += piece;
    return extractor().extract("", text, {}).persons.size();
  };
  // Quadratic work on these would take minutes.
  CHECK(persons_in("معالي الدكتور ", 40'000) == 0);
  CHECK(persons_in("بن ", 200'000) == 0);
  CHECK(persons_in("خالد العامر ، ", 40'000) == 1);
}

TEST_CASE("a list of names joined by و is a list of persons", "[entity][person]") {
  CHECK(persons_of("وضمت البعثة (راشد الرحيب وسلمان الصبيحي وقصي الخيباري وأمين بخاري)") ==
        "راشد الرحيب=; سلمان الصبيحي=; قصي الخيباري=; أمين بخاري=");
}

TEST_CASE("names have keys that their spellings share", "[entity][person]") {
  CHECK(entity::person_key("راشد بن عبد الله آل خليفة") == "راشد عبدالله ال خليفه");
  CHECK(entity::person_key("راشد عبدالله آل خليفه") == "راشد عبدالله ال خليفه");
  CHECK(entity::canonical_name("سالم بن عبد الله") == "سالم بن عبدالله");
}

TEST_CASE("dates are found in both calendars and as spans", "[entity][date]") {
  const std::pair<const char*, const char*> rows[] = {
      {"قال الوزير إن الدورة تقام من 26 يوليو إلى 11 أغسطس 2024", "2024-07-26..2024-08-11"},
      {"قال الوزير إن المؤتمر يعقد من 13 إلى 15 مارس 2022", "2022-03-13..2022-03-15"},
      {"قال الوزير إن ذلك كان يوم ١٢ غشت ٢٠١٩", "2019-08-12..2019-08-12"},
      {"قال الوزير إن ذلك كان في 15/3/2021 صباحا", "2021-03-15..2021-03-15"},
      {"قال الوزير إن ذلك كان في 31 فبراير 2021 صباحا", ""},
      {"قال الوزير إن ذلك كان في 5 محرم 1445 هـ الموافق 23 يوليو 2023 م", "2023-07-23..2023-07-23"},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(dates_of(text) == expected);
  }
  CHECK(
      extractor().extract("", "الرياض 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس", {}).dateline ==
      "2015-08-11");
  CHECK(entity::hijri_to_iso(1436, 10, 26) == "2015-08-11");
  CHECK(entity::hijri_to_iso(1436, 13, 1).empty());
}

TEST_CASE("countries are found as people type them", "[entity][country]") {
  const auto countries =
      entity::gazetteer_directory().and_then(&entity::CountryGazetteer::load).value();
  for (const char* typed : {"فرنسا", "FR", "fra", "France", "الفرنسية", "فرنسي"}) {
    INFO(typed);
    CHECK(countries.find_typed(typed) == "FR");
  }
  for (const auto& [typed, code] : std::vector<std::pair<const char*, const char*>>{
           {"Misr", "EG"},       {"Masr", "EG"},      {"Filastin", "PS"},   {"Falastin", "PS"},
           {"al-Urdun", "JO"},   {"Urdun", "JO"},     {"Bahrein", "BH"},    {"Al Bahrayn", "BH"},
           {"Kuwayt", "KW"},     {"al-Kuwait", "KW"}, {"Fransa", "FR"},     {"Britaniya", "GB"},
           {"al-Maghrib", "MA"}, {"Tounes", "TN"},    {"al-Jaza'ir", "DZ"}, {"Lubnan", "LB"},
           {"Libnan", "LB"},     {"Turkiya", "TR"},   {"Almania", "DE"},    {"Rusiya", "RU"}}) {
    INFO(typed);
    CHECK(countries.find_typed(typed).value_or("") == code);
  }
  CHECK_FALSE(countries.find_typed("Xyz").has_value());
  CHECK_FALSE(countries.find_typed("فرنصا").has_value());
  CHECK(countries.nearest("فرنصا", 3).front() == "فرنسا");
}

TEST_CASE("any text can be read; mentions lie on its borders", "[entity]") {
  check_property("mentions are within the text", [] {
    const std::string body = utf8::repair(*rc::gen::oneOf(any_bytes(), arabic_text())).text;
    const entity::Recognised found = extractor().extract(body, body, {});
    for (const entity::Person& person : found.persons) {
      for (const entity::Mention& mention : person.mentions) {
        RC_ASSERT(mention.begin < mention.end);
        RC_ASSERT(mention.end <= body.size());
      }
    }
  });
}
