#include "common/index/statement_columns.h"

#include <set>

#include "tests/property.h"
#include "tests/temporary_directory.h"

using namespace bayan;
using namespace bayan::tests;
using index::FieldId;
using index::kPersonSlot;

namespace {

std::vector<std::uint32_t> entities_of(const index::StatementColumns& columns, Xapian::docid id) {
  const auto ids = columns.entities(kPersonSlot, id);
  return {ids.begin(), ids.end()};
}

}  // namespace

TEST_CASE("columns give a statement's entities, each once, and nothing for those of no name",
          "[index][columns]") {
  const TemporaryDirectory folder;
  index::EntityTableBuilder builder;
  const auto full = builder.id_of(FieldId::kPerson, "راشد عبدالله", "راشد عبدالله");
  const auto same = builder.id_of(FieldId::kPerson, "راشد بن عبدالله", "راشد بن عبدالله");
  const auto vetoed = builder.id_of(FieldId::kPerson, "توفيق", "توفيق");
  const auto other = builder.id_of(FieldId::kPerson, "سلمى", "سلمى");
  REQUIRE(builder.write(folder.path() / "table", {{0, full, full, 0, other}, {}}));
  const auto table = index::EntityTable::open(folder.path() / "table");
  REQUIRE(table);

  Xapian::WritableDatabase statements("", Xapian::DB_BACKEND_INMEMORY);
  const auto add = [&](const std::vector<std::uint32_t>& ids, const std::string& cluster) {
    Xapian::Document document;
    document.add_term("كلمة", 3);
    document.add_value(kPersonSlot, index::encode_ids(ids));
    document.add_value(index::kClusterSlot, cluster);
    return statements.add_document(document);
  };
  const auto first = add({full, same, vetoed}, "12345678");
  const auto second = add({}, "");
  const auto third = add({same, other}, "12345678");
  const auto fourth = add({vetoed}, "");

  const index::StatementColumns columns(statements);
  // Whatever was read before, what is asked for next is there: in order, and out of it.
  for (const auto& asked :
       std::vector<std::vector<Xapian::docid>>{{third}, {second, fourth}, {first, third}}) {
    index::DocumentSet documents(statements.get_lastdocid());
    for (const Xapian::docid id : asked) documents.insert(id);
    columns.load_entities(kPersonSlot, documents, *table);
    columns.load_lengths(documents);
    for (const Xapian::docid id : asked) CHECK(columns.length(id) == 3);
  }
  CHECK(entities_of(columns, first) == std::vector{full});
  CHECK(entities_of(columns, second).empty());
  CHECK(entities_of(columns, third) == std::vector{full, other});
  CHECK(entities_of(columns, fourth).empty());
  CHECK(columns.cluster(first) != 0);
  CHECK(columns.cluster(first) == columns.cluster(third));
  CHECK(columns.cluster(second) == 0);
}

TEST_CASE("a set of documents is a set", "[index][columns]") {
  check_property("over ids of one index", [] {
    constexpr Xapian::docid kLast = 200;
    const auto some =
        rc::gen::container<std::set<Xapian::docid>>(rc::gen::inRange<Xapian::docid>(1, kLast + 1));
    const std::set<Xapian::docid> a = *some;
    const std::set<Xapian::docid> b = *some;
    const auto set_of = [](const std::set<Xapian::docid>& ids) {
      index::DocumentSet set(kLast);
      for (const Xapian::docid id : ids) set.insert(id);
      return set;
    };
    const auto ids_where = [&](const auto& holds) {
      std::vector<Xapian::docid> ids;
      for (Xapian::docid id = 1; id <= kLast; ++id) {
        if (holds(a.contains(id), b.contains(id))) ids.push_back(id);
      }
      return ids;
    };
    index::DocumentSet united = set_of(a);
    united.unite(set_of(b));
    index::DocumentSet common = set_of(a);
    common.intersect(set_of(b));
    index::DocumentSet rest = set_of(a);
    rest.subtract(set_of(b));
    RC_ASSERT(united.ids() == ids_where([](bool x, bool y) { return x || y; }));
    RC_ASSERT(common.ids() == ids_where([](bool x, bool y) { return x && y; }));
    RC_ASSERT(rest.ids() == ids_where([](bool x, bool y) { return x && !y; }));
    RC_ASSERT(set_of(a).empty() == a.empty());
    RC_ASSERT(set_of(a).count() == a.size());
  });
}
