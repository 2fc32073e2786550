#include "common/cli/line_break.h"

#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

namespace {

using Lines = std::vector<std::string_view>;

}  // namespace

TEST_CASE("lines are broken between words, by their columns", "[cli][lines]") {
  CHECK(cli::break_lines("", 10) == Lines{""});
  CHECK(cli::break_lines("وزير الداخلية", 20) == Lines{"وزير الداخلية"});
  CHECK(cli::break_lines("وزير الداخلية الفرنسي", 13) == Lines{"وزير الداخلية", "الفرنسي"});
  CHECK(cli::break_lines("one two  three", 8) == Lines{"one two", "three"});
  // Harakat take no columns.
  CHECK(cli::break_lines("م\u064Fح\u064Eم\u0651\u064Eد هنا", 8).size() == 1);
  // The Arabic comma stays with the word before it.
  CHECK(cli::break_lines("قال الوزير، أمس", 10) == Lines{"قال", "الوزير،", "أمس"});
}

TEST_CASE("a word wider than a line is cut between graphemes", "[cli][lines]") {
  CHECK(cli::break_lines("abcdefgh", 3) == Lines{"abc", "def", "gh"});
  CHECK(cli::break_lines("ab ابتثجح", 4) == Lines{"ab", "ابتث", "جح"});
  CHECK(cli::break_lines("م\u064Fح\u064E", 1) == Lines{"م\u064F", "ح\u064E"});
  CHECK(cli::break_lines("日本", 1) == Lines{"日", "本"});  // two columns, and no way to halve them
}

TEST_CASE("lines keep every visible character and fit", "[cli][lines]") {
  check_property("lines fit and lose only spaces", [] {
    const std::string text = *arabic_text();
    const std::size_t width = *rc::gen::inRange<std::size_t>(2, 30);
    std::string joined;
    for (const std::string_view line : cli::break_lines(text, width)) {
      RC_ASSERT(cli::display_width(line) <= width);
      joined += line;
    }
    std::string kept = text;
    std::erase(kept, ' ');
    std::erase(joined, ' ');
    RC_ASSERT(joined == kept);
  });
}
