#include "indexer/publication.h"

#include <catch2/catch.hpp>

using namespace bayan;
using statement::DateSource;

TEST_CASE("URLs and file names tell their day", "[indexer][publication]") {
  const std::pair<const char*, const char*> rows[] = {
      {"https://moi.example/news/2024/07/26/visit", "2024-07-26"},
      {"https://moi.example/2024/7/5/visit.html", "2024-07-05"},
      {"https://moi.example/n?id=12345678&d=2024-07-26", "2024-07-26"},
      {"news_20240726_3.txt", "2024-07-26"},
      {"20240726183000.html", "2024-07-26"},
      {"26-07-2024.pdf", "2024-07-26"},
      {"بيان ٢٦-٧-٢٠٢٤.docx", "2024-07-26"},
      {"https://moi.example/2024/07/visit", ""},
      {"https://moi.example/news/98765432", ""},
      {"2024-13-45.txt", ""},
      {"1.2.3.4", ""},
      {"statement-20241399", ""},
      {"", ""},
  };
  for (const auto& [path, expected] : rows) {
    INFO(path);
    CHECK(indexer::find_day_in_path(path) == expected);
  }
}

TEST_CASE("the best date is taken: metadata, URL, dateline, file name, crawl",
          "[indexer][publication]") {
  statement::Statement statement;
  statement.location = {"2021-01-01.txt", "", 0};
  indexer::settle_date(statement, "2020-02-02T10:00:00Z");
  CHECK(statement.date == "2021-01-01");
  CHECK(statement.date_source == DateSource::kFileName);
  indexer::settle_dateline(statement, "");
  CHECK(statement.date_source == DateSource::kFileName);
  indexer::settle_dateline(statement, "2021-03-03");
  CHECK(statement.date == "2021-03-03");
  statement.url = "https://x.example/2021/04/04/a";
  indexer::settle_date(statement, "");
  CHECK(statement.date == "2021-04-04");
  CHECK(statement.date_source == DateSource::kUrl);
  indexer::settle_dateline(statement, "2021-03-03");
  CHECK(statement.date == "2021-04-04");

  statement::Statement fetched;
  fetched.location = {"a.warc", "https://x.example/a", 0};
  indexer::settle_date(fetched, "2020-02-02T10:00:00Z");
  CHECK(fetched.date == "2020-02-02");
  CHECK(fetched.date_source == DateSource::kCrawl);
}
