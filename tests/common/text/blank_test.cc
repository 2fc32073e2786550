#include "common/text/blank.h"

#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

TEST_CASE("what no reader sees is blank", "[text][blank]") {
  for (const std::string blank : {"", " ", "\t\r\n\f\v", "\u00A0", "\u00A0\u200F\uFEFF \u3000",
                                  "\u200B\u2060\u00AD", "\x01\x1F", "\u202B\u2069\u061C"}) {
    INFO(blank.size() << " bytes");
    CHECK(text::is_blank(blank));
    CHECK(text::trim(blank).empty());
  }
}

TEST_CASE("what a reader sees is text, and so are broken bytes", "[text][blank]") {
  for (const std::string shown :
       {"a", ".", "\u0648", "\u064B", "\u00A0\u0648\u00A0", "\xFF", " \x80 "}) {
    CHECK_FALSE(text::is_blank(shown));
  }
}

TEST_CASE("trimming takes both ends and leaves the middle", "[text][blank]") {
  CHECK(text::trim("\uFEFF\u00A0بيان  الوزارة\u200F\n") == "بيان  الوزارة");
  CHECK(text::trim("بيان") == "بيان");
  CHECK(text::trim(" \xC2") == "\xC2");
}

TEST_CASE("trimming twice is trimming once", "[text][blank][property]") {
  check_property("on any bytes", [] {
    const std::string any = *any_bytes();
    const std::string_view once = text::trim(any);
    RC_ASSERT(text::trim(once) == once);
    RC_ASSERT(text::is_blank(any) == once.empty());
  });
  check_property("on text", [] {
    const std::string any = *arabic_text();
    const std::string_view once = text::trim(any);
    RC_ASSERT(text::trim(once) == once);
  });
}
