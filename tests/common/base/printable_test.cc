#include "common/base/printable.h"

#include "common/base/error.h"
#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

TEST_CASE("a printable line holds nothing that steers a terminal", "[base][printable]") {
  struct Row {
    const char* why;
    std::string text;
    std::string expected;
  };
  const Row rows[] = {
      {"plain Arabic", "وزير الداخلية", "وزير الداخلية"},
      {"an escape sequence", "a\x1B[31mb", "a\uFFFD[31mb"},
      {"a bidi override", "a\u202Eb", "a\uFFFDb"},
      {"an isolate", "\u2067x\u2069", "\uFFFDx\uFFFD"},
      {"line ends and tabs", " a\r\n\tb ", "a b"},
      {"a C1 control", "a\u009Bb", "a\uFFFDb"},
      {"a zero-width joiner shapes letters and stays", "ه\u200D", "ه\u200D"},
      {"ill-formed bytes", "a\xFF", "a\uFFFD"},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    CHECK(code_points(printable_line(row.text)) == code_points(row.expected));
  }
}

TEST_CASE("printable text holds no unsafe code point, whatever came in", "[base][printable]") {
  check_property("no unsafe code point is left", [] {
    const std::string bytes = *rc::gen::oneOf(any_bytes(), arabic_text());
    const std::string line = printable_line(bytes);
    for (std::size_t i = 0; i < line.size();) {
      const utf8::CodePoint c = utf8::decode_at(line, i);
      RC_ASSERT(!is_unsafe_to_print(c.value));
      i += c.byte_count;
    }
    const std::string block = printable_block(bytes);
    for (std::size_t i = 0; i < block.size();) {
      const utf8::CodePoint c = utf8::decode_at(block, i);
      RC_ASSERT(c.value == U'\n' || !is_unsafe_to_print(c.value));
      i += c.byte_count;
    }
  });
}

TEST_CASE("an error is shown with its program and hint, made printable", "[base][error]") {
  const Error error{ErrorKind::kUnreadable, "a\x1B.zip: cannot be opened", "check the name"};
  CHECK(format_error("bayan-indexer", error) ==
        "bayan-indexer: a\uFFFD.zip: cannot be opened\nhint: check the name\n");
  CHECK(format_error("p", {ErrorKind::kUsage, "m", ""}) == "p: m\n");
}
