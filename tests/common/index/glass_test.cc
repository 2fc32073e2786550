#include <fmt/format.h>

#include <map>
#include <random>

#include "common/index/glass/database_writer.h"
#include "tests/property.h"
#include "tests/temporary_directory.h"

using namespace bayan::index;
using namespace bayan::tests;
namespace fs = std::filesystem;

namespace {

/// All that Xapian can say of a database, a fact a line.
std::vector<std::string> facts(const Xapian::Database& database) {
  std::vector<std::string> lines = {
      fmt::format("{} documents, last {}, length {}, lengths {} to {}", database.get_doccount(),
                  database.get_lastdocid(), database.get_total_length(),
                  database.get_doclength_lower_bound(), database.get_doclength_upper_bound())};
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key) {
    lines.push_back(fmt::format("metadata {} = {}", *key, database.get_metadata(*key)));
  }
  for (auto key = database.synonym_keys_begin(); key != database.synonym_keys_end(); ++key) {
    std::string line = fmt::format("synonyms of {}:", *key);
    for (auto it = database.synonyms_begin(*key); it != database.synonyms_end(*key); ++it) {
      line += " " + *it;
    }
    lines.push_back(std::move(line));
  }
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
    const Xapian::Document document = database.get_document(*it);
    std::string line =
        fmt::format("document {} of length {}: {}", *it, it.get_doclength(), document.get_data());
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
      line += fmt::format(" {}:{}", *term, term.get_wdf());
    }
    for (auto value = document.values_begin(); value != document.values_end(); ++value) {
      line += fmt::format(" [{}]={}", value.get_valueno(), *value);
    }
    lines.push_back(std::move(line));
  }
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    std::string line =
        fmt::format("term {} in {}, {} times, at most {}:", *term, term.get_termfreq(),
                    database.get_collection_freq(*term), database.get_wdf_upper_bound(*term));
    for (auto it = database.postlist_begin(*term); it != database.postlist_end(*term); ++it) {
      line += fmt::format(" {}:{}", *it, it.get_wdf());
    }
    lines.push_back(std::move(line));
  }
  for (Xapian::valueno slot = 0; slot < 400; ++slot) {
    if (database.get_value_freq(slot) == 0) continue;
    std::string line =
        fmt::format("slot {} of {}, {} to {}:", slot, database.get_value_freq(slot),
                    database.get_value_lower_bound(slot), database.get_value_upper_bound(slot));
    for (auto it = database.valuestream_begin(slot); it != database.valuestream_end(slot); ++it) {
      line += fmt::format(" {}={}", it.get_docid(), *it);
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

/// The same documents as Xapian writes them.
Xapian::WritableDatabase written_by_xapian(const fs::path& folder,
                                           const std::vector<DocumentDraft>& drafts) {
  Xapian::WritableDatabase database(folder.string(), Xapian::DB_CREATE_OR_OVERWRITE |
                                                         Xapian::DB_NO_SYNC |
                                                         Xapian::DB_BACKEND_GLASS);
  for (const DocumentDraft& draft : drafts) database.add_document(draft.document());
  database.commit();
  return database;
}

void write(const fs::path& folder, const std::vector<DocumentDraft>& drafts,
           glass::DocumentForm form = glass::DocumentForm::kCompressed) {
  glass::DatabaseWriter writer(folder, form);
  for (const DocumentDraft& draft : drafts) writer.add(draft);
  writer.finish();
}

std::size_t count_defects(const fs::path& folder) {
  return Xapian::Database::check(folder.string(), Xapian::DBCHECK_SHORT_TREE);
}

void require_same(const std::vector<std::string>& ours, const std::vector<std::string>& theirs) {
  REQUIRE(ours.size() == theirs.size());
  for (std::size_t i = 0; i < ours.size(); ++i) {
    // Not REQUIRE(a == b), which would print megabytes.
    INFO(ours[i].substr(0, 300));
    REQUIRE((ours[i] == theirs[i]));
  }
}

/// Some with many terms, some with none; few terms are in most documents, most in few.
std::vector<DocumentDraft> random_drafts(unsigned seed, std::size_t count) {
  std::mt19937 random(seed);
  const auto below = [&random](unsigned bound) { return static_cast<unsigned>(random() % bound); };
  std::vector<DocumentDraft> drafts(count);
  for (DocumentDraft& draft : drafts) {
    for (unsigned i = below(60); i > 0; --i) {
      const unsigned rank = below(1U << below(16));
      draft.add_term(fmt::format("كلمة{}", rank), below(3));
    }
    if (below(2) == 0) draft.add_boolean_term(fmt::format("XP{}", below(40)));
    for (const Xapian::valueno slot : {0U, 1U, 7U, 255U, 256U, 300U}) {
      if (below(3) != 0)
        draft.add_value(slot, std::string(1 + below(30), static_cast<char>('a' + below(26))));
    }
    std::string data(below(3) * 100, 'd');
    for (unsigned i = below(50) == 0 ? 200'000 : below(6000); i > 0; --i) {
      data += static_cast<char>(random());
    }
    draft.set_data(std::move(data));
  }
  return drafts;
}

}  // namespace

TEST_CASE("a database written at once is the one that Xapian writes", "[index][glass]") {
  const std::size_t count = GENERATE(0U, 1U, 3U, 700U);
  const glass::DocumentForm form =
      GENERATE(glass::DocumentForm::kLine, glass::DocumentForm::kCompressed);
  const TemporaryDirectory directory;
  const std::vector<DocumentDraft> drafts =
      random_drafts(static_cast<unsigned>(20261128 + count), count);
  const fs::path ours = directory.path() / "ours";
  write(ours, drafts, form);
  REQUIRE(count_defects(ours) == 0);
  require_same(facts(Xapian::Database(ours.string())),
               facts(written_by_xapian(directory.path() / "theirs", drafts)));
}

TEST_CASE("it holds what is at Xapian's bounds", "[index][glass]") {
  const TemporaryDirectory directory;
  DocumentDraft draft;
  draft.add_term(std::string(245, 'a'), 127);
  draft.add_term(std::string(245, 'b'), 1);
  draft.add_term(std::string(244, 'b') + "c", 100'000);
  draft.add_term(std::string("zero\0byte", 9), 0);
  draft.add_term("twice", 2);
  draft.add_term("twice");
  draft.add_value(3, std::string(5000, 'v'));
  draft.add_value(4, "goes");
  draft.add_value(4, "");
  const fs::path ours = directory.path() / "ours";
  write(ours, {draft, draft});
  REQUIRE(count_defects(ours) == 0);
  require_same(facts(Xapian::Database(ours.string())),
               facts(written_by_xapian(directory.path() / "theirs", {draft, draft})));
  REQUIRE_THROWS_AS(draft.add_term(std::string(246, 'a')), Xapian::InvalidArgumentError);
  REQUIRE_THROWS_AS(draft.add_term(""), Xapian::InvalidArgumentError);
}

TEST_CASE("it may hold more documents than two bytes count", "[index][glass]") {
  const TemporaryDirectory directory;
  std::vector<DocumentDraft> drafts(33'500);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    drafts[i].add_term("all");
    drafts[i].add_value(1, fmt::format("{:08}", i));
  }
  const fs::path ours = directory.path() / "ours";
  write(ours, drafts);
  REQUIRE(count_defects(ours) == 0);
  require_same(facts(Xapian::Database(ours.string())),
               facts(written_by_xapian(directory.path() / "theirs", drafts)));
}

TEST_CASE("Xapian changes it and merges it as one of its own", "[index][glass]") {
  const TemporaryDirectory directory;
  const std::vector<DocumentDraft> drafts = random_drafts(7, 300);
  const std::vector<DocumentDraft> others = random_drafts(8, 200);
  const fs::path ours = directory.path() / "ours";
  write(ours, drafts);
  write(directory.path() / "others", others);
  {
    Xapian::WritableDatabase changed(ours.string(), Xapian::DB_OPEN);
    changed.set_metadata("a", "b");
    changed.delete_document(17);
    changed.replace_document(18, others.front().document());
    changed.add_document(others.back().document());
    changed.commit();
  }
  REQUIRE(count_defects(ours) == 0);
  Xapian::WritableDatabase theirs = written_by_xapian(directory.path() / "theirs", drafts);
  theirs.set_metadata("a", "b");
  theirs.delete_document(17);
  theirs.replace_document(18, others.front().document());
  theirs.add_document(others.back().document());
  theirs.commit();
  require_same(facts(Xapian::Database(ours.string())), facts(theirs));

  Xapian::Database both(ours.string());
  both.add_database(Xapian::Database((directory.path() / "others").string()));
  both.compact((directory.path() / "merged").string(), Xapian::Compactor::FULL);
  REQUIRE(count_defects(directory.path() / "merged") == 0);
  for (const DocumentDraft& draft : others) theirs.add_document(draft.document());
  theirs.commit();
  require_same(facts(Xapian::Database((directory.path() / "merged").string())), facts(theirs));
}

TEST_CASE("metadata is kept, and it is no database before it is finished", "[index][glass]") {
  const TemporaryDirectory directory;
  const std::string folder = (directory.path() / "ours").string();
  glass::DatabaseWriter writer(folder);
  writer.set_metadata("key", std::string(100'000, 'x'));
  writer.set_metadata("empty", "");
  writer.add(DocumentDraft());
  REQUIRE_THROWS_AS(Xapian::Database(folder), Xapian::DatabaseOpeningError);
  writer.finish();
  REQUIRE(Xapian::Database(folder).get_metadata("key") == std::string(100'000, 'x'));
  REQUIRE(std::next(Xapian::Database(folder).metadata_keys_begin()) ==
          Xapian::Database(folder).metadata_keys_end());
}

namespace {

using Lists = std::map<std::string, std::vector<std::string>>;

/// Of one word to thousands, some with words twice.
Lists random_lists(unsigned seed, std::size_t count) {
  std::mt19937 random(seed);
  Lists lists;
  for (std::size_t i = 0; i < count; ++i) {
    std::vector<std::string>& list =
        lists[fmt::format("{}key{}", i % 2 == 0 ? "a" : "b", random())];
    for (unsigned size = 1U << random() % (i % 50 == 0 ? 12 : 4); size > 0; --size) {
      list.push_back(fmt::format("كلمة{}", random() % 3000));
    }
  }
  lists["a longest" + std::string(246, 'k')] = {std::string(255, 's'), std::string(95, 's'), "s"};
  lists[std::string("a zero\0", 7)] = {std::string("\0", 1), "\xFF"};
  return lists;
}

/// Those whose keys begin with `letter`, the greatest first.
glass::SynonymLists lists_of(const Lists& lists, char letter) {
  glass::SynonymLists out;
  for (auto list = lists.rbegin(); list != lists.rend(); ++list) {
    std::vector<std::string> synonyms = list->second;
    if (list->first.front() == letter) out.add(list->first, synonyms);
  }
  return out;
}

void add_to(Xapian::WritableDatabase& database, const Lists& lists) {
  for (const auto& [key, list] : lists) {
    for (const std::string& synonym : list) database.add_synonym(key, synonym);
  }
}

}  // namespace

TEST_CASE("lists of synonyms are those that Xapian writes", "[index][glass]") {
  const TemporaryDirectory directory;
  const Lists lists = random_lists(3, 2000);
  const fs::path ours = directory.path() / "ours";
  glass::DatabaseWriter writer(ours);
  writer.add_synonyms(lists_of(lists, 'a'));
  writer.add_synonyms(lists_of(lists, 'b'));
  writer.finish();
  REQUIRE(count_defects(ours) == 0);
  Xapian::WritableDatabase theirs = written_by_xapian(directory.path() / "theirs", {});
  add_to(theirs, lists);
  theirs.commit();
  require_same(facts(Xapian::Database(ours.string())), facts(theirs));

  const Lists more = {{"akey", {"new"}}, {lists.begin()->first, {"one more"}}};
  {
    Xapian::WritableDatabase changed(ours.string(), Xapian::DB_OPEN);
    add_to(changed, more);
    changed.commit();
  }
  add_to(theirs, more);
  theirs.commit();
  REQUIRE(count_defects(ours) == 0);
  require_same(facts(Xapian::Database(ours.string())), facts(theirs));
}

TEST_CASE("a list of nothing is none, and what Xapian cannot hold is refused", "[index][glass]") {
  const TemporaryDirectory directory;
  const fs::path ours = directory.path() / "ours";
  glass::SynonymLists lists;
  std::vector<std::string> none;
  lists.add("key", none);
  CHECK(lists.is_empty());
  std::vector<std::string> too_long = {std::string(256, 's')};
  CHECK_THROWS_AS(lists.add("key", too_long), Xapian::InvalidArgumentError);
  std::vector<std::string> fits = {"s"};
  CHECK_THROWS_AS(lists.add("", fits), Xapian::InvalidArgumentError);
  CHECK_THROWS_AS(lists.add(std::string(256, 'k'), fits), Xapian::InvalidArgumentError);
  glass::DatabaseWriter writer(ours);
  writer.add_synonyms(std::move(lists));
  CHECK_FALSE(writer.has_synonyms());
  writer.finish();
  CHECK_FALSE(fs::exists(ours / "synonym.glass"));
  CHECK(count_defects(ours) == 0);
}
