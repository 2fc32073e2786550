#include "common/entity/post_normalizer.h"

#include "common/entity/extractor.h"
#include "common/entity/gazetteer.h"
#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

namespace {

const entity::CountryGazetteer& countries() {
  static const auto kCountries =
      entity::gazetteer_directory().and_then(&entity::CountryGazetteer::load).value();
  return kCountries;
}

const entity::PostNormalizer& normalizer() {
  static const auto kNormalizer =
      entity::PostNormalizer::load(entity::gazetteer_directory().value(), countries()).value();
  return kNormalizer;
}

struct Row {
  const char* printed;
  const char* home;
  const char* normal;
};

void check_rows(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    INFO(row.printed);
    const std::vector<std::string> homes =
        *row.home == '\0' ? std::vector<std::string>() : std::vector<std::string>{row.home};
    CHECK(normalizer().normalize(row.printed, homes).normal == row.normal);
  }
}

}  // namespace

TEST_CASE("ministers go by office and country", "[entity][post]") {
  check_rows({
      {"وزير الداخلية", "BH", "وزير الداخلية البحريني"},
      {"وزير الداخلية", "", "وزير الداخلية"},
      {"وزير الداخلية الفرنسي", "BH", "وزير الداخلية الفرنسي"},
      {"وزير داخلية فرنسا", "BH", "وزير الداخلية الفرنسي"},
      {"وزير داخلية الجمهورية الفرنسية", "BH", "وزير الداخلية الفرنسي"},
      {"وزير الداخلية في فرنسا", "BH", "وزير الداخلية الفرنسي"},
      {"وزير الداخلية بمملكة البحرين", "SA", "وزير الداخلية البحريني"},
      {"وزير الداخلية في دولة الكويت الشقيقة", "BH", "وزير الداخلية الكويتي"},
      {"وزير خارجية جمهورية ألمانيا الاتحادية", "BH", "وزير الخارجية الألماني"},
      {"وزيرة الخارجية الألمانية", "BH", "وزير الخارجية الألماني"},
      {"وزيرة خارجية ألمانيا", "BH", "وزير الخارجية الألماني"},
      {"وزير الخارجيه", "SA", "وزير الخارجيه السعودي"},
      {"وزيرا للداخلية", "SA", "وزير الداخلية السعودي"},
      {"وزير خارجية الأمريكي", "SA", "وزير الخارجية الأمريكي"},
      {"ممثلا لوزارة الصحة", "SA", "ممثل لوزارة الصحة السعودي"},
      {"وزير الخارجية السابق", "SA", "وزير الخارجية السعودي السابق"},
      {"وزير الخارجية الأمريكي السابق", "SA", "وزير الخارجية الأمريكي السابق"},
      {"وزير الداخلية في الرياض", "SA", "وزير الداخلية السعودي"},
      {"وزيرة الصحة السابقة", "SA", "وزير الصحة السعودي السابق"},
      {"وزير الداخلية الحالي", "SA", "وزير الداخلية السعودي"},
      {"وزير خارجية كوريا الجنوبية", "SA", "وزير الخارجية الكوري الجنوبي"},
      {"وزير الخارجية الكوري الجنوبي", "SA", "وزير الخارجية الكوري الجنوبي"},
      {"وزير خارجية سلطنة عمان", "SA", "وزير الخارجية العماني"},
      {"وزير خارجية جزر القمر", "SA", "وزير الخارجية (جزر القمر)"},
      {"نائب وزير الخارجية الأمريكي لشؤون آسيا", "SA", "نائب وزير الخارجية لشؤون آسيا الأمريكي"},
      {"نائب وزير الداخلية", "KW", "نائب وزير الداخلية الكويتي"},
      {"وكيل وزارة الداخلية", "KW", "وكيل وزارة الداخلية الكويتي"},
      {"وزير المالية والاقتصاد الوطني", "BH", "وزير المالية والاقتصاد الوطني البحريني"},
      {"وزير التجارة والصناعة القطري", "BH", "وزير التجارة والصناعة القطري"},
  });
}

TEST_CASE("what is of the sentence is no part of a post", "[entity][post]") {
  check_rows({
      {"المشرف العام على", "", "المشرف العام"},
      {"أمير منطقة الرياض في مكتب", "SA", "أمير منطقة الرياض"},
      {"أمير منطقة الرياض في مكتبه", "SA", "أمير منطقة الرياض"},
      {"المدير الفني للفريق آنذاك", "", "المدير الفني للفريق"},
      {"رئيس الاتحاد خلفا للسويسري", "", "رئيس الاتحاد"},
      {"مدير مكتبة الجامعة", "", "مدير مكتبة الجامعة"},
  });
}

TEST_CASE("fragments are no posts", "[entity][post]") {
  for (const char* fragment : {"قائد", "مساعد", "نائب", "مديرها", "مديرها العام", "نظيره الأمريكي",
                               "أمام لجنة بالكونغرس", "رئيس آنذاك", "مدربه التونسي"}) {
    INFO(fragment);
    CHECK(normalizer().normalize(fragment, {"SA"}).normal.empty());
  }
  check_rows({
      {"المدرب", "SA", "المدرب"},
      {"ملك", "BH", "ملك البحريني"},
      {"إمام المسجد", "SA", "إمام المسجد"},
      {"مساعدة وزير الخارجية الأمريكي", "SA", "مساعد وزير الخارجية الأمريكي"},
      {"مستشارة الأمن القومي الأمريكي", "SA", "مستشار الأمن القومي الأمريكي"},
  });
}

TEST_CASE("a minister of state is no minister of the state at home", "[entity][post]") {
  check_rows({
      {"وزير الدولة", "SA", "وزير الدولة السعودي"},
      {"وزير الدولة للشؤون الخارجية", "AE", "وزير الدولة للشؤون الخارجية الإماراتي"},
      {"ولي عهده الأمين", "SA", "ولي العهد السعودي"},
      {"ولي العهد الأمين", "SA", "ولي العهد السعودي"},
      {"المستشار بالديوان الملكي", "SA", "المستشار بالديوان الملكي السعودي"},
  });
}

TEST_CASE("a house of parliament belongs to a state that has it", "[entity][post]") {
  const auto post = [](const char* printed, const std::vector<std::string>& homes) {
    return normalizer().normalize(printed, homes).normal;
  };
  CHECK(post("نائب رئيس مجلس النواب", {"SA", "YE"}) == "نائب رئيس مجلس النواب اليمني");
  CHECK(post("رئيس مجلس الشورى", {"US", "SA"}) == "رئيس مجلس الشورى السعودي");
  CHECK(post("رئيس مجلس الأمة", {"SA"}) == "رئيس مجلس الأمة");
}

TEST_CASE("heads of state and of government go by one post", "[entity][post]") {
  check_rows({
      {"ملك البلاد المعظم", "BH", "ملك البحرين"},
      {"عاهل البلاد المفدى", "BH", "ملك البحرين"},
      {"ملك مملكة البحرين", "SA", "ملك البحرين"},
      {"ملك البحرين حفظه الله ورعاه", "SA", "ملك البحرين"},
      {"عاهل المملكة الأردنية الهاشمية", "SA", "ملك الأردن"},
      {"العاهل الأردني", "SA", "ملك الأردن"},
      {"أمير دولة الكويت", "SA", "أمير الكويت"},
      {"أمير البلاد", "KW", "أمير الكويت"},
      {"الملحق العسكري بسفارة الولايات المتحدة", "BH", "الملحق العسكري بالسفارة الأمريكي"},
      {"سلطان عمان", "SA", "سلطان عُمان"},
      {"سلطان سلطنة عُمان", "SA", "سلطان عُمان"},
      {"رئيس الجمهورية اللبنانية", "SA", "الرئيس اللبناني"},
      {"رئيس الجمهورية", "LB", "الرئيس اللبناني"},
      {"الرئيس اللبناني", "SA", "الرئيس اللبناني"},
      {"رئيس جمهورية مصر العربية", "SA", "الرئيس المصري"},
      {"رئيس دولة الإمارات العربية المتحدة", "SA", "الرئيس الإماراتي"},
      {"رئيس الدولة", "AE", "الرئيس الإماراتي"},
      {"رئيس الولايات المتحدة الأمريكية", "SA", "الرئيس الأمريكي"},
      {"الرئيس الأمريكي المنتخب", "SA", "الرئيس الأمريكي المنتخب"},
      {"رئيس الوزراء", "IQ", "رئيس مجلس الوزراء العراقي"},
      {"رئيس مجلس الوزراء العراقي", "SA", "رئيس مجلس الوزراء العراقي"},
      {"رئيس وزراء الهند", "SA", "رئيس مجلس الوزراء الهندي"},
      {"رئيس الحكومة التونسية", "SA", "رئيس مجلس الوزراء التونسي"},
      {"نائب رئيس الوزراء", "KW", "نائب رئيس مجلس الوزراء الكويتي"},
      {"ولي العهد", "SA", "ولي العهد السعودي"},
      {"ولي عهد البحرين", "SA", "ولي العهد البحريني"},
      {"ولي عهد مملكة البحرين", "SA", "ولي العهد البحريني"},
  });
}

TEST_CASE("envoys go by who sends them and to whom", "[entity][post]") {
  check_rows({
      {"سفير مملكة البحرين لدى فرنسا", "BH", "السفير البحريني لدى فرنسا"},
      {"سفير مملكة البحرين لدى الجمهورية الفرنسية", "BH", "السفير البحريني لدى فرنسا"},
      {"سفير خادم الحرمين الشريفين لدى فرنسا", "SA", "السفير السعودي لدى فرنسا"},
      {"السفير الفرنسي", "BH", "السفير الفرنسي لدى البحرين"},
      {"سفيرا لجمهورية فرنسا", "BH", "السفير الفرنسي لدى البحرين"},
      {"سفير خادم الحرمين في الهند", "SA", "السفير السعودي لدى الهند"},
      {"القنصل العام للمملكة المتحدة في الهند", "SA", "القنصل العام البريطاني لدى الهند"},
      {"السفير الفرنسي في مصر", "BH", "السفير الفرنسي لدى مصر"},
      {"السفير الفرنسي في المنامة", "BH", "السفير الفرنسي لدى البحرين"},
      {"سفير فرنسا لدى مملكة البحرين", "BH", "السفير الفرنسي لدى البحرين"},
      {"سفير الجمهورية الفرنسية المعتمد لدى المملكة", "SA",
       "السفير الفرنسي لدى المملكة العربية السعودية"},
      {"سفيرة كندا", "QA", "السفير الكندي لدى قطر"},
      {"السفير الياباني", "", "السفير الياباني"},
  });
}

TEST_CASE("posts of no state get no country", "[entity][post]") {
  check_rows({
      {"مدير جامعة الملك سعود", "SA", "مدير جامعة الملك سعود"},
      {"الأمين العام للأمم المتحدة", "SA", "الأمين العام للأمم المتحدة"},
      {"أمين عام مجلس التعاون لدول الخليج العربية", "SA",
       "الأمين العام لمجلس التعاون لدول الخليج العربية"},
      {"أمير منطقة الرياض", "SA", "أمير منطقة الرياض"},
      {"محافظ جدة", "SA", "محافظ جدة"},
      {"رئيس مجلس إدارة شركة المياه", "SA", "رئيس مجلس إدارة شركة المياه"},
      {"مديرة مدرسة", "SA", "مدير مدرسة"},
      {"المديرة العامة", "SA", "المدير العام"},
      {"رئيس الهيئة العامة", "SA", "رئيس الهيئة العامة السعودي"},
      {"مدير عام السجون", "KW", "المدير العام للسجون الكويتي"},
      {"المدير العام للسجون", "KW", "المدير العام للسجون الكويتي"},
      {"مدير عام الشؤون الصحية بمنطقة الباحة", "SA", "المدير العام للشؤون الصحية بمنطقة الباحة"},
      {"مفتي عام المملكة", "SA", "المفتي العام السعودي"},
      {"نائب خادم الحرمين الشريفين", "SA", "نائب خادم الحرمين الشريفين"},
      {"الرئيس التنفيذي لشركة المياه", "SA", "الرئيس التنفيذي لشركة المياه"},
      {"رئيس مدينة الملك", "SA", "رئيس مدينة الملك"},
      {"النائب", "SA", "النائب"},
      {"النائب العام", "KW", "النائب العام الكويتي"},
      {"رئيس إقليم كردستان العراق", "SA", "رئيس إقليم كردستان العراق"},
      {"ولي عهد أبوظبي", "SA", "ولي عهد أبوظبي"},
      {"متحدث الدفاع المدني بنجران", "YE", "متحدث الدفاع المدني بنجران"},
      {"ولي ولي العهد", "EG", "ولي ولي العهد السعودي"},
      {"المدرب", "SA", "المدرب"},
      {"", "SA", ""},
      {"،", "SA", ""},
  });
}

TEST_CASE("spellings share a key", "[entity][post]") {
  const std::pair<const char*, const char*> rows[] = {
      {"وزير الداخلية", "وزير الداخليه"},     {"وزير شؤون الإعلام", "وزير شئون الاعلام"},
      {"وزير الخارجية", "وزيرة الخارجية"},    {"وزير خارجية فرنسا", "وزير الخارجية الفرنسي"},
      {"وزير الداخلية", "وزير  الداخليـة\n"},
  };
  for (const auto& [one, other] : rows) {
    INFO(one << " / " << other);
    CHECK(normalizer().normalize(one, {"SA"}).key == normalizer().normalize(other, {"SA"}).key);
  }
  CHECK(normalizer().normalize("وزير الداخلية", {"SA"}).key == "وزير الداخليه@SA");
  CHECK(normalizer().normalize("وزير الداخلية", {"BH"}).key !=
        normalizer().normalize("وزير الداخلية", {"SA"}).key);
}

TEST_CASE("a typed post means those of all countries, or of its own", "[entity][post]") {
  struct MeansRow {
    const char* typed;
    const char* counted;
    bool expected;
  };
  const MeansRow rows[] = {
      {"وزير الداخليه", "وزير الداخليه@SA", true},
      {"وزير الداخليه", "وزير الداخليه", true},
      {"وزير الداخليه@SA", "وزير الداخليه@SA", true},
      {"وزير الداخليه@FR", "وزير الداخليه@SA", false},
      {"وزير الداخليه@FR", "وزير الداخليه", false},
      {"وزير الداخليه", "نائب وزير الداخليه@SA", false},
      {"السفير@FR", "السفير لدي البحرين@FR", true},
      {"السفير@FR", "السفير لدي البحرين@GB", false},
  };
  for (const MeansRow& row : rows) {
    INFO(row.typed << " ? " << row.counted);
    CHECK(entity::PostNormalizer::means(row.typed, row.counted) == row.expected);
  }
}

TEST_CASE("chained posts are told apart", "[entity][post]") {
  static const entity::Extractor kExtractor =
      entity::gazetteer_directory().and_then(&entity::Extractor::load).value();
  struct ChainRow {
    const char* body;
    const char* posts;
  };
  const ChainRow rows[] = {
      {"استقبل الشيخ سالم بن علي الناصري نائب رئيس مجلس الوزراء وزير الداخلية .",
       "نائب رئيس مجلس الوزراء السعودي | وزير الداخلية السعودي"},
      {"استقبل الشيخ سالم بن علي الناصري رئيس مجلس الوزراء ووزير الداخلية .",
       "رئيس مجلس الوزراء السعودي | وزير الداخلية السعودي"},
      {"استقبل الشيخ سالم بن علي الناصري وزير التجارة والصناعة .", "وزير التجارة والصناعة السعودي"},
      {"استقبل الشيخ سالم بن علي الناصري ، مدير مكتب رئيس هيئة السوق المالية .",
       "مدير مكتب رئيس هيئة السوق المالية السعودي"},
  };
  for (const ChainRow& row : rows) {
    INFO(row.body);
    const auto found = kExtractor.extract("", row.body, {.issuer = "was", .publication_date = ""});
    REQUIRE(found.persons.size() == 1);
    std::string posts;
    for (const entity::Post& post : found.persons.front().posts) {
      posts += (posts.empty() ? "" : " | ") + post.normal;
    }
    CHECK(posts == row.posts);
  }
}

TEST_CASE("a minister in a statement about another state keeps his own", "[entity][post]") {
  static const entity::Extractor kExtractor =
      entity::gazetteer_directory().and_then(&entity::Extractor::load).value();
  struct AbroadRow {
    const char* why;
    const char* body;
    const char* posts;
  };
  const AbroadRow rows[] = {
      {"a ruling house",
       "زار الشيخ سالم بن علي آل خليفة وزير الداخلية فرنسا واستقبله الفرنسيون في فرنسا .",
       "وزير الداخلية البحريني"},
      {"a post that one state has",
       "اليمن : في اليمن اطلع الأمير سالم بن علي ولي ولي العهد وزير الدفاع على حال اليمن واليمنيين "
       "."
       " واليمن شكر .",
       "ولي ولي العهد السعودي | وزير الدفاع السعودي"},
      {"an Arab name",
       "إيطاليا وإيطاليا وإيطاليا : بحث سالم بن علي الناصري وزير الخارجية مع الوفد الإيطالي الأمر "
       ".",
       "وزير الخارجية السعودي"},
      {"a foreign first name",
       "السعودية والسعودية والسعودية : التقى الوفد الأمريكي برئاسة السيد ديفيد وليامز وزير الدفاع ."
       " وشكر السعودية .",
       "وزير الدفاع الأمريكي"},
      {"a patronymic, where the state at home has none",
       "مصر ومصر ومصر : مصر شكرت سالم بن علي الناصري وزير الخارجية على زيارة مصر .",
       "وزير الخارجية السعودي"},
      {"an heir, where the state at home has no throne",
       "مصر ومصر ومصر : مصر شكرت سالم الناصري ولي العهد نائب رئيس مجلس الوزراء على زيارة مصر .",
       "ولي العهد السعودي | نائب رئيس مجلس الوزراء السعودي"},
      {"a president, where the state at home has none",
       "الأردن والأردن : نقل الوفد إلى الأردن واليمن رسالة نائب الرئيس السيد سالم الناصري .",
       "نائب الرئيس اليمني"},
      {"the kingdom's own",
       "مصر ومصر ومصر : التقى وفد مصر السيد سالم الناصري قنصل المملكة في مصر .",
       "القنصل السعودي لدى مصر"},
      {"a short Arab name", "مصر ومصر ومصر : مصر شكرت سالم الناصري وزير الخارجية على زيارة مصر .",
       "وزير الخارجية المصري"},
      {"the royal court of a kingdom",
       "اليمن واليمن واليمن : أوصل السيد سالم الناصري المستشار بالديوان الملكي المساعدات لليمن .",
       "المستشار بالديوان الملكي السعودي"},
      {"a name that tells nothing",
       "إيطاليا وإيطاليا وإيطاليا وإيطاليا : وقال السيد سالم قورمان وزير الخارجية مع الوفد "
       "الإيطالي الأمر .",
       "وزير الخارجية الإيطالي"},
  };
  for (const AbroadRow& row : rows) {
    INFO(row.why);
    const auto found = kExtractor.extract("", row.body, {.issuer = "okaz", .publication_date = ""});
    REQUIRE(found.persons.size() == 1);
    std::string posts;
    for (const entity::Post& post : found.persons.front().posts) {
      posts += (posts.empty() ? "" : " | ") + post.normal;
    }
    CHECK(posts == row.posts);
  }
}

TEST_CASE("the royal court keeps its adjective", "[entity][post]") {
  static const entity::Extractor kExtractor =
      entity::gazetteer_directory().and_then(&entity::Extractor::load).value();
  for (const char* body :
       {"استقبل معالي المستشار بالديوان الملكي الأستاذ سالم بن علي الناصري وفدا .",
        "استقبل سالم بن علي الناصري المستشار بالديوان الملكي وفدا ."}) {
    INFO(body);
    const auto found = kExtractor.extract("", body, {.issuer = "was", .publication_date = ""});
    REQUIRE(found.persons.size() == 1);
    CHECK(found.persons.front().position == "المستشار بالديوان الملكي");
  }
}

TEST_CASE("a post printed behind a merged article gets it back", "[entity][post]") {
  static const entity::Extractor kExtractor =
      entity::gazetteer_directory().and_then(&entity::Extractor::load).value();
  const auto found = kExtractor.extract("", "وقال للمدرب خالد العمري .", {});
  REQUIRE(found.persons.size() == 1);
  REQUIRE(found.persons.front().posts.size() == 1);
  CHECK(found.persons.front().posts.front().normal == "المدرب");
}

TEST_CASE("«ل» before a word is told from the word's own letter", "[entity][post]") {
  check_rows({
      {"أمين عام اللجنة العليا للملتقى", "", "الأمين العام للجنة العليا للملتقى"},
      {"رئيسا للجنة العلمية", "", "رئيس اللجنة العلمية"},
      {"رئيسا للجنة السباق", "", "رئيس لجنة السباق"},
      {"قائدا للواء الأول", "", "قائد اللواء الأول"},
      {"وزيرا للداخلية", "BH", "وزير الداخلية البحريني"},
      {"الملحق العسكري لدى المغرب", "", "الملحق العسكري لدى المغرب"},
      {"وزير الدولة لشؤون الخارجية لجمهورية غانا", "SA", "وزير الدولة لشؤون الخارجية الغاني"},
      {"مبعوث الملك للمملكة العربية السعودية", "", "مبعوث الملك للمملكة العربية السعودية"},
  });
}

TEST_CASE("any text can be a post", "[entity][post]") {
  check_property("normalizing is safe and gives words for words", [] {
    const std::string printed = utf8::repair(*rc::gen::oneOf(any_bytes(), arabic_text())).text;
    const entity::Post post = normalizer().normalize(printed, {"SA"});
    RC_ASSERT(post.key.empty() == post.normal.empty());
  });
}
