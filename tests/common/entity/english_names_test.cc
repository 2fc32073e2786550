#include "common/entity/english_names.h"

#include "common/entity/gazetteer.h"
#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

namespace {

using Kind = entity::EnglishNames::Kind;

const entity::EnglishNames& english() {
  static const auto kCountries =
      entity::gazetteer_directory().and_then(&entity::CountryGazetteer::load).value();
  static const auto kNames =
      entity::EnglishNames::load(entity::gazetteer_directory().value(), kCountries).value();
  return kNames;
}

struct Row {
  const char* typed;
  const char* first;  ///< of the Arabic names; empty: none
};

void check_rows(Kind kind, std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    INFO(row.typed);
    const std::vector<std::string> names = english().in_arabic(kind, row.typed);
    CHECK((names.empty() ? std::string() : names.front()) == row.first);
  }
}

}  // namespace

TEST_CASE("thrones are called by their lands", "[entity][english]") {
  check_rows(Kind::kPost, {
                              {"King of Bahrain", "ملك البحرين"},
                              {"Bahraini King", "ملك البحرين"},
                              {"Emir of Kuwait", "أمير الكويت"},
                              {"Amir of the State of Qatar", "أمير قطر"},
                              {"Sultan of Oman", "سلطان عُمان"},
                              {"King of Saudi Arabia", "ملك المملكة العربية السعودية"},
                              {"Ruler of Sharjah", "حاكم الشارقة"},
                              {"deputy ruler of Dubai", "نائب حاكم دبي"},
                              {"Crown Prince of Abu Dhabi", "ولي عهد أبوظبي"},
                              {"Crown Prince of Bahrain", "ولي العهد البحريني"},
                              {"king", "الملك"},
                          });
}

TEST_CASE("bodies are called in English by kind, work and country", "[entity][english]") {
  check_rows(Kind::kBody, {
                              {"Ministry of Interior", "وزارة الداخلية"},
                              {"the Ministry of the Interior", "وزارة الداخلية"},
                              {"interior ministry", "وزارة الداخلية"},
                              {"Saudi Interior Ministry", "وزارة الداخلية السعودية"},
                              {"Bahrain's Ministry of Interior", "وزارة الداخلية البحرينية"},
                              {"Bahrain’s Ministry of Interior", "وزارة الداخلية البحرينية"},
                              {"Ministry of Foreign Affairs, Bahrain", "وزارة الخارجية البحرينية"},
                              {"Ministry of Foreign Affairs of the Kingdom of Bahrain",
                               "وزارة الخارجية البحرينية"},
                              {"Ministry of Foreign Affairs (France)", "وزارة الخارجية الفرنسية"},
                              {"Ministry of Commerce & Industry", "وزارة التجارة والصناعة"},
                              {"ministry of agriculture and water", "وزارة الزراعة والمياه"},
                              {"South Korean ministry of defense", "وزارة الدفاع الكورية الجنوبية"},
                              {"ministry of health, New Zealand", "وزارة الصحة النيوزيلندية"},
                              {"U.S. Department of Defense", "وزارة الدفاع الأمريكية"},
                              {"UAE central bank", "البنك المركزي الإماراتي"},
                              {"Arab League", "جامعة الدول العربية"},
                              {"League of Arab States", "جامعة الدول العربية"},
                              {"GCC", "مجلس التعاون لدول الخليج العربية"},
                              {"un", "الأمم المتحدة"},
                              {"G20", "مجموعة العشرين"},
                              {"US Congress", "الكونغرس"},
                              {"Kuwaiti armed forces", "القوات المسلحة الكويتية"},
                              {"embassy of France", "السفارة الفرنسية"},
                              {"ministry of nothing", ""},
                              {"ministry of", ""},
                              {"France", ""},
                              {"interior minister", ""},
                              {"وزارة الداخلية", ""},
                              {"", ""},
                          });
}

TEST_CASE("posts are called in English by kind, work and country", "[entity][english]") {
  check_rows(Kind::kPost,
             {
                 {"interior minister", "وزير الداخلية"},
                 {"Minister of the Interior", "وزير الداخلية"},
                 {"Minister of Interior of Saudi Arabia", "وزير الداخلية السعودي"},
                 {"French foreign minister", "وزير الخارجية الفرنسي"},
                 {"Deputy Minister of Health", "نائب وزير الصحة"},
                 {"Minister of State for Foreign Affairs", "وزير الدولة للخارجية"},
                 {"king", "الملك"},
                 {"King of Bahrain", "ملك البحرين"},
                 {"crown prince", "ولي العهد"},
                 {"Saudi deputy crown prince", "ولي ولي العهد السعودي"},
                 {"UK prime minister", "رئيس مجلس الوزراء البريطاني"},
                 {"US Secretary of State", "وزير الخارجية الأمريكي"},
                 {"ambassador of Bahrain to France", "السفير البحريني لدى فرنسا"},
                 {"ambassador to Egypt", "السفير لدى مصر"},
                 {"secretary general of the GCC", "الأمين العام لمجلس التعاون لدول الخليج العربية"},
                 {"minister to nowhere", ""},
                 {"to Egypt", ""},
                 {"Ministry of Interior", ""},
             });
}

TEST_CASE("several Arabic names of one English are all given", "[entity][english]") {
  CHECK(english().in_arabic(Kind::kPost, "Kuwaiti minister of education") ==
        std::vector<std::string>{"وزير التعليم الكويتي", "وزير التربية والتعليم الكويتي",
                                 "وزير التربية الكويتي"});
}

TEST_CASE("English names bear whatever is typed", "[entity][english]") {
  check_property("no failure, few names", [] {
    const std::string typed = *arabic_text() + " minister of " + *arabic_text();
    for (const Kind kind : {Kind::kBody, Kind::kPost}) {
      RC_ASSERT(english().in_arabic(kind, typed).size() <= 8);
    }
  });
}

TEST_CASE("every Arabic topic and pattern of the English names is whole", "[entity][english]") {
  const auto table = entity::GazetteerTable::load(
      entity::gazetteer_directory().value() / "english_names.tsv", {"class", "english", "arabic"});
  REQUIRE(table);
  for (const entity::GazetteerRow& row : table->rows()) {
    INFO(row.line);
    CHECK(!entity::split_cell(row.cells[2]).empty());
    const bool has_star = row.cells[1].find('*') != std::string::npos;
    for (const std::string& arabic : entity::split_cell(row.cells[2])) {
      CHECK((arabic.find('*') != std::string::npos) == has_star);
    }
  }
}
