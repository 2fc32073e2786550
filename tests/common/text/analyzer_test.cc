#include "common/text/analyzer.h"

#include "common/text/fold.h"
#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

namespace {

/// «form@begin-end» for each token, separated by spaces.
std::string shown(std::string_view source, bool with_offsets = false) {
  text::TokenList tokens;
  text::analyze(source, tokens);
  std::string out;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i != 0) out += ' ';
    out += tokens.form(i);
    if (with_offsets) {
      out += '@' + std::to_string(tokens[i].begin) + '-' + std::to_string(tokens[i].end);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("words are found and folded", "[text][analyzer]") {
  struct Row {
    const char* why;
    std::string text;
    std::string expected;
  };
  const Row rows[] = {
      {"nothing", "", ""},
      {"only marks and tatweel", "\u064B\u0640 \u0640", ""},
      {"spaced punctuation", "الداخلية ، اجتماعا .", "الداخليه اجتماعا"},
      {"guillemets", "«بيان»", "بيان"},
      {"a mark at the head of a word", "\u064Eوزير", "وزير"},
      {"a bidi mark inside a word does not split it", "الو\u200Fزير", "الوزير"},
      {"one-word Abdallah", "عبدالله", "عبد الله"},
      {"with a proclitic", "وعبدالعزيز", "وعبد العزيز"},
      {"the ligature", "عبد\uFDF2", "عبد الله"},
      {"two words stay two", "عبد الله", "عبد الله"},
      {"too short for a name", "عبدال", "عبدال"},
      {"a formula out of one code point", "\uFDFA", "صلي الله عليه وسلم"},
      {"thousands", "12,500 و1,250,000", "12500 و 1250000"},
      {"Arabic-Indic with separators", "\u0661\u0662\u066B\u0665 \u0661\u066C\u0660\u0660\u0660",
       "12.5 1000"},
      {"a list of digits is no number", "1,2,3 و 12,50", "1 2 3 و 12 50"},
      {"a date with points", "26.7.2024", "26 7 2024"},
      {"a date with hyphens", "2024-07-26", "2024 07 26"},
      {"a sentence that ends in a number", "عام 2024. وقال", "عام 2024 وقال"},
      {"decimals", "3.25%", "3.25"},
      {"a point opens no number", ".5", "5"},
      {"two points in one code point", "3\u20255", "3 5"},
      {"article before Latin", "الFBI", "ال fbi"},
      {"letters and digits", "G20 كوفيد19 15km", "g20 كوفيد 19 15 km"},
      {"hyphens divide", "Al-Khalifa", "al khalifa"},
      {"apostrophe inside", "Qur'an O\u2019Brien", "quran obrien"},
      {"possessive", "France's King\u2019s.", "france king"},
      {"quoted", "'news'", "news"},
      {"ill-formed bytes divide", "وزير\xFFالداخلية", "وزير الداخليه"},
      {"other scripts", "Москва 北京", "москва 北京"},
      {"underscore divides", "a_b", "a b"},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    CHECK(shown(row.text) == row.expected);
  }
}

TEST_CASE("tokens stand where their letters stand, marks included", "[text][analyzer]") {
  CHECK(shown("قال الو\u064Eزير\u064F .", true) == "قال@0-6 الوزير@7-23");
  CHECK(shown("عبدالله", true) == "عبد@0-6 الله@6-14");
  CHECK(shown("عـبدالله", true) == "عبد@0-8 الله@8-16");
  CHECK(shown("12,500 x", true) == "12500@0-6 x@7-8");
}

TEST_CASE("a word longer than the limit is cut at a code point", "[text][analyzer]") {
  std::string word;
  for (int i = 0; i < 10000; ++i) word += "س";
  text::TokenList tokens;
  text::analyze(word + " بعد", tokens);
  REQUIRE(tokens.size() == 2);
  CHECK(tokens.form(0).size() <= text::kMaxFormBytes);
  CHECK(tokens.form(0).size() % 2 == 0);
  CHECK(tokens[0].end == word.size());
  CHECK(tokens.form(1) == "بعد");
}

TEST_CASE("tokens of any bytes rise and have folded forms", "[text][analyzer]") {
  check_property("token invariants", [] {
    const std::string source = *rc::gen::oneOf(any_bytes(), arabic_text());
    text::TokenList tokens;
    text::analyze(source, tokens);
    std::uint32_t last_begin = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      RC_ASSERT(!tokens.form(i).empty());
      RC_ASSERT(tokens.form(i).size() <= text::kMaxFormBytes);
      RC_ASSERT(tokens[i].begin >= last_begin);
      RC_ASSERT(tokens[i].begin < tokens[i].end);
      RC_ASSERT(tokens[i].end <= source.size());
      RC_ASSERT(text::fold(tokens.form(i)) == std::string(tokens.form(i)));
      last_begin = tokens[i].begin;
    }
  });
}

TEST_CASE("analysing a form gives the form again", "[text][analyzer]") {
  check_property("analyze(form) == [form]", [] {
    const std::string source = *arabic_text();
    text::TokenList tokens;
    text::analyze(source, tokens);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const std::string form(tokens.form(i));
      text::TokenList again;
      text::analyze(form, again);
      RC_ASSERT(again.size() == 1U);
      RC_ASSERT(std::string(again.form(0)) == form);
    }
  });
}

TEST_CASE("the beginning of a text has the tokens of the whole", "[text][analyzer]") {
  check_property("any text, any number of tokens", [] {
    const std::string text = *arabic_text() + " " + *arabic_text() + "\uFDFA عبدالله";
    const auto most = *rc::gen::inRange<std::size_t>(0, 12);
    text::TokenList whole;
    text::TokenList beginning;
    text::analyze(text, whole);
    text::analyze_beginning(text, most, beginning);
    RC_ASSERT(beginning.size() <= whole.size());
    RC_ASSERT((beginning.size() == whole.size() || beginning.size() > most));
    for (std::size_t i = 0; i < std::min(most, beginning.size()); ++i) {
      RC_ASSERT(beginning.form(i) == whole.form(i));
      RC_ASSERT(beginning[i].begin == whole[i].begin);
      RC_ASSERT(beginning[i].end == whole[i].end);
    }
  });
}
