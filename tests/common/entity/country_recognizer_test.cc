#include "common/entity/country_recognizer.h"

#include "tests/common/entity/extracted.h"
#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

namespace {

/// «BH KW».
std::string countries_of(std::string_view body) {
  std::string out;
  for (const entity::Country& country : extractor().extract("", body, {}).countries) {
    out += (out.empty() ? "" : " ") + country.code;
  }
  return out;
}

void check(const ExtractedRows& rows) { check_extracted(rows, countries_of); }

}  // namespace

TEST_CASE("the sultanate alone is Oman where a state is meant", "[entity][country]") {
  check({
      {"السفير المعتمد لدى السلطنة", "OM"},
      {"في زيارة رسمية للسلطنة", "OM"},
      {"عهد السلطنة العثمانية", ""},
      {"سهرة في أجواء من السلطنة والطرب", ""},
      {"سلطنة بروناي ، وغادر السلطنة", "BN"},
      {"المعتمدين لدى السلطنة ، ومنهم سفير بروناي دار السلام", "OM BN"},
  });
}

TEST_CASE("Amman is where the agency of Jordan writes", "[entity][country]") {
  check({{"عمان - بترا - استقبل الوزير", "JO"}, {"عمان (بترا) قال الوزير", "JO"}});
}

TEST_CASE("names hold a hyphen, a waw in democratic and no space behind a teh marbuta",
          "[entity][country]") {
  check({
      {"سفير غينيا-بيساو أمس", "GW"},
      {"رئيس جمهورية الكونغو الديموقراطية", "CD"},
      {"في منطقة مكةالمكرمة أمس", "SA"},
      {"جمهورية غينيا الاستوائية", "GQ"},
      {"مملكة تونجا وجمهورية لاو الديمقراطية الشعبية", "TO LA"},
      {"الوزير اللوكسمبورجي في عشقباد", "LU TM"},
  });
}

TEST_CASE("cities in the names of clubs and universities are no countries", "[entity][country]") {
  check({
      {"درس في جامعة جورجتاون", ""},
      {"قال إبراهيم الخليل ، وهو", ""},
      {"الوزراء ومن بينهم جورجي فاري", ""},
      {"وتعاقد مانشستر يونايتد مع اللاعب", ""},
      {"على اللعب مع ريال مدريد أمس", ""},
      {"أمام باريس سان جيرمان اليوم", ""},
      {"وصل إلى مدريد ومانشستر أمس", "ES GB"},
  });
}

TEST_CASE("nationalities in their broken plurals", "[entity][country]") {
  check({
      {"رجال الأعمال الأتراك والهنود", "TR IN"},
      {"شؤون المغاربة المقيمين بالخارج", "MA"},
      {"من جهة باب المغاربة", ""},
      {"فيلم عن الهنود الحمر", ""},
  });
}

TEST_CASE("vowels tell the sultanate from the capital of Jordan", "[entity][country]") {
  check({
      {"وزراء الأردن وقطر وعُمان", "JO QA OM"},
      {"وزراء الأردن وقطر وعمان", "JO QA"},
      {"وصل إلى عمّان وفد", "JO"},
      {"وصل إلى عَمان وفد", "JO"},
      {"وصل إلى عمان وفد", "OM"},
  });
}
