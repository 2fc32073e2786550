#include "searcher/long_query.h"

#include <array>

#include "common/index/schema.h"
#include "indexer/document_builder.h"
#include "searcher/form_cache.h"
#include "searcher/query_parser.h"
#include "tests/property.h"
#include "tests/temporary_directory.h"

using namespace bayan;
using searcher::Part;
using searcher::QueryNode;

namespace {

/// «نصبب», «نصبت» … where they are indexed, each in one statement more than the one before.
std::string word(std::size_t number) {
  constexpr std::array<const char*, 10> kLetters = {"ب", "ت", "ج", "د", "ر",
                                                    "س", "ع", "ف", "ق", "م"};
  return std::string("نص") + kLetters[number / 10] + kLetters[number % 10];
}

Xapian::WritableDatabase statements_of(std::size_t words) {
  index::EntityTableBuilder entities;
  indexer::DocumentBuilder builder(entities);
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (std::size_t i = 0; i < words; ++i) {
    statement::Statement statement;
    statement.id = "s" + std::to_string(i);
    for (std::size_t number = i; number < words; ++number) statement.body += word(number) + " ";
    database.add_document(builder.build(statement).document());
  }
  return database;
}

std::string words_to(std::size_t count, const std::string& between = " ") {
  std::string query;
  for (std::size_t i = 0; i < count; ++i) query += (i > 0 ? between : "") + word(i);
  return query;
}

struct Shortened {
  QueryNode tree;
  searcher::Shortening shortening;
};

Shortened shortened(const std::string& query, std::size_t words_in_index = 40) {
  const Xapian::WritableDatabase database = statements_of(words_in_index);
  Shortened out{*searcher::parse_query(query), {}};
  out.shortening = searcher::shorten(out.tree, database);
  return out;
}

std::size_t count(const QueryNode& node, Part part) {
  std::size_t sum = node.kind == searcher::NodeKind::kWord && node.part == part ? 1 : 0;
  for (const QueryNode& child : node.children) sum += count(child, part);
  return sum;
}

}  // namespace

TEST_CASE("words side by side within the bound are left as they are", "[searcher][long]") {
  const Shortened whole = shortened(words_to(searcher::kMostSideBySide));
  CHECK(whole.shortening.left_out == 0);
  CHECK_FALSE(whole.shortening.is_as_typed);
  CHECK(count(whole.tree, Part::kWhole) == searcher::kMostSideBySide);
}

TEST_CASE("function words and words after signs do not count", "[searcher][long]") {
  const Shortened whole = shortened(words_to(searcher::kMostSideBySide) + " في من على +" +
                                    word(30) + " -" + word(31) + " \"" + word(32) + "\"");
  CHECK(whole.shortening.left_out == 0);
}

TEST_CASE("of more words the rarest stay, and none twice", "[searcher][long]") {
  const std::size_t all = 40;
  // The first is said again, and one is in no statement.
  const Shortened most = shortened(words_to(all) + " " + word(0) + " " + word(90));
  CHECK(most.shortening.left_out == all + 2 - searcher::kMostSideBySide);
  for (std::size_t i = 0; i < all + 2; ++i) {
    INFO(i);
    const bool stays = i < searcher::kMostSideBySide;
    CHECK(most.tree.children[i].part == (stays ? Part::kWhole : Part::kLeftOut));
  }
}

TEST_CASE("a pasted text of function words alone is bounded too", "[searcher][long]") {
  std::string query;
  for (int i = 0; i < 20; ++i) query += "في من على ";
  const Shortened most = shortened(query);
  CHECK(count(most.tree, Part::kWhole) == 3);
  CHECK(most.shortening.left_out == 57);
}

TEST_CASE("long lists of OR are taken as typed and none is left out", "[searcher][long]") {
  const Shortened few = shortened(words_to(searcher::kMostInflected, " OR "));
  CHECK_FALSE(few.shortening.is_as_typed);
  const Shortened many = shortened(words_to(searcher::kMostInflected + 1, " OR "));
  CHECK(many.shortening.is_as_typed);
  CHECK(many.shortening.left_out == 0);
  CHECK(count(many.tree, Part::kAsTyped) == searcher::kMostInflected + 1);
  // Function words count where they are asked for.
  CHECK(shortened(words_to(searcher::kMostInflected, " OR ") + " OR من").shortening.is_as_typed);
}

TEST_CASE("of a word's forms those stay that match and that most statements hold",
          "[searcher][long]") {
  const tests::TemporaryDirectory folder;
  Xapian::WritableDatabase statements((folder.path() / "statements").string(),
                                      Xapian::DB_CREATE_OR_OVERWRITE);
  const std::vector<std::string> rising = {"وزير", "بوزير", "للوزير", "الوزير", "زير"};
  for (std::size_t i = 0; i < rising.size(); ++i) {
    Xapian::Document document;
    for (std::size_t form = i; form < rising.size(); ++form) {
      document.add_term(index::text_term(rising[form]));
    }
    statements.add_document(document);
  }
  statements.commit();
  REQUIRE(index::write_dictionary(statements, folder.path() / "dictionary"));
  const index::Dictionary dictionary =
      index::Dictionary::open(folder.path() / "dictionary").value();
  const auto forms = [&](std::size_t most) {
    searcher::FormCache cache(dictionary);
    cache.limit_forms(statements, most);
    std::vector<std::string> out;
    for (const index::RelatedForm& form : **cache.related_forms("وزير")) out.push_back(form.form);
    return out;
  };
  using Forms = std::vector<std::string>;
  CHECK(forms(1) == Forms{"وزير"});
  CHECK(forms(3) == Forms{"وزير", "الوزير", "للوزير"});
  CHECK(forms(4) == Forms{"وزير", "الوزير", "للوزير", "بوزير"});
  CHECK(forms(5).size() == 5);
}
