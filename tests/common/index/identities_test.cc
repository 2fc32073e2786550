#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "common/index/schema.h"
#include "common/index/settle_identities.h"
#include "common/index/user_knowledge.h"
#include "tests/property.h"
#include "tests/temporary_directory.h"

using namespace bayan;
using namespace bayan::tests;
using index::FieldId;

namespace {

struct Named {
  std::string person;
  std::string post = "";
};
using Statement = std::vector<Named>;

/// A document with the facet slots of a statement, as the indexer writes them.
Xapian::Document document_of(const Statement& statement, index::EntityTableBuilder& entities) {
  std::vector<std::uint32_t> persons;
  std::vector<std::uint32_t> posts;
  for (const Named& named : statement) {
    persons.push_back(entities.id_of(FieldId::kPerson, named.person, named.person));
    posts.push_back(
        named.post.empty() ? 0 : entities.id_of(FieldId::kPosition, named.post, named.post));
  }
  const auto rising = [](std::vector<std::uint32_t> ids) {
    std::erase(ids, 0);
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
  };
  const std::vector<std::uint32_t> person_ids = rising(persons);
  const std::vector<std::uint32_t> post_ids = rising(posts);
  std::vector<index::Holder> holders;
  for (std::size_t i = 0; i < persons.size(); ++i) {
    if (posts[i] == 0) continue;
    holders.push_back({static_cast<std::uint32_t>(std::ranges::lower_bound(person_ids, persons[i]) -
                                                  person_ids.begin()),
                       static_cast<std::uint32_t>(std::ranges::lower_bound(post_ids, posts[i]) -
                                                  post_ids.begin())});
  }
  Xapian::Document document;
  document.add_value(index::kPersonSlot, index::encode_ids(person_ids));
  document.add_value(index::kPositionSlot, index::encode_ids(post_ids));
  document.add_value(index::kHolderSlot, index::encode_holders(holders));
  return document;
}

/// An archive that grows and is published now and then.
class Archive {
 public:
  void add(const Statement& statement) { statements_.push_back(statement); }
  /// Rows of the user's gazetteer, for the next publishing and those behind it.
  void learn(const std::string& rows) {
    gazetteer_ = "#bayan-gazetteer 1\tkind\tname\tother\tyears\n" + rows;
  }

  /// Publishes all statements so far upon what was published before.
  void publish() {
    index::EntityTableBuilder entities;
    if (generation_ > 0) REQUIRE(entities.load(folder()));
    index::EntityEvidence evidence;
    for (const Statement& statement : statements_) {
      evidence.add(document_of(statement, entities));
    }
    if (gazetteer_) entities.set_gazetteer(*std::exchange(gazetteer_, std::nullopt));
    index::learn_gazetteer(entities);
    const index::Identities identities = index::settle_identities(entities, std::move(evidence));
    ++generation_;
    REQUIRE(entities.write(folder(), identities));
  }

  [[nodiscard]] index::EntityTable table() const {
    return index::EntityTable::open(folder()).value();
  }

  /// By key: the key of its entity.
  [[nodiscard]] std::map<std::string, std::string> entity_keys() const {
    const index::EntityTable entities = table();
    std::map<std::string, std::string> keys;
    for (std::uint32_t id = 1; id <= entities.last_id(); ++id) {
      const index::EntityRecord own = entities.record(id).value();
      if (own.field == FieldId::kPerson) keys[own.key] = entities.entity(id).value().key;
    }
    return keys;
  }

  [[nodiscard]] index::EntityRecord entity(std::string_view key) const {
    const index::EntityTable entities = table();
    return entities.entity(*entities.find_key(FieldId::kPerson, key).value()).value();
  }

 private:
  [[nodiscard]] std::filesystem::path folder() const {
    return folder_.path() / std::to_string(generation_);
  }
  TemporaryDirectory folder_;
  std::vector<Statement> statements_;
  std::optional<std::string> gazetteer_;
  int generation_ = 0;
};

}  // namespace

TEST_CASE("keys of one person are one entity under its fullest usual name", "[index][identity]") {
  Archive archive;
  archive.add({{"عادل الجبير", "وزير الخارجيه"}, {"طلال سيف"}});
  archive.add({{"عادل احمد الجبير", "وزير الخارجيه السعودي"}});
  archive.add({{"عادل احمد الجبير", "وزير الخارجيه"}});
  archive.publish();
  const index::EntityRecord entity = archive.entity("عادل الجبير");
  CHECK(entity.key == "عادل احمد الجبير");
  CHECK(entity.name == "عادل احمد الجبير");
  CHECK(entity.posts == std::vector<std::string>{"وزير الخارجيه", "وزير الخارجيه السعودي"});
  const index::EntityTable table = archive.table();
  const auto shorter = *table.find_key(FieldId::kPerson, "عادل الجبير").value();
  const auto fuller = *table.find_key(FieldId::kPerson, "عادل احمد الجبير").value();
  CHECK(table.entity_ids()[shorter] == fuller);
  CHECK(table.is_told_apart(shorter));
  CHECK_FALSE(table.is_told_apart(*table.find_key(FieldId::kPerson, "طلال سيف").value()));
  CHECK(table.members(shorter).value().size() == 2);
}

TEST_CASE("company, issuers and months of persons are counted from the slots",
          "[index][identity]") {
  index::EntityTableBuilder entities;
  index::EntityEvidence evidence;
  const auto add = [&](const Statement& statement, const char* issuer, const char* month) {
    Xapian::Document document = document_of(statement, entities);
    const auto put = [&](index::Slot slot, FieldId field, const char* key) {
      if (*key == '\0') return;
      const std::uint32_t id = entities.id_of(field, key, key);
      document.add_value(slot, index::encode_ids({&id, 1}));
    };
    put(index::kIssuerSlot, FieldId::kIssuer, issuer);
    put(index::kMonthSlot, FieldId::kMonth, month);
    evidence.add(document);
  };
  add({{"طلال سيف"}, {"راكان بريك"}}, "واس", "2015-07");
  add({{"طلال"}, {"راكان بريك"}, {"سعد زيد"}}, "واس", "2015-09");
  add({{"طلال سيف"}, {"طلال"}}, "", "");
  add({{"سعد زيد"}}, "بنا", "2015-08");
  const auto id = [&entities](FieldId field, const char* key) {
    return entities.id_of(field, key, key);
  };
  const std::uint32_t talal = id(FieldId::kPerson, "طلال سيف");
  const std::uint32_t short_talal = id(FieldId::kPerson, "طلال");
  const std::uint32_t rakan = id(FieldId::kPerson, "راكان بريك");
  const std::uint32_t saad = id(FieldId::kPerson, "سعد زيد");
  const auto companies = evidence.company_of({{talal, short_talal}, {saad}});
  REQUIRE(companies.size() == 2);
  const auto counts = [](const std::vector<entity::Seen>& seen) {
    std::map<std::uint32_t, std::uint32_t> out;
    for (const entity::Seen& one : seen) out[one.id] = one.count;
    return out;
  };
  CHECK(counts(companies[0].persons) == std::map<std::uint32_t, std::uint32_t>{
                                            {talal, 1}, {short_talal, 1}, {rakan, 2}, {saad, 1}});
  CHECK(counts(companies[0].issuers) ==
        std::map<std::uint32_t, std::uint32_t>{{id(FieldId::kIssuer, "واس"), 2}});
  CHECK(companies[0].months.size() == 2);
  CHECK(counts(companies[1].persons) ==
        std::map<std::uint32_t, std::uint32_t>{{short_talal, 1}, {rakan, 1}});
  CHECK(companies[1].issuers.size() == 2);
}

TEST_CASE("statements with both of two sets of persons are counted", "[index][identity]") {
  index::EntityTableBuilder entities;
  index::EntityEvidence evidence;
  evidence.add(document_of({{"طلال سيف"}, {"راكان بريك"}}, entities));
  evidence.add(document_of({{"طلال"}, {"طلال سيف"}, {"راكان بريك"}}, entities));
  evidence.add(document_of({{"طلال"}, {"سعد زيد"}}, entities));
  const auto id = [&entities](const char* key) {
    return entities.id_of(FieldId::kPerson, key, key);
  };
  const std::vector<std::vector<std::uint32_t>> sets = {
      {id("طلال سيف"), id("طلال")}, {id("راكان بريك")}, {id("سعد زيد")}, {}};
  const std::vector<entity::NamePair> pairs = {{0, 1}, {2, 0}, {1, 2}, {3, 0}};
  CHECK(evidence.statements_with_both(sets, pairs) == std::vector<std::uint32_t>{2, 1, 0, 0});
}

TEST_CASE("two who stand beside one another stay two in the archive", "[index][identity]") {
  Archive archive;
  archive.add({{"سلطان محمد القاسمي", "حاكم الشارقه"}});
  archive.add({{"سلطان محمد سلطان القاسمي", "ولي عهد ونايب حاكم الشارقه"}});
  archive.publish();
  archive.add({{"سلطان محمد القاسمي", "حاكم الشارقه"},
               {"سلطان محمد سلطان القاسمي", "ولي عهد ونايب حاكم الشارقه"}});
  archive.publish();
  CHECK(archive.entity("سلطان محمد القاسمي").key == "سلطان محمد القاسمي");
  CHECK(archive.entity("سلطان محمد سلطان القاسمي").key == "سلطان محمد سلطان القاسمي");
}

TEST_CASE("a short name joins by the company of the archive, and its key stays",
          "[index][identity]") {
  Archive archive;
  // So many of that name that its words tell nothing.
  for (const char* father : {"سعد", "خالد", "علي", "احمد", "فهد", "نايف", "تركي", "صالح"}) {
    for (const char* family : {"الدوسري", "الشمري", "العتيبي", "الحربي"}) {
      archive.add({{std::string("محمد ") + father + " " + family}});
    }
  }
  archive.add({{"محمد الدوسري"}, {"زيدون مهيوب"}, {"طامس سراقه"}});
  archive.publish();
  CHECK(archive.entity("محمد الدوسري").key == "محمد الدوسري");
  archive.add({{"محمد نايف الدوسري"}, {"زيدون مهيوب"}, {"طامس سراقه"}});
  archive.publish();
  CHECK(archive.entity("محمد نايف الدوسري").name == archive.entity("محمد الدوسري").name);
  const auto keys = archive.entity_keys();
  archive.add({{"محمد نايف الدوسري"}});
  archive.publish();
  for (const auto& [key, entity] : archive.entity_keys()) CHECK(keys.at(key) == entity);
}

TEST_CASE("what comes later takes the name further and leaves the key", "[index][identity]") {
  Archive archive;
  archive.add({{"طلال سيف"}});
  archive.publish();
  archive.add({{"طلال سيف ال بريك"}});
  archive.add({{"طلال سيف ال بريك"}});
  archive.publish();
  CHECK(archive.entity("طلال سيف ال بريك").key == "طلال سيف");
  CHECK(archive.entity("طلال سيف").name == "طلال سيف ال بريك");
}

TEST_CASE("two published entities that prove to be one keep the key of the greater",
          "[index][identity]") {
  Archive archive;
  archive.add({{"طلال سيف", "سفير البحرين"}});
  archive.add({{"طلال سيف ال بريك", "سفير البحرين"}});
  archive.add({{"طلال سيف ال بريك"}});
  archive.add({{"طلال سيف الهاجري", "سفير البحرين"}});
  archive.add({{"طلال سيف الهاجري"}});
  archive.publish();
  REQUIRE(archive.entity("طلال سيف").key == "طلال سيف");  // of two, nobody can tell
  for (int i = 0; i < 20; ++i) archive.add({{"طلال سيف ال بريك", "سفير البحرين"}});
  archive.publish();
  CHECK(archive.entity("طلال سيف").key == "طلال سيف ال بريك");
  archive.publish();
  CHECK(archive.entity("طلال سيف").key == "طلال سيف ال بريك");
}

TEST_CASE("adding statements renames no entity's key", "[index][identity]") {
  check_property(
      "a published key that stands for an entity goes on standing for one, or is part "
      "of one that stood before",
      [] {
        const std::vector<std::string> names = {
            "طلال سيف",         "طلال سيف ال بريك",   "طلال سيف راكان ال بريك",
            "طلال ال بريك",     "عادل الجبير",        "عادل احمد الجبير",
            "عادل احمد",        "راكان طامس",         "راكان زيد طامس",
            "راكان زيد",        "احمد الطيب",         "احمد طيب",
            "سيرغي لافروف",     "سيرجي لافروف",       "راكان زيد مهيوب",
            "طلال سيف الهاجري", "سلطان محمد القاسمي", "سلطان محمد سلطان القاسمي",
            "سلطان القاسمي",    "احمد العبدالله",     "احمد عبدالله الاحمد الصباح"};
        const std::vector<std::string> posts = {"", "وزير الخارجيه", "سفير البحرين", "لاعب وسط",
                                                "حاكم الشارقه"};
        Archive archive;
        std::map<std::string, std::string> before;
        const int rounds = *rc::gen::inRange(2, 5);
        for (int round = 0; round < rounds; ++round) {
          const int added = *rc::gen::inRange(1, 12);
          for (int i = 0; i < added; ++i) {
            Statement statement = {{*rc::gen::elementOf(names), *rc::gen::elementOf(posts)}};
            if (*rc::gen::inRange(0, 3) == 0) {
              statement.push_back({*rc::gen::elementOf(names), *rc::gen::elementOf(posts)});
            }
            archive.add(statement);
          }
          archive.publish();
          const std::map<std::string, std::string> now = archive.entity_keys();
          for (const auto& [key, entity] : before) {
            if (entity != key) continue;
            // Standing still, or absorbed by one that stood for an entity before.
            RC_ASSERT(now.at(key) == key || before.at(now.at(key)) == now.at(key));
          }
          before = now;
        }
      });
}

TEST_CASE("the same statements in another order give the same persons", "[index][identity]") {
  check_property("keys are of one entity in both orders or in neither", [] {
    const std::vector<std::string> names = {"طلال سيف",
                                            "طلال سيف ال بريك",
                                            "طلال سيف راكان ال بريك",
                                            "سلطان محمد القاسمي",
                                            "سلطان محمد سلطان القاسمي",
                                            "سلطان محمد صقر القاسمي",
                                            "سلطان القاسمي",
                                            "احمد العبدالله",
                                            "احمد عبدالله الاحمد الصباح",
                                            "خالد الفيصل",
                                            "خالد فيصل عبدالعزيز ال سعود"};
    const std::vector<std::string> posts = {"", "حاكم الشارقه", "ولي عهد الشارقه", "لاعب وسط"};
    std::vector<Statement> statements;
    const int count = *rc::gen::inRange(1, 20);
    for (int i = 0; i < count; ++i) {
      Statement statement;
      const int named = *rc::gen::inRange(1, 4);
      for (int n = 0; n < named; ++n) {
        statement.push_back({*rc::gen::elementOf(names), *rc::gen::elementOf(posts)});
      }
      statements.push_back(std::move(statement));
    }
    const auto persons = [](const std::vector<Statement>& list) {
      Archive archive;
      for (const Statement& statement : list) archive.add(statement);
      archive.publish();
      return archive.entity_keys();
    };
    const std::map<std::string, std::string> once = persons(statements);
    const auto turns = *rc::gen::inRange<std::size_t>(0, statements.size());
    std::rotate(statements.begin(), statements.begin() + static_cast<std::ptrdiff_t>(turns),
                statements.end());
    std::ranges::reverse(statements.begin(),
                         statements.begin() + static_cast<std::ptrdiff_t>(turns));
    RC_ASSERT(persons(statements) == once);
  });
}

TEST_CASE("what the user knows goes before what names say", "[index][identity][gazetteer]") {
  Archive archive;
  archive.add({{"طلال سيف ال بريك", "سفير البحرين"}, {"راكان زيد"}, {"حكم الجزاء"}});
  archive.add({{"طلال سيف", "سفير البحرين"}, {"راكان طامس"}, {"حكم الجزاء"}});
  archive.publish();
  REQUIRE(archive.entity("طلال سيف").key == "طلال سيف ال بريك");
  REQUIRE(archive.entity("راكان زيد").key == "راكان زيد");

  archive.learn(
      "not\tطلال سيف آل بريك\tطلال سيف\n"
      "same\tراكان طامس\tراكان بن زيد\n"
      "not\tحكم الجزاء\n"
      "rename\tطلال سيف\tالسفير الآخر\n"
      "post\tراكان زيد\tرئيس الجمعية\t2004-2011\n"
      "person\tراكان بن طامس\tRakan Tamis | أبو زيد\n");
  archive.publish();
  CHECK(archive.entity("طلال سيف").key == "طلال سيف");
  CHECK(archive.entity("طلال سيف").name == "السفير الآخر");
  CHECK(archive.entity("طلال سيف ال بريك").key == "طلال سيف ال بريك");
  CHECK(archive.entity("راكان زيد").key == archive.entity("راكان طامس").key);
  CHECK(archive.entity("راكان زيد").name == "راكان بن طامس");
  CHECK(archive.entity("راكان زيد").posts == std::vector<std::string>{"رئيس الجمعية (2004-2011)"});
  CHECK(archive.entity("ابو زيد").name == "راكان بن طامس");
  const index::EntityTable table = archive.table();
  const auto vetoed = *table.find_key(FieldId::kPerson, "حكم الجزاء").value();
  CHECK(table.entity_ids()[vetoed] == 0);
  CHECK(table.members(vetoed).value().empty());

  // It is kept until another takes its place.
  archive.add({{"راكان زيد"}});
  archive.publish();
  CHECK(archive.entity("راكان زيد").name == "راكان بن طامس");
  archive.learn("");
  archive.publish();
  CHECK(archive.entity("طلال سيف").key == archive.entity("طلال سيف ال بريك").key);
  CHECK(archive.entity("راكان زيد").name == "راكان زيد");
}

TEST_CASE("a veto takes an entity along only where it is known by the name",
          "[index][identity][gazetteer]") {
  Archive archive;
  for (int i = 0; i < 9; ++i) archive.add({{"مسعود بارزاني", "رييس الاقليم"}});
  archive.add({{"مسعود بارزاني لطمانته", "رييس الاقليم"}});
  archive.learn("not\tمسعود بارزاني لطمانته\n");
  archive.publish();
  const index::EntityTable table = archive.table();
  CHECK(table.entity_ids()[*table.find_key(FieldId::kPerson, "مسعود بارزاني").value()] != 0);
  CHECK(table.entity_ids()[*table.find_key(FieldId::kPerson, "مسعود بارزاني لطمانته").value()] ==
        0);
}

TEST_CASE("a gazetteer larger than one piece is kept whole", "[index][gazetteer]") {
  const TemporaryDirectory folder;
  index::EntityTableBuilder builder;
  std::string text;
  while (text.size() < 3'000'000) text += "not\tزيد " + std::to_string(text.size()) + "\n";
  builder.set_gazetteer(text);
  REQUIRE(builder.write(folder.path() / "entities"));
  index::EntityTableBuilder again;
  REQUIRE(again.load(folder.path() / "entities"));
  CHECK(again.gazetteer() == text);
  again.set_gazetteer("x");
  REQUIRE(again.write_changes(folder.path() / "entities"));
  CHECK(index::EntityTable::open(folder.path() / "entities").value().gazetteer().value() == "x");
}

TEST_CASE("holders survive their slot", "[index][identity]") {
  const std::vector<index::Holder> holders = {{0, 0}, {1, 300}, {2, 1}};
  CHECK(index::decode_holders(index::encode_holders(holders)) == holders);
  CHECK(index::decode_holders("\x80").empty());
}
