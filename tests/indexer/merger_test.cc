#include "indexer/merger.h"

#include <set>

#include "common/index/dictionary.h"
#include "common/index/schema.h"
#include "common/index/text_dictionaries.h"
#include "common/statement/codec.h"
#include "indexer/plan_changes.h"
#include "tests/property.h"
#include "tests/temporary_directory.h"

using namespace bayan;
using namespace bayan::tests;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kSegmentTextBytes = std::size_t{1} << 20;

statement::Statement make_statement(const std::string& id, const std::string& title,
                                    const std::string& body) {
  statement::Statement statement;
  statement.id = id;
  statement.title = title;
  statement.body = body;
  statement.date = "2024-07-26";
  statement.issuer = "وزارة الداخلية";
  statement.location = {"archives/a.zip", "b.json", 1};
  statement.entities.countries = {{"FR", {}}};
  return statement;
}

struct Outcome {
  std::uint64_t statement_count = 0;
  std::uint64_t replaced_count = 0;
};

/// Indexes `statements` in their order into `path`, upon what is published there, and publishes a
/// new generation.
Outcome run(const fs::path& path, const std::vector<statement::Statement>& statements) {
  const index::IndexLock lock = index::IndexLock::acquire(path).value();
  std::optional<index::Generation> previous;
  std::optional<indexer::IndexedStatements> before;
  index::EntityTableBuilder entities;
  if (index::is_published(path)) {
    previous = index::published_generation(path).value();
    before.emplace(Xapian::Database(previous->statements().string()));
    REQUIRE(entities.load(previous->entities()));
  }
  indexer::WorkArea area = indexer::WorkArea::open(path, "test").value();
  indexer::SegmentSet segments(area, kSegmentTextBytes);
  indexer::SegmentWriter writer(segments, entities);
  indexer::SourceTracker tracker({}, 0, false);
  std::uint64_t sequence = 0;
  for (const statement::Statement& statement : statements) {
    indexer::Origin origin{.sequence = ++sequence,
                           .source = tracker.number_of(statement.location.path)};
    if (before) {
      if (const auto found = before->find(statement.id)) origin.indexed_as = found->document;
    }
    REQUIRE(writer.add(statement, origin));
  }
  REQUIRE(writer.finish());
  const indexer::ChangeSet changes =
      indexer::plan_changes(tracker, segments, before ? &*before : nullptr, {});
  const index::Generation next = lock.begin_generation().value();
  const Result<std::uint64_t> count = indexer::merge_segments(
      segments.segments(), changes, entities, previous, next, [](indexer::MergeStep) {});
  REQUIRE(count);
  index::Manifest manifest = index::make_manifest("test");
  manifest.statement_count = *count;
  REQUIRE(lock.publish(next, manifest));
  CHECK_FALSE(fs::exists(next.scratch()));
  area.remove();
  return {*count, changes.resolution.replaced_count};
}

Xapian::Database open(const fs::path& path) {
  return Xapian::Database(index::published_generation(path).value().statements().string());
}

std::string title_of(const Xapian::Database& database, const std::string& id) {
  const std::string term = index::make_term(index::FieldId::kId, id);
  const auto posting = database.postlist_begin(term);
  REQUIRE(posting != database.postlist_end(term));
  return index::decoder_of(database)
      .decode(database.get_document(*posting).get_data())
      .value()
      .title;
}

}  // namespace

TEST_CASE("statements are found by their folded words, fields and facets", "[indexer][merger]") {
  const TemporaryDirectory folder;
  const fs::path path = folder.path() / "a.bayan";
  run(path, {make_statement("1", "زيارة الوزير", "إلى فرنسا")});
  const Xapian::Database database = open(path);
  CHECK(database.get_doccount() == 1);
  std::set<std::string> terms;
  for (auto it = database.allterms_begin(); it != database.allterms_end(); ++it) {
    terms.insert(index::read_term(*it));
  }
  for (const char* term :
       {"زياره", "Sزياره", "فرنسا", "XC:FR", "XIوزاره الداخليه", "M2024-07", "D20240726", "Q1",
        "Parchives", "Parchives/a.zip", "Parchives/a.zip!/b.json"}) {
    INFO(term);
    CHECK(terms.contains(term));
  }
  CHECK_FALSE(database.term_exists(index::make_term(index::FieldId::kTitle, "فرنسا")));
  CHECK(database.get_document(1).get_value(index::kDateSlot) == "20240726");
  CHECK_FALSE(database.get_document(1).get_value(index::kCountrySlot).empty());
  CHECK(fs::exists(index::published_generation(path).value().dictionary()));
}

TEST_CASE("one id is one statement: the last of a run stays", "[indexer][merger]") {
  const TemporaryDirectory folder;
  const fs::path path = folder.path() / "a.bayan";
  run(path, {make_statement("1", "قديم", ""), make_statement("2", "آخر", ""),
             make_statement("1", "جديد", "")});
  CHECK(open(path).get_doccount() == 2);
  CHECK(title_of(open(path), "1") == "جديد");
}

TEST_CASE("a later run adds statements and replaces those of the same id", "[indexer][merger]") {
  const TemporaryDirectory folder;
  const fs::path path = folder.path() / "a.bayan";
  run(path, {make_statement("1", "قديم", ""), make_statement("2", "باق", "")});
  const Outcome second =
      run(path, {make_statement("1", "جديد", ""), make_statement("3", "ثالث", "")});
  CHECK(second.replaced_count == 1);
  CHECK(second.statement_count == 3);
  CHECK(title_of(open(path), "1") == "جديد");
  CHECK(title_of(open(path), "2") == "باق");
  CHECK(title_of(open(path), "3") == "ثالث");
  CHECK_FALSE(open(path).term_exists(index::text_term("قديم")));
  const Outcome third = run(path, {make_statement("1", "أ", ""), make_statement("2", "ب", ""),
                                   make_statement("3", "ت", "")});
  CHECK(third.replaced_count == 3);
  CHECK(open(path).get_doccount() == 3);
}

TEST_CASE("an index of no statements is an index", "[indexer][merger]") {
  const TemporaryDirectory folder;
  const fs::path path = folder.path() / "a.bayan";
  run(path, {});
  CHECK(open(path).get_doccount() == 0);
}

TEST_CASE("names and words beyond Xapian's limit lose nothing beside them", "[indexer][merger]") {
  const TemporaryDirectory folder;
  const fs::path path = folder.path() / "a.bayan";
  std::string long_word;
  for (int i = 0; i < 10000; ++i) long_word += "س";
  statement::Statement odd = make_statement(std::string(5000, 'i'), long_word, long_word);
  odd.issuer = long_word + " " + long_word;
  odd.location.path = std::string(3000, 'p') + "/" + std::string(3000, '\0');
  odd.entities.persons = {{long_word, long_word, long_word, {}}};
  odd.entities.organisations = {{long_word, long_word, long_word, {}}};
  std::vector<statement::Statement> statements;
  for (int i = 0; i < 300; ++i) {
    statements.push_back(make_statement(std::to_string(i), "عنوان", "متن"));
  }
  statements.insert(statements.begin() + 5, odd);
  run(path, statements);
  CHECK(open(path).get_doccount() == 301);
  CHECK(title_of(open(path), odd.id) == long_word);
}

TEST_CASE("more segments than one compaction takes are merged in tiers", "[indexer][merger]") {
  const TemporaryDirectory folder;
  const fs::path path = folder.path() / "a.bayan";
  const index::IndexLock lock = index::IndexLock::acquire(path).value();
  index::EntityTableBuilder entities;
  indexer::WorkArea area = indexer::WorkArea::open(path, "test").value();
  indexer::SegmentSet segments(area, kSegmentTextBytes);
  constexpr int kSegments = 200;
  for (int i = 0; i < kSegments; ++i) {
    indexer::SegmentWriter writer(segments, entities);
    REQUIRE(writer.add(make_statement(std::to_string(i), "عنوان", "متن"),
                       {.sequence = static_cast<std::uint64_t>(i) + 1}));
    REQUIRE(writer.finish());
  }
  const index::Generation next = lock.begin_generation().value();
  const Result<std::uint64_t> count = indexer::merge_segments(
      segments.segments(), {}, entities, std::nullopt, next, [](indexer::MergeStep) {});
  REQUIRE(count);
  CHECK(*count == kSegments);
}
