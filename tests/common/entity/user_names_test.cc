#include "common/entity/user_names.h"

#include "common/entity/extractor.h"
#include "common/entity/gazetteer.h"
#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

namespace {

entity::UserGazetteer gazetteer() {
  entity::UserGazetteer known;
  known.persons = {{"راشد بن صقر", {"أبو صقر الكبير", "Rashid Saqr", "صقر"}},
                   {"عبد الله المطوع", {}}};
  known.organisations = {{"مختبر الواحة", {"واحة المختبرات"}}};
  known.countries = {{"BH", {"لؤلؤة الخليج"}}};
  return known;
}

/// «kind key: surface, surface», one a line.
std::string names_in(const std::string& text) {
  static const entity::UserNames kNames(gazetteer());
  entity::Recognised found;
  kNames.recognize(entity::Field::kBody, text, entity::split_words(text), found);
  std::string out;
  const auto add = [&](const char* kind, const std::string& key,
                       const std::vector<entity::Mention>& mentions) {
    out += (out.empty() ? "" : "\n") + std::string(kind) + " " + key + ":";
    for (const entity::Mention& mention : mentions) {
      out += " [" + text.substr(mention.begin, mention.end - mention.begin) + "]";
    }
  };
  for (const auto& person : found.persons) add("person", person.key, person.mentions);
  for (const auto& body : found.organisations) add("body", body.key, body.mentions);
  for (const auto& country : found.countries) add("country", country.code, country.mentions);
  return out;
}

}  // namespace

TEST_CASE("names of the user's gazetteer are found where texts print them", "[entity][gazetteer]") {
  struct Row {
    const char* text;
    const char* names;
  };
  const Row rows[] = {
      {"زار راشد بن صقر المعرض", "person راشد صقر: [راشد بن صقر]"},
      {"زار راشد صقر المعرض ثم رَاشد بن صقر", "person راشد صقر: [راشد صقر] [رَاشد بن صقر]"},
      {"زار أبو صقر الكبير المعرض", "person ابو صقر الكبير: [أبو صقر الكبير]"},
      {"قال Rashid Saqr ذلك", "person rashid saqr: [Rashid Saqr]"},
      {"وراشد بن صقر ثم لراشد بن صقر", "person راشد صقر: [راشد بن صقر] [راشد بن صقر]"},
      {"حضر صقر وصقر", "person صقر: [صقر] [صقر]"},
      {"لصقر وبصقر والصقر", ""},
      {"حضر عبدالله المطوع وعبد الله المطوع",
       "person عبدالله المطوع: [عبدالله المطوع] [عبد الله المطوع]"},
      {"أعلن مختبر الواحة وواحة المختبرات",
       "body مختبر الواحه: [مختبر الواحة]\nbody واحه المختبرات: [واحة المختبرات]"},
      {"في لؤلؤة الخليج", "country BH: [لؤلؤة الخليج]"},
      {"راشد ، بن صقر", "person صقر: [صقر]"},
      {"راشد", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(names_in(row.text) == row.names);
  }
}

TEST_CASE("what the recognisers read stays where the user's names overlap it",
          "[entity][gazetteer]") {
  const auto extractor =
      entity::Extractor::load_with(entity::gazetteer_directory().value(), gazetteer());
  REQUIRE(extractor);
  const auto found = extractor->extract(
      "", "استقبل الدكتور راشد بن صقر بن ماجد الفارس وفدا من مختبر الواحة .", {});
  REQUIRE(found.persons.size() == 1);
  CHECK(found.persons.front().key == "راشد صقر ماجد الفارس");
  REQUIRE(found.organisations.size() == 1);
  CHECK(found.organisations.front().name == "مختبر الواحة");
}

TEST_CASE("an empty gazetteer finds nothing", "[entity][gazetteer]") {
  CHECK(entity::UserNames().is_empty());
  CHECK(entity::UserNames(entity::UserGazetteer()).is_empty());
}

TEST_CASE("any text can be read for the user's names", "[entity][gazetteer]") {
  check_property("mentions lie in the text and do not overlap", [] {
    const std::string text =
        utf8::repair(*rc::gen::oneOf(any_bytes(), arabic_text())).text + " راشد بن صقر";
    static const entity::UserNames kNames(gazetteer());
    entity::Recognised found;
    kNames.recognize(entity::Field::kBody, text, entity::split_words(text), found);
    RC_ASSERT(!found.persons.empty());
    for (const auto& person : found.persons) {
      for (const entity::Mention& mention : person.mentions) {
        RC_ASSERT(mention.begin < mention.end);
        RC_ASSERT(mention.end <= text.size());
      }
    }
  });
}
