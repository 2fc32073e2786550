#include "searcher/matcher.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "searcher/first_stage.h"
#include "searcher/phrase_source.h"
#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;
using Xapian::Query;

namespace {

const std::vector<std::string> kTerms = {"ا", "ب", "ت", "ث", "ج"};
constexpr Xapian::valueno kSlot = 3;

/// Statements of random terms, some of them removed again, so that ids have gaps.
Xapian::WritableDatabase random_database() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  const int count = *rc::gen::inRange(1, 60);
  for (int i = 0; i < count; ++i) {
    Xapian::Document document;
    for (const std::string& term : kTerms) {
      const auto times = static_cast<Xapian::termcount>(*rc::gen::inRange(0, 4));
      if (times > 0) document.add_term(term, times);
    }
    document.add_value(kSlot, std::string(1, static_cast<char>('a' + *rc::gen::inRange(0, 5))));
    database.add_document(document);
  }
  for (int i = 1; i <= count; ++i) {
    if (*rc::gen::inRange(0, 6) == 0) database.delete_document(static_cast<Xapian::docid>(i));
  }
  return database;
}

/// One of kTerms or more, each once.
std::vector<std::string> some_terms() {
  std::vector<std::string> terms;
  for (const std::string& term : kTerms) {
    if (*rc::gen::arbitrary<bool>()) terms.push_back(term);
  }
  return terms.empty() ? kTerms : terms;
}

Query random_leaf(const Xapian::Database& database) {
  switch (*rc::gen::inRange(0, 7)) {
    case 0:
      return Query::MatchAll;
    case 1:
      return Query::MatchNothing;
    case 2:
      return Query(Query::OP_VALUE_RANGE, kSlot, "b", "d");
    case 3: {
      std::vector<Xapian::docid> some;
      const auto end = database.postlist_end("");
      for (auto it = database.postlist_begin(""); it != end; ++it) {
        if (*rc::gen::arbitrary<bool>()) some.push_back(*it);
      }
      return searcher::make_document_query(some);
    }
    case 4: {
      const std::vector<std::string> terms = some_terms();
      return Query(Query::OP_SYNONYM, terms.begin(), terms.end());
    }
    default:
      return Query(*rc::gen::elementOf(kTerms));
  }
}

Query random_query(const Xapian::Database& database, int depth) {
  if (depth == 0 || *rc::gen::inRange(0, 3) == 0) return random_leaf(database);
  const int kind = *rc::gen::inRange(0, 5);
  if (kind == 4) return Query(Query::OP_SCALE_WEIGHT, random_query(database, depth - 1), 0.0);
  constexpr std::array kJoins = {Query::OP_AND, Query::OP_OR, Query::OP_AND_NOT, Query::OP_FILTER};
  std::vector<Query> parts;
  for (int i = *rc::gen::inRange(2, 4); i > 0; --i)
    parts.push_back(random_query(database, depth - 1));
  const Query::op join = kJoins[static_cast<std::size_t>(kind)];
  if (join == Query::OP_AND || join == Query::OP_OR) return {join, parts.begin(), parts.end()};
  return {join, parts[0], parts[1]};
}

Xapian::MSet ask_xapian(const Xapian::Database& database, const Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BM25Weight(0.4, 0, 1, 0.8, 0.1));
  return enquire.get_mset(0, database.get_doccount());
}

}  // namespace

TEST_CASE("a matcher finds what Xapian finds", "[searcher][match]") {
  check_property("any query, over ids with gaps", [] {
    const Xapian::WritableDatabase database = random_database();
    const Query query = random_query(database, 3);
    const Xapian::MSet expected = ask_xapian(database, query);
    std::vector<Xapian::docid> ids;
    for (auto match = expected.begin(); match != expected.end(); ++match) ids.push_back(*match);
    std::ranges::sort(ids);
    searcher::Matcher matcher(database);
    RC_ASSERT(matcher.match(query).ids() == ids);
    RC_ASSERT(matcher.match(query).count() == ids.size());
  });
}

TEST_CASE("words weigh in the first stage what BM25 gives them", "[searcher][rank]") {
  check_property("terms side by side, behind filters and exclusions", [] {
    const Xapian::WritableDatabase database = random_database();
    const std::vector<std::string> terms = some_terms();
    Query query(*rc::gen::element(Query::OP_AND, Query::OP_OR), terms.begin(), terms.end());
    if (*rc::gen::arbitrary<bool>()) query = Query(Query::OP_FILTER, query, Query(kTerms[0]));
    if (*rc::gen::arbitrary<bool>()) query = Query(Query::OP_AND_NOT, query, Query(kTerms[1]));
    const Xapian::MSet expected = ask_xapian(database, query);
    searcher::Matcher matcher(database);
    const index::StatementColumns columns(database);
    const auto weighed = searcher::weigh(query, matcher.match(query), matcher, columns);
    RC_ASSERT(weighed.size() == expected.size());
    for (auto match = expected.begin(); match != expected.end(); ++match) {
      const auto own = std::ranges::find(weighed, *match, &searcher::Weighed::id);
      RC_ASSERT(own != weighed.end());
      RC_ASSERT(std::abs(own->weight - match.get_weight()) < 1e-6);
    }
  });
}

TEST_CASE("forms of one word are counted together, and are as rare as the word",
          "[searcher][rank]") {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  const auto add = [&](const std::vector<std::string>& words) {
    Xapian::Document document;
    for (const std::string& word : words) document.add_term(word);
    return database.add_document(document);
  };
  const Xapian::docid both = add({"وزير", "وزراء"});
  const Xapian::docid one = add({"وزير", "قال"});
  const Xapian::docid none = add({"قال", "ذلك"});
  const std::vector<std::string> forms = {"وزير", "وزراء"};
  const Query word(Query::OP_SYNONYM, forms.begin(), forms.end());
  searcher::Matcher matcher(database);
  const index::StatementColumns columns(database);
  const auto weights = searcher::weigh(Query(Query::OP_OR, word, Query("قال")),
                                       matcher.match(Query::MatchAll), matcher, columns);
  REQUIRE(weights.size() == 3);
  // Two statements of three hold the word and two hold «قال»: they weigh the same.
  CHECK(weights[one - 1].weight == Approx(2 * weights[none - 1].weight));
  CHECK(weights[both - 1].weight > weights[none - 1].weight);
  CHECK(weights[both - 1].weight < weights[one - 1].weight);
}
