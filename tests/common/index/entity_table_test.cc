#include "common/index/entity_table.h"

#include "tests/property.h"
#include "tests/temporary_directory.h"

using namespace bayan;
using namespace bayan::tests;
using index::FieldId;

TEST_CASE("the entity table gives each key one id and its most usual name", "[index][entity]") {
  const TemporaryDirectory folder;
  index::EntityTableBuilder builder;
  const auto rashid =
      builder.id_of(FieldId::kPerson, "راشد عبدالله ال خليفه", "راشد عبدالله ال خليفه");
  CHECK(builder.id_of(FieldId::kPerson, "راشد عبدالله ال خليفه", "راشد بن عبدالله آل خليفة") ==
        rashid);
  CHECK(builder.id_of(FieldId::kPerson, "راشد عبدالله ال خليفه", "راشد بن عبدالله آل خليفة") ==
        rashid);
  const auto france = builder.id_of(FieldId::kCountry, "FR", "فرنسا");
  CHECK(france != rashid);
  CHECK(builder.id_of(FieldId::kIssuer, "FR", "FR") != france);
  REQUIRE(builder.write(folder.path() / "entities"));

  const Result<index::EntityTable> table = index::EntityTable::open(folder.path() / "entities");
  REQUIRE(table);
  CHECK(table->last_id() == 3);
  const index::EntityRecord record = table->record(rashid).value();
  CHECK(record.key == "راشد عبدالله ال خليفه");
  CHECK(record.name == "راشد بن عبدالله آل خليفة");
  CHECK(record.entity_id == rashid);
  CHECK(table->find_key(FieldId::kCountry, "FR").value() == france);
  CHECK_FALSE(table->find_key(FieldId::kCountry, "DE").value().has_value());
  CHECK(table->find_words(FieldId::kPerson, {"راشد", "خليفه"}, 10).value() ==
        std::vector<std::uint32_t>{rashid});
  CHECK(table->find_words(FieldId::kPerson, {"راشد", "سعود"}, 10).value().empty());
  CHECK(table->members(rashid).value() == std::vector<std::uint32_t>{rashid});
}

TEST_CASE("ids survive into the next generation", "[index][entity]") {
  const TemporaryDirectory folder;
  index::EntityTableBuilder first;
  const auto one = first.id_of(FieldId::kPerson, "ا", "أ");
  const auto two = first.id_of(FieldId::kPerson, "ب", "ب");
  REQUIRE(first.write(folder.path() / "1"));
  index::EntityTableBuilder second;
  REQUIRE(second.load(folder.path() / "1"));
  CHECK(second.id_of(FieldId::kPerson, "ب", "ب") == two);
  CHECK(second.id_of(FieldId::kPerson, "ا", "أ") == one);
  CHECK(second.id_of(FieldId::kPerson, "ت", "ت") == 3);
}

TEST_CASE("a name of ten kilobytes is kept", "[index][entity]") {
  const TemporaryDirectory folder;
  index::EntityTableBuilder builder;
  std::string name;
  for (int i = 0; i < 1000; ++i) name += "اسم" + std::to_string(i) + " ";
  const auto id = builder.id_of(FieldId::kPerson, name, name);
  REQUIRE(builder.write(folder.path() / "entities"));
  const index::EntityTable table = index::EntityTable::open(folder.path() / "entities").value();
  CHECK(table.record(id).value().name == name);
  CHECK(table.find_key(FieldId::kPerson, name).value() == id);
}

TEST_CASE("a missing entity table is an error", "[index][entity]") {
  CHECK(index::EntityTable::open("/nowhere/at/all").error().kind == ErrorKind::kIndexDamaged);
}
