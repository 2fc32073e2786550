#include "searcher/ranking.h"

#include <algorithm>

#include "common/index/schema.h"
#include "indexer/document_builder.h"
#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

namespace {

const std::vector<std::string> kWords = {"وزير", "فرنسا", "قمة", "ذلك"};

std::string random_body() {
  std::string body = "وزير";
  for (int left = *rc::gen::inRange(0, 4); left > 0; --left)
    body += " " + *rc::gen::elementOf(kWords);
  return body;
}

struct Place {
  std::string id;
  double score;
  bool operator==(const Place&) const = default;
};

/// The answer for «وزير فرنسا» over statements added in the order given.
std::vector<Place> answer(const std::vector<statement::Statement>& statements, std::size_t offset,
                          std::size_t count) {
  index::EntityTableBuilder entities;
  indexer::DocumentBuilder builder(entities);
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (const statement::Statement& each : statements)
    database.add_document(builder.build(each).document());
  std::vector<searcher::RankedWord> words;
  std::vector<std::string> terms;
  for (const std::string word : {"وزير", "فرنسا"}) {
    words.push_back({word, words.size(), false, {{word, index::FormGrade::kSame}}, {}});
    terms.push_back(index::text_term(word));
  }
  const Xapian::Query query(Xapian::Query::OP_OR, terms.begin(), terms.end());
  std::vector<Place> places;
  searcher::Matcher matcher(database);
  const index::StatementColumns columns(database);
  const index::DocumentSet matches = matcher.match(query);
  for (const auto& ranked :
       searcher::rank(query, matches, words, {offset, count, false}, matcher, columns)) {
    places.push_back({ranked.document.get_value(index::kIdSlot), ranked.score});
  }
  return places;
}

}  // namespace

TEST_CASE("pages show parts of one order, scores never rise, ties stand by id",
          "[searcher][rank]") {
  check_property("over more statements than the second stage takes", [] {
    std::vector<statement::Statement> statements(*rc::gen::inRange(1, 110));
    for (std::size_t i = 0; i < statements.size(); ++i) {
      statements[i].id = "s" + std::to_string(100 + i);
      statements[i].body = random_body();
    }
    const std::vector<Place> whole = answer(statements, 0, 0);
    RC_ASSERT(whole.size() == statements.size());
    for (std::size_t i = 1; i < whole.size(); ++i) {
      RC_ASSERT(whole[i - 1].score > whole[i].score ||
                (whole[i - 1].score == whole[i].score && whole[i - 1].id < whole[i].id));
    }
    const std::size_t offset = *rc::gen::inRange<std::size_t>(0, 115);
    const std::size_t count = *rc::gen::inRange<std::size_t>(1, 40);
    const std::size_t begin = std::min(offset, whole.size());
    const std::size_t end = std::min(offset + count, whole.size());
    const std::vector<Place> expected(whole.begin() + static_cast<std::ptrdiff_t>(begin),
                                      whole.begin() + static_cast<std::ptrdiff_t>(end));
    RC_ASSERT(answer(statements, offset, count) == expected);
    std::ranges::reverse(statements);
    RC_ASSERT(answer(statements, 0, 0) == whole);
  });
}
