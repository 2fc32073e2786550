#include "searcher/views.h"

#include <nlohmann/json.hpp>
#include <vector>

#include "common/base/printable.h"
#include "searcher/markdown.h"
#include "searcher/snippet.h"
#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

namespace {

searcher::Answer answer_of(const std::string& text) {
  searcher::SearchResult result;
  result.rank = 1;
  result.id = text;
  result.title = {text, {}};
  result.issuer = text;
  result.location = text;
  result.persons = {{text, text, text}};
  result.snippet = {text, {}};
  searcher::Answer answer;
  answer.query = text;
  answer.total = 1;
  answer.results = {result};
  answer.facets = {{"person", {{text, text, 1}}, 2}};
  return answer;
}

/// A statement of which every field is `text`.
searcher::ShownStatement shown_of(const std::string& text) {
  searcher::ShownStatement shown;
  statement::Statement& statement = shown.statement;
  statement.id = statement.title = statement.body = statement.issuer = statement.url = text;
  statement.location.path = statement.date = text;
  statement.entities.persons = {{text, text, text, {}}};
  statement.entities.countries = {{"FR", {}}};
  statement.entities.organisations = {{text, text, text, {}}};
  statement.entities.dates = {{text, text, {}}};
  shown.title = searcher::mark_whole(text, {});
  shown.lines = {shown.title, {}, {}, shown.title};
  return shown;
}

}  // namespace

TEST_CASE("nothing from a document reaches the terminal raw", "[searcher][view]") {
  using cli::BidiMode;
  check_property("only line feeds and isolates of ours, balanced line by line", [] {
    const std::string text = *rc::gen::oneOf(any_bytes(), arabic_text());
    searcher::TextStyle style;
    style.page.bidi = *rc::gen::element(BidiMode::kPlain, BidiMode::kTerminal, BidiMode::kProgram,
                                        BidiMode::kWords, BidiMode::kIsolates);
    if (*rc::gen::arbitrary<bool>()) style.page.width = *rc::gen::inRange<std::size_t>(20, 100);
    const bool is_whole = *rc::gen::arbitrary<bool>();
    const std::string out = is_whole ? searcher::format_statement(shown_of(text), style)
                                     : searcher::format_text(answer_of(text), style);
    int depth = 0;
    for (std::size_t i = 0; i < out.size();) {
      const utf8::CodePoint c = utf8::decode_at(out, i);
      i += c.byte_count;
      if (c.value == 0x2067 || c.value == 0x2068) {
        RC_ASSERT(style.page.bidi == BidiMode::kIsolates);
        ++depth;
      } else if (c.value == 0x2069) {
        RC_ASSERT(--depth >= 0);
      } else if (c.value == U'\n') {
        RC_ASSERT(depth == 0);
      } else {
        RC_ASSERT(!is_unsafe_to_print(c.value));
      }
    }
    RC_ASSERT(depth == 0);
  });
}

TEST_CASE("JSON parses back to what went in, on one line without controls", "[searcher][view]") {
  check_property("round trip", [] {
    const std::string text = utf8::repair(*rc::gen::oneOf(any_bytes(), arabic_text())).text;
    const std::string out = searcher::format_json(answer_of(text));
    const nlohmann::json json = nlohmann::json::parse(out);
    RC_ASSERT(json["results"][0]["title"].get<std::string>() == text);
    RC_ASSERT(json["facets"]["person"][0]["name"].get<std::string>() == text);
    for (std::size_t i = 0; i + 1 < out.size();) {
      const utf8::CodePoint c = utf8::decode_at(out, i);
      RC_ASSERT(!is_unsafe_to_print(c.value));
      i += c.byte_count;
    }
  });
}

namespace {

/// The cells of CSV (RFC 4180) or TSV, read as a spreadsheet reads them.
std::vector<std::vector<std::string>> read_table(const std::string& text, char separator) {
  std::vector<std::vector<std::string>> rows = {{""}};
  bool is_quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_quoted) {
      if (c != '"') {
        rows.back().back() += c;
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        rows.back().back() += text[++i];
      } else {
        is_quoted = false;
      }
    } else if (c == '"' && rows.back().back().empty()) {
      is_quoted = true;
    } else if (c == separator) {
      rows.back().emplace_back();
    } else if (c == '\n') {
      rows.emplace_back(1);
    } else if (c != '\r') {
      rows.back().back() += c;
    }
  }
  rows.pop_back();
  return rows;
}

/// Nothing but line ends that could steer a terminal.
void require_printable(const std::string& text) {
  for (std::size_t i = 0; i < text.size();) {
    const utf8::CodePoint c = utf8::decode_at(text, i);
    i += c.byte_count;
    RC_ASSERT(c.value == U'\n' || c.value == U'\r' || c.value == U'\t' ||
              !is_unsafe_to_print(c.value));
  }
}

}  // namespace

TEST_CASE("no text breaks out of its cell or becomes a formula", "[searcher][view]") {
  using searcher::TableKind;
  check_property("every row has its cells, each a printable line", [] {
    const auto bad = rc::gen::element<std::string>("=1+1", "\"", "\",", "\t=a", "+a\r\n=b", "@a");
    const std::string text = *rc::gen::oneOf(any_bytes(), arabic_text(), bad);
    const TableKind kind = *rc::gen::element(TableKind::kCsv, TableKind::kTsv);
    for (const std::string& out : {searcher::format_result_table(answer_of(text), kind),
                                   searcher::format_facet_table(answer_of(text), kind)}) {
      require_printable(out);
      const auto rows = read_table(out, kind == TableKind::kCsv ? ',' : '\t');
      RC_ASSERT(rows.size() == 2U);
      RC_ASSERT(rows[0].size() == rows[1].size());
      for (const std::string& cell : rows[1]) {
        RC_ASSERT(cell.find_first_of("=+-@") != 0U);
      }
    }
  });
}

TEST_CASE("a cell is quoted as its readers expect", "[searcher][view]") {
  struct Row {
    const char* cell;
    const char* csv;
    const char* tsv;
  };
  const Row row = GENERATE(
      Row{"وزير", "وزير", "وزير"}, Row{"a,b", "\"a,b\"", "a,b"},
      Row{"a \"b\"", "\"a \"\"b\"\"\"", "a \"b\""}, Row{"\"b\"", "\"\"\"b\"\"\"", "\"\"\"b\"\"\""},
      Row{"=1+1", "'=1+1", "'=1+1"}, Row{"\t-1", "'-1", "'-1"},
      Row{"\uFF1D1", "'\uFF1D1", "'\uFF1D1"}, Row{"a\tb\r\nc", "a b c", "a b c"},
      Row{"a\x1B[31m\u202E", "a\uFFFD[31m\uFFFD", "a\uFFFD[31m\uFFFD"});
  CAPTURE(row.cell);
  searcher::TableWriter csv(searcher::TableKind::kCsv);
  csv.row({row.cell, "x"});
  CHECK(csv.take() == std::string(row.csv) + ",x\r\n");
  searcher::TableWriter tsv(searcher::TableKind::kTsv);
  tsv.row({row.cell, "x"});
  CHECK(tsv.take() == std::string(row.tsv) + "\tx\n");
}

TEST_CASE("text is plain text in Markdown", "[searcher][view]") {
  struct Row {
    const char* text;
    const char* markdown;
  };
  const Row row =
      GENERATE(Row{"قال: «نعم»", "قال: «نعم»"}, Row{"*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"},
               Row{"<script>&lt;", "\\<script\\>\\&lt;"}, Row{"[a](b)", "\\[a\\](b)"},
               Row{"# a # b", "\\# a # b"}, Row{"- a", "\\- a"}, Row{"12. a", "12\\. a"},
               Row{"12 a", "12 a"}, Row{"a\n\n# b", "a # b"}, Row{"a | b", "a \\| b"},
               Row{"2024-07-26", "2024-07-26"});
  CHECK(searcher::markdown_text(row.text) == row.markdown);
}

TEST_CASE("a link of Markdown leads to a page alone", "[searcher][view]") {
  CHECK(searcher::markdown_link("a]b", "https://x.test/a b>(c)") ==
        "[a\\]b](<https://x.test/a%20b%3E(c)>)");
  CHECK(searcher::markdown_link("a", "javascript:alert(1)") == "a");
}

TEST_CASE("a quotation in Markdown stays one", "[searcher][view]") {
  check_property("every line of a result is part of its quotation", [] {
    const std::string text = *rc::gen::oneOf(any_bytes(), arabic_text());
    searcher::Answer answer = answer_of(text);
    answer.facets.clear();
    const std::string out = *rc::gen::arbitrary<bool>()
                                ? searcher::format_markdown(answer)
                                : searcher::format_statement_markdown(shown_of(text)) + "\n";
    require_printable(out);
    for (std::size_t at = 0; at + 1 < out.size(); at = out.find('\n', at) + 1) {
      RC_ASSERT(out[at] == '>' || out.substr(at) == "\n");
    }
  });
}

TEST_CASE("a run's ids hold no white space", "[searcher][view]") {
  CHECK(searcher::format_trec("q 1", answer_of("a b%c")) ==
        "q%201 Q0 a%20b%25c 1 0.000000 bayan\n");
}
