#include "searcher/date_span.h"

#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

TEST_CASE("dates and spans of them are understood", "[searcher][date]") {
  const std::tuple<const char*, const char*, const char*> rows[] = {
      {"2024", "20240101", "20241231"},
      {"2024-02", "20240201", "20240229"},
      {"2024-07-26", "20240726", "20240726"},
      {"2024-07..2024-08", "20240701", "20240831"},
      {"..2024", "00000000", "20241231"},
      {"2024-07-26..", "20240726", "99999999"},
      {"\u0662\u0660\u0662\u0664", "20240101", "20241231"},
  };
  for (const auto& [text, first, last] : rows) {
    INFO(text);
    const auto span = searcher::parse_date_span(text);
    REQUIRE(span);
    CHECK(span->first == first);
    CHECK(span->last == last);
  }
  for (const char* text :
       {"", "..", "يوليو", "31 فبراير 2024", "last", "آخر", "رمضان 2024", "26", "1/2", "to 2024",
        "0000", "99999", "24", "2024-13", "2023-02-29", "x", "2024..2023"}) {
    INFO(text);
    CHECK_FALSE(searcher::parse_date_span(text));
  }
}

TEST_CASE("dates are understood as people write them", "[searcher][date]") {
  const std::tuple<const char*, const char*, const char*> rows[] = {
      {"2024-7", "20240701", "20240731"},
      {"26/7/2024", "20240726", "20240726"},
      {"يوليو 2024", "20240701", "20240731"},
      {"تموز 2024 م", "20240701", "20240731"},
      {"July 2024", "20240701", "20240731"},
      {"26 jul 2024", "20240726", "20240726"},
      {"26 يوليو إلى 11 أغسطس 2024", "20240726", "20240811"},
      {"من 5 إلى 7 مايو 2023", "20230505", "20230507"},
      {"يوليو 2024..أغسطس 2024", "20240701", "20240831"},
      {"رمضان 1445", "20240311", "20240409"},
      {"1445 هـ", "20230719", "20240706"},
      {"today", "20240715", "20240715"},
      {"أمس", "20240714", "20240714"},
      {"this week", "20240714", "20240720"},
      {"الأسبوع الماضي", "20240707", "20240713"},
      {"last month", "20240601", "20240630"},
      {"الشهر الماضي", "20240601", "20240630"},
      {"هذا الشهر", "20240701", "20240731"},
      {"last year", "20230101", "20231231"},
      {"العام الماضي", "20230101", "20231231"},
      {"السنة الماضية", "20230101", "20231231"},
      {"last 7 days", "20240709", "20240715"},
      {"آخر ٣ أشهر", "20240416", "20240715"},
      {"آخر شهرين", "20240516", "20240715"},
      {"last month..today", "20240601", "20240715"},
  };
  for (const auto& [text, first, last] : rows) {
    INFO(text);
    const auto span = searcher::parse_date_span(text, "20240715");  // a Monday
    REQUIRE(span);
    CHECK(span->first == first);
    CHECK(span->last == last);
  }
}

TEST_CASE("any text is a span of days or an error", "[searcher][date]") {
  check_property("first is not behind last", [] {
    const std::string text = *rc::gen::oneOf(
        any_bytes(), arabic_text(),
        rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
                         "2024", "31", "..", "يوليو", "إلى", "last", "month", "الماضي", "-", "/")),
                     [](const std::vector<std::string>& words) {
                       std::string joined;
                       for (const std::string& word : words) joined += word + " ";
                       return joined;
                     }));
    const auto span = searcher::parse_date_span(text, "20240229");
    if (!span) return;
    RC_ASSERT(span->first.size() == 8U);
    RC_ASSERT(span->first <= span->last);
  });
}
