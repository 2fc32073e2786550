#include "common/cli/excerpt.h"

#include "common/base/printable.h"
#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

namespace {

Excerpt excerpt_of(const std::string& text, const std::string& place) {
  const std::size_t begin = text.find(place);
  return {text, begin, begin + place.size()};
}

}  // namespace

TEST_CASE("carets stand under the place, harakat and wide letters counted as shown",
          "[cli][excerpt]") {
  CHECK(cli::format_excerpt(excerpt_of("دولة:فرنصا وزير", "فرنصا"), 80, cli::TextOrder::kStored) ==
        "  دولة:فرنصا وزير\n       ^^^^^\n");
  CHECK(cli::format_excerpt(excerpt_of("م\u064Fح\u064Eم\u0651د x", "x"), 80,
                            cli::TextOrder::kStored) == "  م\u064Fح\u064Eم\u0651د x\n       ^\n");
  CHECK(cli::format_excerpt(excerpt_of("日本 x", "x"), 80, cli::TextOrder::kStored) ==
        "  日本 x\n       ^\n");
  CHECK(cli::format_excerpt({"a b", 3, 3}, 80, cli::TextOrder::kStored) == "  a b\n     ^\n");
}

TEST_CASE("where the terminal orders the line, the carets move along", "[cli][excerpt]") {
  // Shown from left to right: the Latin word, then the Arabic ones from the last to the first.
  CHECK(cli::format_excerpt(excerpt_of("x وزير فرنصا", "فرنصا"), 80, cli::TextOrder::kBidi) ==
        "  x وزير فرنصا\n    ^^^^^\n");
}

TEST_CASE("a long text is cut round the place", "[cli][excerpt]") {
  const std::string text = std::string(200, 'a') + "X" + std::string(200, 'b');
  const std::string out = cli::format_excerpt(excerpt_of(text, "X"), 40, cli::TextOrder::kStored);
  const std::size_t line = out.find('\n');
  CHECK(utf8::code_point_count(out.substr(0, line)) <= 40);
  CHECK(utf8::code_point_count(out.substr(0, out.find('X'))) == out.substr(line + 1).find('^'));
}

TEST_CASE("whatever was typed, two printable lines come out", "[cli][excerpt]") {
  check_property("two lines", [] {
    const std::string text = *rc::gen::oneOf(any_bytes(), arabic_text());
    const auto begin = *rc::gen::inRange<std::size_t>(0, text.size() + 1);
    const auto end = *rc::gen::inRange<std::size_t>(begin, text.size() + 1);
    const std::string out =
        cli::format_excerpt({text, begin, end}, *rc::gen::inRange<std::size_t>(0, 100),
                            *rc::gen::element(cli::TextOrder::kStored, cli::TextOrder::kBidi));
    RC_ASSERT(std::ranges::count(out, '\n') == 2);
    for (std::size_t i = 0; i < out.size();) {
      const utf8::CodePoint c = utf8::decode_at(out, i);
      RC_ASSERT(c.value == U'\n' || !is_unsafe_to_print(c.value));
      i += c.byte_count;
    }
  });
}
