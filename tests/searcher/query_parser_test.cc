#include "searcher/query_parser.h"

#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

TEST_CASE("queries become trees", "[searcher][query]") {
  const std::pair<const char*, const char*> rows[] = {
      {"", "(words)"},
      {"  ", "(words)"},
      {"وزير الداخلية", R"((words (word "وزير") (word "الداخلية")))"},
      {"\"وزير الداخلية\"", R"((words (phrase "وزير الداخلية")))"},
      {"«وزير الداخلية»", R"((words (phrase "وزير الداخلية")))"},
      {"=وزير", R"((words (exact "وزير")))"},
      {"+وزير -فرنسا", R"((words (must (word "وزير")) (not (word "فرنسا"))))"},
      {"وزير NOT فرنسا", R"((words (word "وزير") (not (word "فرنسا"))))"},
      {"أ OR ب", R"((any (words (word "أ")) (words (word "ب"))))"},
      {"أ | ب ج", R"((any (words (word "أ")) (words (word "ب") (word "ج"))))"},
      {"أ AND ب", R"((all (words (word "أ")) (words (word "ب"))))"},
      {"(أ OR ب) ج", R"((words (any (words (word "أ")) (words (word "ب"))) (word "ج")))"},
      {"title:وزير", R"((words (word title: "وزير")))"},
      {"عنوان:وزير", R"((words (word title: "وزير")))"},
      {"دوله:فرنسا", R"((words (filter country: "فرنسا")))"},
      {"person:\"راشد ال خليفه\"", R"((words (filter person: "راشد ال خليفه")))"},
      {"ORANGE وأو", R"((words (word "ORANGE") (word "وأو")))"},
      {"أ /أو/ ب /و/ ج", R"((any (words (word "أ")) (all (words (word "ب")) (words (word "ج")))))"},
      {"أ || ب && ج", R"((any (words (word "أ")) (all (words (word "ب")) (words (word "ج")))))"},
      {"وزير /ليس/ فرنسا", R"((words (word "وزير") (not (word "فرنسا"))))"},
      {"أ NEAR/5 ب", R"((words (near/5 (word "أ") (word "ب"))))"},
      {"أ قرب/٥ \"ب ج\" NEAR د", R"((words (near/10 (word "أ") (phrase "ب ج") (word "د"))))"},
      {"(أ OR ب) NEAR/2 ج",
       R"((words (near/2 (any (words (word "أ")) (words (word "ب"))) (word "ج"))))"},
      {"وزار*", R"((words (wildcard "وزار*")))"},
      {"=وزار*", R"((words (exact "وزار*")))"},
      {"title:(أ OR =ب)", R"((words (any (words (word title: "أ")) (words (exact title: "ب")))))"},
      {"country:(FR JP)", R"((words (words (filter country: "FR") (filter country: "JP"))))"},
      {"country:=FR,JP", R"((words (filter country: "=FR,JP")))"},
      {"تاريخ:يوليو 2024 وزير", R"((words (filter date: "يوليو 2024") (word "وزير")))"},
      {"date:last month وزير", R"((words (filter date: "last month") (word "وزير")))"},
      {"date:2024 2025", R"((words (filter date: "2024") (word "2025")))"},
      {"-(أ ب)", R"((words (not (words (word "أ") (word "ب")))))"},
      {"وزير(فرنسا)", R"((words (word "وزير") (words (word "فرنسا"))))"},
      {"كوالا-لمبور a+b", R"((words (word "كوالا-لمبور") (word "a+b")))"},
      {"16:31", R"((words (word "16:31")))"},
  };
  for (const auto& [query, expected] : rows) {
    INFO(query);
    const auto tree = searcher::parse_query(query);
    REQUIRE(tree);
    CHECK(searcher::describe(*tree) == expected);
  }
}

TEST_CASE("a wrong query is told with its place", "[searcher][query]") {
  // The query, the message, and what the place holds.
  const std::tuple<std::string, std::string, std::string> rows[] = {
      {"وزير \"الداخلية", "a quote is not closed", "\""},
      {"(أ ب", "a bracket is not closed", "("},
      {"أ)", "a bracket closes nothing", ")"},
      {"أ OR", "OR stands with nothing on one side", "OR"},
      {"AND أ", "AND stands with nothing on one side", "AND"},
      {"أ /أو/", "/أو/ stands with nothing on one side", "/أو/"},
      {"أ - ب", "the sign stands before nothing", "-"},
      {"=", "the sign stands before nothing", "="},
      {"(أ =)", "the sign stands before nothing", "="},
      {"+|", "the sign stands before nothing", "+"},
      {"NOT", "the sign stands before nothing", "NOT"},
      {"أ NEAR/0 ب", "NEAR wants a number of words from 1 to 100", "0"},
      {"أ NEAR/x ب", "NEAR wants a number of words from 1 to 100", "x"},
      {"أ NEAR", "NEAR stands with nothing on one side", "NEAR"},
      {"NEAR أ", "NEAR stands with nothing on one side", "NEAR"},
      {"أ NEAR (ب ج)", "NEAR wants words, phrases or some of them in brackets on both sides",
       "(ب ج)"},
      {"colour:x", "there is no field «colour»", "colour"},
      {"title: x", "title: has no value", "title:"},
      {"title:date:x", "title: has no value", "title:"},
  };
  for (const auto& [query, message, place] : rows) {
    INFO(query);
    const auto tree = searcher::parse_query(query);
    REQUIRE_FALSE(tree);
    const Error& error = tree.error();
    CHECK(error.message == "query: " + message);
    CHECK(error.kind == ErrorKind::kQuery);
    CHECK_FALSE(error.hint.empty());
    REQUIRE(error.excerpt);
    CHECK(error.excerpt->text == query);
    CHECK(query.substr(error.excerpt->begin, error.excerpt->end - error.excerpt->begin) == place);
  }
  CHECK_FALSE(searcher::parse_query(std::string(20'000, 'a')));
  CHECK_FALSE(searcher::parse_query(std::string(5'000, '(')));
  std::string words;
  for (std::size_t i = 0; i <= searcher::kMostWords; ++i) words += "a ";
  CHECK_FALSE(searcher::parse_query(words));
  std::string wildcards;
  for (std::size_t i = 0; i <= searcher::kMostWildcards; ++i) wildcards += "وزار* ";
  CHECK_FALSE(searcher::parse_query(wildcards));
}

TEST_CASE("any bytes are a query or an error", "[searcher][query]") {
  check_property("no crash", [] {
    const std::string query =
        *rc::gen::oneOf(any_bytes(), arabic_text(),
                        rc::gen::container<std::string>(rc::gen::element(
                            '(', ')', '"', '-', '+', '!', ':', '|', '&', ' ', 'a', '=')));
    const auto tree = searcher::parse_query(query);
    if (tree || !tree.error().excerpt) return;
    const Excerpt& place = *tree.error().excerpt;
    RC_ASSERT(place.begin <= place.end);
    RC_ASSERT(place.end <= query.size());
  });
}
