#include "common/text/compact_letters.h"

#include <algorithm>

#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;
using text::compact_letters;
using text::expand_letters;

TEST_CASE("Arabic letters take one byte, all else what it took", "[text][compact_letters]") {
  struct Row {
    const char* why;
    std::string text;
    std::string expected;
  };
  const Row rows[] = {
      {"nothing", "", ""},
      {"the first and the last code point", "\u060C\u064B", "\x80\xBF"},
      {"their neighbours stay", "\u060B\u064C", "\u060B\u064C"},
      {"a word", "وزير", "\xBC\xA6\xBE\xA5"},
      {"Latin and digits", "a7 b", "a7 b"},
      {"other scripts between", "é\u0628я", "é\x9Cя"},
      {"a Persian letter", "\u067E\u0627", "\u067E\x9B"},
      {"longer characters", "\u20AC\u0627\U0001F600", "\u20AC\x9B\U0001F600"},
      {"the replacement character is a character", "\uFFFD", "\uFFFD"},
      {"a stray byte", "a\x85", "a\xFF\x85"},
      {"what begins a character that does not go on", "\xD8", "\xFF\xD8"},
      {"the sign of stray bytes", "\xFF", "\xFF\xFF"},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    CHECK(compact_letters(row.text) == row.expected);
    CHECK(expand_letters(row.expected) == row.text);
  }
}

TEST_CASE("whatever is made compact comes back", "[text][compact_letters]") {
  check_property("text", [] {
    const std::string text = *arabic_text();
    RC_ASSERT(expand_letters(compact_letters(text)) == text);
    RC_ASSERT(compact_letters(text).size() <= text.size());
  });
  check_property("any bytes", [] {
    const std::string bytes = *any_bytes();
    RC_ASSERT(expand_letters(compact_letters(bytes)) == bytes);
  });
  check_property("bytes that are no compact form can be expanded", [] {
    std::string out = "what stood there";
    expand_letters(*any_bytes(), out);
    RC_ASSERT(out.find("what stood") == std::string::npos);
  });
}

TEST_CASE("compact forms keep beginnings and order", "[text][compact_letters]") {
  check_property("a text begins with another where its compact form does", [] {
    const std::string one = *arabic_text();
    const std::string other = one + *arabic_text();
    RC_ASSERT(compact_letters(other).starts_with(compact_letters(one)));
    const std::string third = *arabic_text();
    RC_ASSERT(compact_letters(one).starts_with(compact_letters(third)) == one.starts_with(third));
  });
  check_property("Arabic words are in the order of their letters", [] {
    const auto letters =
        rc::gen::container<std::u32string>(rc::gen::inRange<char32_t>(U'\u0621', U'\u064B'));
    const auto utf8_of = [](const std::u32string& word) {
      std::string out;
      for (const char32_t letter : word) utf8::append(out, letter);
      return out;
    };
    const std::u32string one = *letters;
    const std::u32string other = *letters;
    RC_ASSERT((compact_letters(utf8_of(one)) < compact_letters(utf8_of(other))) == (one < other));
  });
}
