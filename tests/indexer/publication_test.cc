#include "indexer/publication.h"

#include <catch2/catch.hpp>

#include "common/entity/gazetteer.h"

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

TEST_CASE("the best issuer is taken: metadata, URL, dateline, file name",
          "[indexer][publication]") {
  const entity::IssuerNames names =
      entity::IssuerNames::load(entity::gazetteer_directory().value()).value();
  struct Row {
    const char* why;
    statement::Statement statement;
    std::string issuer;
    std::string_view from;
  };
  const auto made = [](std::string issuer, std::string url, std::string body, std::string path,
                       std::string member = {}) {
    statement::Statement statement;
    statement.issuer = std::move(issuer);
    statement.url = std::move(url);
    statement.body = std::move(body);
    statement.location = {std::move(path), std::move(member), 0};
    return statement;
  };
  const std::string signed_body = "الرياض (واس) صدر القرار.";
  const Row rows[] = {
      {"the record's", made("وزارة الصحة", "https://a.example/1", signed_body, "spa/1.txt"),
       "وزارة الصحة", "metadata"},
      {"the host", made("", "https://www.Health.example:80/1", signed_body, "x"), "health.example",
       "url"},
      {"a blank one is none", made(" ", "https://health.example/1", "", "x"), "health.example",
       "url"},
      {"an agency's site", made("", "http://spa.gov.example/1", "", "x"), "spa", "url"},
      {"a copy in a web archive",
       made("", "https://web.archive.org/web/2020/http://health.example/1", "", "x"),
       "health.example", "url"},
      {"no host", made("", "urn:x", signed_body, "x"), "واس", "dateline"},
      {"an address is no name", made("", "http://10.0.0.1/a", "", "x"), "", ""},
      {"the folder", made("", "", "نص", "archive/واس/2024/1.txt"), "واس", "filename"},
      {"a dated archive", made("", "", "نص", "wam-2024-07.zip", "a/1.txt"), "wam", "filename"},
      {"the member before the archive", made("", "", "نص", "wam-2024.zip", "kuna/1.txt"), "kuna",
       "filename"},
      {"three letters alone are any word", made("", "", "نص", "map/map.json"), "", ""},
      {"nothing", made("", "", "نص", "notes.txt"), "", ""},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    statement::Statement statement = row.statement;
    indexer::settle_issuer(statement, names);
    if (!row.issuer.empty()) CHECK(statement.issuer == row.issuer);
    CHECK(statement::issuer_source_name(statement.issuer_source) == row.from);
  }
}
