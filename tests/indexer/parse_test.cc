#include "indexer/parse.h"

#include "common/text/decode.h"
#include "indexer/formats/record_date.h"
#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

namespace {

/// «title|body|date» for each statement, «!kind place» for each problem.
std::string parsed(const std::string& bytes, const indexer::ParseOptions& options = {}) {
  std::string out;
  indexer::parse_file({{"f", "", 0}, bytes}, options,
                      {[&out](const statement::Statement& s) {
                         out += s.id + "=" + s.title + "|" + s.body + "|" + s.date + "\n";
                       },
                       [&out](const indexer::Problem& p) {
                         out +=
                             "!" + std::string(indexer::row_of(p.kind).name) + " " + p.place + "\n";
                       }});
  return out;
}

}  // namespace

TEST_CASE("formats are told by their content", "[indexer][parse]") {
  const std::pair<std::string, std::string> rows[] = {
      {"عنوان\n\nمتن\n", "f=عنوان|متن|\n"},
      {"عنوان", "f=عنوان||\n"},
      {"", "!empty f\n"},
      {" \n ", "!empty f\n"},
      {R"([{"id":"1","title":"t","content":"c","date":"2024-07-05"}])", "1=t|c|2024-07-05\n"},
      {R"([])", "!empty f\n"},
      {R"([{"id":"1","title":"a"},3,"x",null,[{"title":"b"}],{"id":"6","title":"c"}])",
       "1=a||\n!malformed f#2\n!malformed f#3\n!malformed f#4\n!malformed f#5\n6=c||\n"},
      {R"({"headline":"t","text":"c"})", "f#1=t|c|\n"},
      {"{\"id\":1,\"title\":\"a\"}\n{\"id\":2,\"title\":\"b\"}\n", "1=a||\n2=b||\n"},
      {"{\"id\":1,\"title\":\"a\"}\n{oops\n{\"id\":3,\"title\":\"b\"}\n",
       "1=a||\n!malformed f#2\n3=b||\n"},
      {R"([{"id":"1","title":"a"},{"title":"","body":" "},{"id":"3","title":"b"}])",
       "1=a||\n!empty f#2\n3=b||\n"},
      {"[{\"id\":\"1\",\"title\":\"a\",\"content\":\"\u00A0\u200F\"},"
       "{\"title\":\"\u00A0\",\"content\":\"\uFEFF\"}]",
       "1=a||\n!empty f#2\n"},
      {R"([{"id":"1","title":"a","content":"\u00a0","text":" b "}])", "1=a|b|\n"},
      {"\u00A0\u200F\n", "!empty f\n"},
      {R"([{"id":"1","title":"a"},{"id":)", "1=a||\n!malformed f#2\n"},
      {R"([{"url":"u","title":"a","tags":["x",{"title":"inner"}],"n":{"body":"inner"}}])",
       "u=a||\n"},
      {R"([{"TITLE":"a","Content":"b"}])", "f#1=a|b|\n"},
      {R"([{"title":"a","date_extracted":"2015-08-11 18:51:33"}])", "f#1=a||2015-08-11\n"},
      {R"([{"title":"a","date":"yesterday"}])", "!date f#1\nf#1=a||\n"},
      {"\x89PNG\r\n", "!unsupported f\n"},
      {"PK", "f=PK||\n"},
      {std::string("\0\1\2\3\0\1", 6), "!unsupported f\n"},
      {"عنوان البيان \xFF", "f=عنوان البيان \uFFFD||\n!replaced f\n"},
  };
  for (const auto& [bytes, expected] : rows) {
    INFO(bytes);
    CHECK(parsed(bytes) == expected);
  }
}

TEST_CASE("--map names other keys", "[indexer][parse]") {
  indexer::ParseOptions options;
  options.fields = indexer::FieldMap::parse("title=heading,body=words").value();
  CHECK(parsed(R"([{"heading":"t","words":"w","title":"no"}])", options) == "f#1=t|w|\n");
  CHECK_FALSE(indexer::FieldMap::parse("title"));
  CHECK_FALSE(indexer::FieldMap::parse("colour=x"));
  CHECK_FALSE(indexer::FieldMap::parse("title="));
}

TEST_CASE("dates of records are read in the usual forms", "[indexer][parse]") {
  const std::pair<const char*, const char*> rows[] = {
      {"2024-07-26", "2024-07-26"},
      {"2015-08-11 18:51:33", "2015-08-11"},
      {"2024/7/5", "2024-07-05"},
      {"05.07.2024", "2024-07-05"},
      {"Fri, 26 Jul 2024 10:00:00 GMT", "2024-07-26"},
      {"July 26, 2024", "2024-07-26"},
      {"20240726", "2024-07-26"},
      {"الجمعة ٢٦ يوليو ٢٠٢٤م", "2024-07-26"},
      {"26 تموز 2024", "2024-07-26"},
      {"٢٦ كانون الثاني ٢٠٢٤", "2024-01-26"},
      {"12 تشرين الأول 2024", "2024-10-12"},
      {"12 غشت 2019", "2019-08-12"},
      {"5 جانفي 2021", "2021-01-05"},
      {"20 محرم 1446 الموافق 26 يوليو 2024", "2024-07-26"},
      {"الجمعة 26/7/2024م", "2024-07-26"},
      {"في 31 فبراير 2024", ""},
      {"قريبا", ""},
      {"2024-02-31", ""},
      {"", ""},
      {"soon", ""},
      {"99999999999999999999", ""},
      {"2024-02-286", ""},
      {"67560-02-03", ""},
      {"2024-258-03", ""},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(indexer::parse_record_date(text) == expected);
  }
}

TEST_CASE("legacy encodings of Arabic are found", "[text][decode]") {
  const std::string arabic = "قال وزير الداخلية إن العلاقات بين البلدين متميزة";
  // The same sentence in Windows-1256.
  const std::string windows =
      "\xDE\xC7\xE1 \xE6\xD2\xED\xD1 \xC7\xE1\xCF\xC7\xCE\xE1\xED\xC9 \xC5\xE4 "
      "\xC7\xE1\xDA\xE1\xC7\xDE\xC7\xCA \xC8\xED\xE4 \xC7\xE1\xC8\xE1\xCF\xED\xE4 "
      "\xE3\xCA\xE3\xED\xD2\xC9";
  CHECK(text::decode(windows).text == arabic);
  CHECK(text::decode(windows).encoding == "windows-1256");
  CHECK(text::decode("\xEF\xBB\xBF" + arabic).text == arabic);
  CHECK(text::decode_as(windows, "windows-1256").value().text == arabic);
  CHECK_FALSE(text::decode_as("x", "no-such-encoding"));
}

TEST_CASE("any bytes can be parsed into well-formed text", "[indexer][parse]") {
  check_property("well-formed", [] {
    const std::string bytes = *any_bytes();
    indexer::parse_file({{"f", "", 0}, bytes}, {},
                        {[](const statement::Statement& s) {
                           RC_ASSERT(!utf8::find_ill_formed(s.title).has_value());
                           RC_ASSERT(!utf8::find_ill_formed(s.body).has_value());
                         },
                         [](const indexer::Problem&) {}});
  });
}
