#include <catch2/catch.hpp>

#include "indexer/formats/format.h"
#include "tests/indexer/parsed.h"

using namespace bayan;
using namespace bayan::tests;

TEST_CASE("CSV is told by its header, whatever separates the columns", "[indexer][csv]") {
  const std::pair<std::string, std::string> rows[] = {
      {"id,title,body,date\n7,ع,\"م\nن\",2024-07-26\n", "7=ع|م\nن|2024-07-26 metadata|\n"},
      {"\xEF\xBB\xBFTitle;Text\nع;م\n", "f#1=ع|م||\n"},
      {"العنوان\tالنص\tالمصدر\nع\tم\tوزارة\n", "f#1=ع|م||وزارة\n"},
      {"title|body\nع|م\n|\nغ|ن\n", "f#1=ع|م||\n!empty f#2\nf#3=غ|ن||\n"},
      {"title,body\n\"ع,م\n", "!malformed f#1\n"},
  };
  for (const auto& [bytes, expected] : rows) {
    INFO(bytes);
    CHECK(parsed(bytes) == expected);
  }
  // A line with a comma is no header.
  CHECK(parsed("قال الوزير, إن العمل\n\nمستمر") == "f=قال الوزير, إن العمل|مستمر||\n");
}

TEST_CASE("a CSV file without a known column says so", "[indexer][csv]") {
  indexer::SourceFile file{{"a.csv", "", 0}, "x,y\n1,2\n"};
  CHECK(parsed(file) == "!malformed a.csv\n");
  indexer::ParseOptions options;
  options.fields = indexer::FieldMap::parse("title=x,body=y").value();
  CHECK(parsed(file, options) == "a.csv#1=1|2||\n");
}

TEST_CASE("--format forces a format", "[indexer][formats]") {
  indexer::ParseOptions options;
  options.format = "text";
  CHECK(parsed("{\"title\":\"a\"}", options) == "f={\"title\":\"a\"}|||\n");
  CHECK(indexer::find_format("text") != nullptr);
  CHECK(indexer::find_format("picture") == nullptr);
  CHECK(indexer::find_format("no") == nullptr);
}

TEST_CASE("large documents are read in pieces and bounded", "[indexer][formats][limits]") {
  std::string json = "[";
  for (int i = 0; i < 3000; ++i) {
    json += (i == 0 ? "" : ",") + std::string(R"({"id":"x","title":"ع","body":")") +
            std::string(2000, 'b') + "\"}";
  }
  json += "]";
  indexer::MemoryInput rest(std::string_view(json).substr(1'000'000));
  indexer::SourceFile file{{"f", "", 0}, json.substr(0, 1'000'000), &rest};
  std::size_t count = 0;
  indexer::parse_file(file, {},
                      {[&count](const statement::Statement&) { ++count; },
                       [](const indexer::Problem& p) { FAIL(p.fact); }});
  CHECK(count == 3000);

  const std::string text(2'000'000, 'x');
  indexer::MemoryInput more(text);
  indexer::ParseOptions options;
  options.limits.set(indexer::Limit::kDocument, 1'000'000);
  CHECK(parsed({{"f", "", 0}, "عنوان\n\n", &more}, options) == "!limit f\n");
}

TEST_CASE("a statement's text is cut at its limit and told", "[indexer][formats][limits]") {
  indexer::ParseOptions options;
  options.limits.set(indexer::Limit::kText, 12);
  CHECK(parsed("عنوان\n\nكلمة كلمة كلمة", options) == "!limit f\nf=عنوان|كلمة||\n");
}

TEST_CASE("a record that is too large is told, the others stay", "[indexer][formats][limits]") {
  indexer::ParseOptions options;
  options.limits.set(indexer::Limit::kRecord, 100);
  const std::string text =
      R"([{"title":"a"},{"title":")" + std::string(200, 'x') + R"("},{"title":"b"}])";
  CHECK(parsed(text, options) == "f#1=a|||\n!limit f#2\nf#3=b|||\n");
}

TEST_CASE("text that was decoded twice is put right", "[indexer][formats][encoding]") {
  // «بيان وزارة الداخلية», its UTF-8 taken for Windows-1252 and for Windows-1256.
  const std::string western =
      "Ø¨ÙŠØ§Ù† Ùˆ"
      "Ø²Ø§Ø±Ø© Ø§Ù„Ø¯Ø§Ø®Ù„ÙŠØ©";
  CHECK(parsed(western) == "!mended f\nf=بيان وزارة الداخلية|||\n");
  CHECK(parsed("{\"title\":\"" + western + "\"}") == "!mended f#1\nf#1=بيان وزارة الداخلية|||\n");
  const std::string arabic = "ط¨ظٹط§ظ† ظˆط²ط§ط±ط© ط§ظ„ط¯ط§ط®ظ„ظٹط©";
  CHECK(parsed(arabic) == "!mended f\nf=بيان وزارة الداخلية|||\n");
  for (const char* right : {"حظر طائرات ظهرا ط ظ ط ظ", "Ø and Ù are letters", "بيان"}) {
    CHECK(parsed(right) == "f=" + std::string(right) + "|||\n");
  }
}

TEST_CASE("a charset that is declared wrongly does not spoil Arabic", "[indexer][encoding]") {
  // «قال وزير الداخلية إن العلاقات متميزة» in Windows-1256.
  const std::string bytes =
      "\xDE\xC7\xE1 \xE6\xD2\xED\xD1 \xC7\xE1\xCF\xC7\xCE\xE1\xED\xC9 \xC5\xE4 "
      "\xC7\xE1\xDA\xE1\xC7\xDE\xC7\xCA \xE3\xCA\xE3\xED\xD2\xC9";
  for (const char* declared : {"", "windows-1256", "iso-8859-1", "windows-1252", "utf-8", "x-no"}) {
    INFO(declared);
    indexer::SourceFile file{{"f", "", 0}, bytes};
    file.metadata.charset = declared;
    CHECK(parsed(file) == "f=قال وزير الداخلية إن العلاقات متميزة|||\n");
  }
  indexer::SourceFile french{{"f", "", 0}, "r\xE9union \xE0 Paris, d\xE9j\xE0"};
  french.metadata.charset = "windows-1252";
  CHECK(parsed(french) == "f=réunion à Paris, déjà|||\n");
}

TEST_CASE("records inside a wrapper are statements, what stands behind is not",
          "[indexer][formats][json]") {
  CHECK(parsed(R"({"n":2,"articles":[{"title":"a"},{"title":"b"}],"next":{"title":"c"}})", {}) ==
        "f#1=a|||\nf#2=b|||\n");
}
