#include "common/entity/issuer_names.h"

#include "common/entity/gazetteer.h"
#include "tests/property.h"

using namespace bayan;

namespace {

const entity::IssuerNames& names() {
  static const entity::IssuerNames kNames =
      entity::IssuerNames::load(entity::gazetteer_directory().value()).value();
  return kNames;
}

}  // namespace

TEST_CASE("an agency is told by its signature in the dateline", "[entity][issuer]") {
  struct Row {
    const char* why;
    std::string body;
    std::string expected;
  };
  const Row rows[] = {
      {"in brackets", "الرياض (واس) افتتح الوزير المعرض.", "واس"},
      {"between slashes", "المنامة في 26 يوليو / بنا / أعلنت الوزارة نتائجها.", "بنا"},
      {"behind a dash", "الدوحة - قنا: وصل الوفد.", "قنا"},
      {"in front", "واس - الرياض: وصل الوفد.", "واس"},
      {"behind the date, a line of its own",
       "\n الرياض 20 محرم 1446 هـ الموافق 26 يوليو 2024 م واس\nافتتح الوزير المعرض.", "واس"},
      {"behind a place, a line of its own", "مسقط – العُمانية\nوصل الوفد.", "العُمانية"},
      {"a name of several words", "الكويت (وكالة الأنباء الكويتية) صدر القرار.",
       "وكالة الأنباء الكويتية"},
      {"marks within", "أبوظبي (وَام) صدر القرار.", "وَام"},
      {"a word that is a name too", "هذا البيت بنا لنا الأمل في غد أفضل.", ""},
      {"a word that is a name too, at the end", "لا يكفي ما حل بنا\nمن ذلك.", ""},
      {"a paper signs no dateline", "الرياض (عكاظ) صدر القرار.", ""},
      {"not in the first line", "صدر القرار.\nالرياض (واس)", ""},
      {"nothing", "", ""},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    CHECK(std::string(names().find_in_dateline(row.body)) == row.expected);
  }
}

TEST_CASE("issuers are known however they are spelt", "[entity][issuer]") {
  CHECK(names().knows("SPA"));
  CHECK(names().knows("وكاله الانباء السعوديه"));
  CHECK_FALSE(names().knows("وكالة"));
  CHECK_FALSE(names().knows(""));
}

TEST_CASE("any text can have a dateline", "[entity][issuer][property]") {
  tests::check_property("a view into the text", [] {
    std::string text;
    for (const int piece : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 9))) {
      constexpr std::string_view kPieces[] = {"واس", "(", ")", "/", " ", "\n", "2024", "بنا", "x"};
      text += kPieces[piece];
    }
    const std::string_view found = names().find_in_dateline(text);
    RC_ASSERT(found.empty() || text.find(found) != std::string::npos);
  });
}
