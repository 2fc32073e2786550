#include "searcher/snippet.h"

#include "common/text/fold.h"
#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

TEST_CASE("matches are marked where they stand, marks and all", "[searcher][snippet]") {
  const searcher::MatchedForms forms = {{"الوزير", 0}, {"وزير", 0}, {"عبد", 1}, {"الله", 1}};
  const searcher::Snippet snippet =
      searcher::make_snippet("قال  الو\u064Eزير\u064F\nإن عبدالله حضر", forms);
  CHECK(snippet.text == "قال الو\u064Eزير\u064F إن عبدالله حضر");
  REQUIRE(snippet.highlights.size() == 2);
  const auto [begin, end] = snippet.highlights[0];
  CHECK(snippet.text.substr(begin, end - begin) == "الو\u064Eزير\u064F");
  const auto [name_begin, name_end] = snippet.highlights[1];
  CHECK(snippet.text.substr(name_begin, name_end - name_begin) == "عبدالله");
}

TEST_CASE("the passage with most query words is shown", "[searcher][snippet]") {
  std::string text = "وزير ";
  for (int i = 0; i < 100; ++i) text += "كلمة ";
  text += "وزير الداخلية في باريس";
  const searcher::Snippet snippet =
      searcher::make_snippet(text, {{"وزير", 0}, {"الداخليه", 1}, {"باريس", 2}});
  CHECK(snippet.highlights.size() == 3);
  CHECK(snippet.text.starts_with("…"));
}

TEST_CASE("a text without matches shows its beginning, an empty one nothing",
          "[searcher][snippet]") {
  CHECK(searcher::make_snippet("بداية النص", {}).text == "بداية النص");
  CHECK(searcher::make_snippet("", {}).text.empty());
}

TEST_CASE("highlights rise, lie within the snippet and hold a matched form",
          "[searcher][snippet]") {
  check_property("highlights", [] {
    const std::string text = utf8::repair(*arabic_text()).text + " وزير " + *arabic_text();
    const searcher::Snippet snippet = searcher::make_snippet(text, {{"وزير", 0}});
    std::size_t last = 0;
    for (const auto& [begin, end] : snippet.highlights) {
      RC_ASSERT(begin >= last);
      RC_ASSERT(end > begin);
      RC_ASSERT(end <= snippet.text.size());
      RC_ASSERT(text::fold(snippet.text.substr(begin, end - begin)).find("وزير") !=
                std::string::npos);
      last = end;
    }
  });
}
