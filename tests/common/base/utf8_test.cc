#include "common/base/utf8.h"

#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

TEST_CASE("ill-formed UTF-8 is found where it begins", "[base][utf8]") {
  struct Row {
    const char* why;
    std::string bytes;
    std::optional<std::size_t> expected;
  };
  const Row rows[] = {
      {"nothing", "", std::nullopt},
      {"Arabic letters", "سلام", std::nullopt},
      {"a lone continuation byte", "a\x80", 1},
      {"an overlong slash", "\xC0\xAF", 0},
      {"a surrogate", "ab\xED\xA0\x80", 2},
      {"beyond U+10FFFF", "\xF4\x90\x80\x80", 0},
      {"cut at the end", std::string("سل") + "\xD8", 4},
      {"the last code point", "\xF4\x8F\xBF\xBF", std::nullopt},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    CHECK(utf8::find_ill_formed(row.bytes) == row.expected);
  }
}

TEST_CASE("repair replaces each ill-formed part once and says where", "[base][utf8]") {
  const utf8::Repaired repaired = utf8::repair("ab\xD8 \xE2\x82!");
  CHECK(repaired.text == "ab\uFFFD \uFFFD!");
  CHECK(repaired.replaced_count == 2);
  CHECK(repaired.first_replaced == 2);
}

TEST_CASE("repaired bytes are well-formed, and well-formed text is left alone", "[base][utf8]") {
  check_property("repair(any bytes) is well-formed", [] {
    const std::string bytes = *any_bytes();
    const utf8::Repaired once = utf8::repair(bytes);
    RC_ASSERT(!utf8::find_ill_formed(once.text).has_value());
    RC_ASSERT(utf8::repair(once.text).replaced_count == 0U);
    RC_ASSERT((once.replaced_count == 0) == (once.text == bytes));
  });
}

TEST_CASE("decoding and appending are inverse", "[base][utf8]") {
  check_property("append(decode(text)) == text", [] {
    const std::string text = *arabic_text();
    std::string copy;
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++count) {
      const utf8::CodePoint c = utf8::decode_at(text, i);
      utf8::append(copy, c.value);
      i += c.byte_count;
    }
    RC_ASSERT(copy == text);
    RC_ASSERT(utf8::code_point_count(text) == count);
    RC_ASSERT(utf8::code_points(text).size() == count);
  });
}

TEST_CASE("the code point counter walks once and may be asked backwards", "[base][utf8]") {
  utf8::CodePointCounter counter("aسb");
  CHECK(counter.at(0) == 0);
  CHECK(counter.at(3) == 2);
  CHECK(counter.at(4) == 3);
  CHECK(counter.at(1) == 1);
}
