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
  const std::pair<std::string, std::string> rows[] = {
      {"وزير \"الداخلية", "query: a quote is not closed: وزير ⟦?⟧\"الداخلية"},
      {"(أ ب", "query: a bracket is not closed: ⟦?⟧(أ ب"},
      {"أ)", "query: a bracket closes nothing: أ⟦?⟧)"},
      {"أ OR", "query: OR stands with nothing on one side: أ ⟦?⟧OR"},
      {"AND أ", "query: AND stands with nothing on one side: ⟦?⟧AND أ"},
      {"أ - ب", "query: the sign stands before nothing: أ ⟦?⟧- ب"},
      {"=", "query: the sign stands before nothing: ⟦?⟧="},
      {"(أ =)", "query: the sign stands before nothing: (أ ⟦?⟧=)"},
      {"+|", "query: the sign stands before nothing: +⟦?⟧|"},
      {"colour:x", "query: there is no field «colour»: ⟦?⟧colour:x"},
      {"title: x", "query: title: has no value: title:⟦?⟧ x"},
  };
  for (const auto& [query, message] : rows) {
    INFO(query);
    const auto tree = searcher::parse_query(query);
    REQUIRE_FALSE(tree);
    CHECK(tree.error().message == message);
    CHECK(tree.error().kind == ErrorKind::kQuery);
    CHECK_FALSE(tree.error().hint.empty());
  }
  CHECK_FALSE(searcher::parse_query(std::string(20'000, 'a')));
  CHECK_FALSE(searcher::parse_query(std::string(5'000, '(')));
}

TEST_CASE("any bytes are a query or an error", "[searcher][query]") {
  check_property("no crash", [] {
    const std::string query =
        *rc::gen::oneOf(any_bytes(), arabic_text(),
                        rc::gen::container<std::string>(rc::gen::element(
                            '(', ')', '"', '-', '+', '!', ':', '|', '&', ' ', 'a', '=')));
    (void)searcher::parse_query(query);
  });
}
