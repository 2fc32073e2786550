#include "indexer/formats/csv_reader.h"
#include "indexer/formats/json_splitter.h"
#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

namespace {

/// The records, each in angle brackets; «+» for one too large, «-» where the text breaks off.
std::string split(const std::string& text, std::size_t piece_bytes, std::uint64_t largest = 1000) {
  std::string out;
  indexer::JsonSplitter splitter(largest, {[&out](std::string_view record, std::uint64_t offset) {
                                             out += "<" + std::string(record) + ">";
                                             static_cast<void>(offset);
                                           },
                                           [&out] { out += "+"; }, [&out] { out += "-"; }});
  for (std::size_t at = 0; at < text.size(); at += piece_bytes) {
    splitter.feed(std::string_view(text).substr(at, piece_bytes));
  }
  splitter.finish();
  return out;
}

std::string rows(const std::string& text, char separator, std::size_t piece_bytes,
                 std::uint64_t largest = 1000) {
  std::string out;
  indexer::CsvReader reader(separator, largest,
                            {[&out](std::vector<std::string>& row) {
                               for (const std::string& value : row) out += "<" + value + ">";
                               out += "/";
                             },
                             [&out] { out += "+"; }, [&out] { out += "-"; }});
  for (std::size_t at = 0; at < text.size(); at += piece_bytes) {
    reader.feed(std::string_view(text).substr(at, piece_bytes));
  }
  reader.finish();
  return out;
}

}  // namespace

TEST_CASE("JSON is cut into its records, wherever the pieces end", "[indexer][json]") {
  const std::pair<std::string, std::string> table[] = {
      {R"([{"a":"1"},{"b":[{"c":2}]}])", R"(<{"a":"1"}><{"b":[{"c":2}]}>)"},
      {R"([{"a":"]}\"{"}, 3 ,"x",null])", R"(<{"a":"]}\"{"}><3><"x"><null>)"},
      {"{\"a\":1}\n{\"b\":2}", R"(<{"a":1}><{"b":2}>)"},
      {"{\"a\":1}\n{oops\nno\n{\"b\":2}\n", R"(<{"a":1}><{oops><no><{"b":2}>)"},
      {"{\"a\":1}\n{\"b\":\"x\n{\"c\":2}\n", "<{\"a\":1}><{\"b\":\"x><{\"c\":2}>"},
      {"{\n \"a\":1\n}\n{\n \"b\":2\n}", "<{\n \"a\":1\n}><{\n \"b\":2\n}>"},
      {"[\n{\"a\":\"1\n},\n{\"b\":\"2\"}\n]", "<{\"a\":\"1\n}><{\"b\":\"2\"}>"},
      {R"([{"a":1},{"b":)", R"(<{"a":1}>-)"},
      {R"([{"a":1},)", R"(<{"a":1}>-)"},
      {"[]", ""},
      {"", ""},
      {"12", "<12>"},
  };
  for (const auto& [text, expected] : table) {
    for (const std::size_t piece_bytes : {1U, 2U, 3U, 7U, 1000U}) {
      INFO(text << " in pieces of " << piece_bytes);
      CHECK(split(text, piece_bytes) == expected);
    }
  }
}

TEST_CASE("a record beyond the limit costs only itself", "[indexer][json][limits]") {
  const std::string text = R"([{"a":1},{"b":")" + std::string(5000, 'x') + R"("},{"c":2}])";
  for (const std::size_t piece_bytes : {1U, 100U, 100000U}) {
    CHECK(split(text, piece_bytes) == R"(<{"a":1}>+<{"c":2}>)");
  }
  const std::string csv = "a,b\n1,\"" + std::string(5000, 'x') + "\"\n2,3\n";
  CHECK(rows(csv, ',', 100) == "<a><b>/+<2><3>/");
}

TEST_CASE("any text can be cut", "[indexer][json]") {
  check_property("whole or in pieces", [] {
    constexpr std::string_view kSigns = "[]{}\",:\n\\a 1;\r";
    const std::string text =
        *rc::gen::container<std::string>(rc::gen::elementOf(std::string(kSigns)));
    RC_ASSERT(split(text, 1) == split(text, 100000));
    RC_ASSERT(rows(text, ',', 1) == rows(text, ',', 100000));
  });
}

TEST_CASE("CSV rows keep quoted separators and line ends", "[indexer][csv]") {
  const std::pair<std::string, std::string> table[] = {
      {"a,b\n1,2\n", "<a><b>/<1><2>/"},
      {"a,b\r\n\"x,y\",\"l1\nl2\"\r\n", "<a><b>/<x,y><l1\nl2>/"},
      {"\"he said \"\"no\"\"\",z", "<he said \"no\"><z>/"},
      {"a,\n\n,b\r", "<a><>/<><b>/"},
      {"a\"b,c", "<a\"b><c>/"},
      {"\"open,c\n", "-"},
  };
  for (const auto& [text, expected] : table) {
    INFO(text);
    CHECK(rows(text, ',', 1) == expected);
    CHECK(rows(text, ',', 1000) == expected);
  }
  CHECK(indexer::find_separator("a;b;c,d\n") == ';');
  CHECK(indexer::find_separator("a\tb\n") == '\t');
  CHECK(indexer::find_separator("\"a,b\";c") == ';');
  CHECK(indexer::find_separator("abc\nd,e") == '\0');
}

TEST_CASE("records are found inside an object that only wraps them", "[indexer][json]") {
  struct Row {
    const char* why;
    std::string text;
    std::string records;  ///< what stands behind the bracket; empty: not found
  };
  const Row table[] = {
      {"the usual", R"({"total":2,"articles":[{"id":1},{"id":2}]})", R"({"id":1},{"id":2}]})"},
      {"a feed's own title", R"({"title":"x","items": [ {"id":1}]})", R"( {"id":1}]})"},
      {"two objects deep", R"({"response":{"n":1,"docs":[{"id":1}]}})", R"({"id":1}]}})"},
      {"broken off in the list", R"({"data":[{"id":1},{"i)", R"({"id":1},{"i)"},
      {"brackets in strings", R"({"a":"]}{\"[","data":[{"b":1}]})", R"({"b":1}]})"},
      {"a record with a list", R"({"text":"x","items":[{"id":1}]})", ""},
      {"its text behind the list", R"({"items":[{"id":1}],"body":"x"})", ""},
      {"lines of records", "{\"items\":[{\"id\":1}]}\n{\"items\":[{\"id\":2}]}", ""},
      {"a list of numbers", R"({"data":[1,2]})", ""},
      {"another key", R"({"tags":[{"id":1}]})", ""},
      {"no object", R"([{"id":1}])", ""},
      {"nothing", "", ""},
      {"cut anywhere", R"({"da)", ""},
  };
  for (const Row& row : table) {
    INFO(row.why);
    const auto found = indexer::find_wrapped_records(row.text);
    CHECK((found ? row.text.substr(*found) : "") == row.records);
  }
}

TEST_CASE("any text can be searched for wrapped records", "[indexer][json][property]") {
  check_property("any bytes", [] { (void)indexer::find_wrapped_records(*any_bytes()); });
}
