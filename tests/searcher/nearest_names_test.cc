#include "searcher/nearest_names.h"

#include "common/index/identities.h"
#include "common/index/schema.h"
#include "common/text/fold.h"
#include "tests/property.h"
#include "tests/temporary_directory.h"

using namespace bayan;
using namespace bayan::tests;
using index::FieldId;

namespace {

struct Known {
  FieldId field;
  const char* name;
  int statements;
};

const std::vector<Known> kKnown = {
    {FieldId::kPerson, "محمد جواد ظريف", 9},
    {FieldId::kPerson, "ظريف مراد", 2},
    {FieldId::kPerson, "محمد جواد العلي", 4},
    {FieldId::kPerson, "سلمان الحربي", 30},
    {FieldId::kPerson, "سليمان الحربي", 3},
    {FieldId::kPerson, "حسن روحاني", 7},
    {FieldId::kPosition, "وزير الخارجية الإيراني", 3},
    {FieldId::kPosition, "وزير الخارجية الأمريكي", 8},
    {FieldId::kPosition, "نائب وزير الخارجية", 1},
    {FieldId::kOrganisation, "وزارة الصحة", 5},
    {FieldId::kOrganisation, "وزارة العدل", 6},
    {FieldId::kIssuer, "alriyadh", 5},
    {FieldId::kIssuer, "وكالة الأنباء", 5},
};

/// An index of statements that name one of them each.
class Archive {
 public:
  Archive() {
    Xapian::WritableDatabase statements((folder_.path() / "statements").string(),
                                        Xapian::DB_CREATE_OR_OVERWRITE);
    index::EntityTableBuilder entities;
    for (const Known& known : kKnown) {
      const std::string key = text::fold(known.name);
      REQUIRE(entities.id_of(known.field, key, known.name) > 0);
      for (int i = 0; i < known.statements; ++i) {
        Xapian::Document document;
        document.add_boolean_term(index::make_term(known.field, key));
        statements.add_document(document);
      }
    }
    statements.commit();
    REQUIRE(entities.write(folder_.path() / "entities"));
  }

  [[nodiscard]] std::vector<std::string> nearest(FieldId field, std::string_view typed,
                                                 std::size_t most = 5) const {
    const Xapian::Database statements((folder_.path() / "statements").string());
    const auto entities = index::EntityTable::open(folder_.path() / "entities").value();
    const auto found = searcher::nearest_names(statements, entities, field, typed, most);
    REQUIRE(found);
    std::vector<std::string> names;
    for (const searcher::NearName& near : *found) names.push_back(near.name);
    return names;
  }

 private:
  TemporaryDirectory folder_;
};

}  // namespace

TEST_CASE("of a misspelt name the nearest are told, the most frequent first",
          "[searcher][entity]") {
  using Names = std::vector<std::string>;
  struct Row {
    const char* why;
    FieldId field;
    const char* typed;
    Names names;
  };
  const Archive archive;
  const Row row =
      GENERATE(Row{"one word", FieldId::kPerson, "ظريفف", {"محمد جواد ظريف", "ظريف مراد"}},
               Row{"the whole name", FieldId::kPerson, "محمد جواد ظرييف", {"محمد جواد ظريف"}},
               Row{"several words", FieldId::kPerson, "جوااد ظريفف", {"محمد جواد ظريف"}},
               Row{"two that are about as near",
                   FieldId::kPerson,
                   "سيلمان الحربي",
                   {"سلمان الحربي", "سليمان الحربي"}},
               Row{"in Latin letters", FieldId::kPerson, "Hassan Rohanix", {"حسن روحاني"}},
               Row{"a title in front", FieldId::kPerson, "الرئيس روحانيي", {"حسن روحاني"}},
               Row{"a post",
                   FieldId::kPosition,
                   "وزيرر الخارجية",
                   {"وزير الخارجية الأمريكي", "وزير الخارجية الإيراني", "نائب وزير الخارجية"}},
               Row{"a body", FieldId::kOrganisation, "وزارة الصحهه", {"وزارة الصحة"}},
               Row{"a Latin name in Arabic letters", FieldId::kIssuer, "الرياض", {"alriyadh"}},
               Row{"another field's", FieldId::kIssuer, "ظريف", {}},
               Row{"nothing like it", FieldId::kPerson, "زقزوق", {}});
  INFO(row.why);
  CHECK(archive.nearest(row.field, row.typed) == row.names);
}

TEST_CASE("a name with one slip in it is among the nearest", "[searcher][entity]") {
  const Archive archive;
  check_property("one letter doubled", [&archive] {
    const Known known = *rc::gen::elementOf(kKnown);
    std::string typed(known.name);
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < typed.size(); i += utf8::decode_at(typed, i).byte_count) {
      if (typed[i] != ' ') places.push_back(i);
    }
    const std::size_t at = *rc::gen::elementOf(places);
    typed.insert(at, typed.substr(at, utf8::decode_at(typed, at).byte_count));
    const std::vector<std::string> names = archive.nearest(known.field, typed);
    RC_ASSERT(std::ranges::find(names, known.name) != names.end());
  });
}
