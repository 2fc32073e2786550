#include "indexer/progress.h"

#include <catch2/catch.hpp>

using bayan::indexer::Progress;
using bayan::indexer::Report;

TEST_CASE("the bar fills with what is read", "[indexer][progress]") {
  CHECK(Progress::format_bar(0, 0).empty());
  CHECK(Progress::format_bar(0, 100) == "[----------]   0 %");
  CHECK(Progress::format_bar(42, 100) == "[####------]  42 %");
  CHECK(Progress::format_bar(100, 100) == "[##########] 100 %");
  CHECK(Progress::format_bar(170, 100) == "[##########] 100 %");
}

TEST_CASE("the progress line tells counts, speed, time left, problems, place",
          "[indexer][progress]") {
  Report::Counts counts;
  counts.with_body = 12345;
  counts.bytes = 20'000'000;
  CHECK(Progress::format_line(counts, 2, 60'000'000) ==
        "12,345 statements · 10.0 MB/s · 0:04 left");
  counts.problems[0] = 1;
  counts.current_source = "a\x1B[31m.zip";
  const std::string line = Progress::format_line(counts, 2, 0);
  CHECK(line.starts_with("12,345 statements · 10.0 MB/s · 1 problem · a"));
  CHECK(line.find('\x1B') == std::string::npos);
}
