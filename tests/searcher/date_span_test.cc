#include "searcher/date_span.h"

#include "tests/property.h"

using namespace bayan;

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
  for (const char* text : {"", "24", "2024-13", "2023-02-29", "2024-7", "x", "2024..2023"}) {
    INFO(text);
    CHECK_FALSE(searcher::parse_date_span(text));
  }
}
