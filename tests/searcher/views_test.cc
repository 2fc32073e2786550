#include "searcher/views.h"

#include <nlohmann/json.hpp>
#include <regex>
#include <vector>

#include "common/base/printable.h"
#include "common/text/analyzer.h"
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

/// An answer with everything that an answer can have.
searcher::Answer full_answer_of(const std::string& text) {
  searcher::Answer answer = answer_of(text);
  searcher::SearchResult& result = answer.results.front();
  result.date = result.url = text;
  result.countries = {"FR", text};
  result.sources = {text};
  result.older_versions = result.similar = 2;
  result.parts = searcher::ScoreParts{{{1, 1, 1}}, 1, 1, 1, 1};
  for (const char* field : {"country", "org", "position", "issuer", "month", "year"}) {
    answer.facets.push_back({field, {{text, text, 1}}, 2});
  }
  answer.timeline = searcher::Timeline{searcher::TimelineUnit::kYear, {{text, 2}}, 1};
  answer.explanation = searcher::Explanation{{{text,
                                               searcher::ExplainedPart::Kind::kWord,
                                               false,
                                               {{text, index::FormGrade::kSame}},
                                               1,
                                               1}},
                                             {text},
                                             {text}};
  answer.together = {{index::FieldId::kPerson, 1, text, text},
                     {index::FieldId::kCountry, 2, text, text}};
  answer.suggestions = {{text, 1}};
  return answer;
}

searcher::EntityCard card_of(const std::string& text) {
  searcher::EntityCard card;
  card.field = "country";
  card.key = card.name = text;
  card.statements = 3;
  card.forms = {{text, text, 1}};
  card.posts = card.holders = {{text, text, text, text, 1}};
  card.first_and_last = {{text, text, text}};
  card.timeline = {searcher::TimelineUnit::kMonth, {{"2024-07", 2}, {"2024-08", 1}}, 1};
  card.beside = {{"country", {{text, text, 2, 3, 1}}}, {"person", {{text, text, 2, 3, 1}}}};
  return card;
}

/// Every page for people of which every text is `text`.
std::vector<std::string> pages_of(const std::string& text, const searcher::TextStyle& style) {
  searcher::Answer similar = answer_of(text);
  similar.similar_to = searcher::SimilarTo{text, text};
  searcher::Answer instead = answer_of(text);
  instead.shown_for = text;
  return {searcher::format_text(full_answer_of(text), style), searcher::format_text(similar, style),
          searcher::format_text(instead, style), searcher::format_statement(shown_of(text), style),
          searcher::format_card(card_of(text), style)};
}

/// Every JSON text of which every text is `text`.
std::vector<std::string> json_of(const std::string& text) {
  return {searcher::format_json(full_answer_of(text)),
          searcher::format_json_lines(full_answer_of(text)),
          searcher::format_statement_json(shown_of(text)),
          searcher::format_card_json(card_of(text))};
}

/// Line feeds, isolates that balance line by line, and what is safe to print.
void require_safe_page(const std::string& page, cli::BidiMode bidi) {
  int depth = 0;
  for (std::size_t i = 0; i < page.size();) {
    const utf8::CodePoint c = utf8::decode_at(page, i);
    i += c.byte_count;
    if (c.value == 0x2067 || c.value == 0x2068) {
      RC_ASSERT(bidi == cli::BidiMode::kIsolates);
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
}

}  // namespace

TEST_CASE("nothing from a document reaches the terminal raw, whatever the view",
          "[searcher][view]") {
  using cli::BidiMode;
  const auto arabic = cli::LocaleFormat::choose("ar-EG").value();
  check_property("only line feeds and isolates of ours, balanced line by line", [&arabic] {
    const std::string text = *rc::gen::oneOf(any_bytes(), arabic_text());
    searcher::TextStyle style;
    style.page.bidi = *rc::gen::element(BidiMode::kPlain, BidiMode::kTerminal, BidiMode::kProgram,
                                        BidiMode::kWords, BidiMode::kIsolates);
    if (*rc::gen::arbitrary<bool>()) style.page.width = *rc::gen::inRange<std::size_t>(20, 100);
    if (*rc::gen::arbitrary<bool>()) style.locale = arabic;
    for (const std::string& page : pages_of(text, style)) {
      require_safe_page(page, style.page.bidi);
    }
  });
}

TEST_CASE("with colours and links the sequences are ours and end with the page",
          "[searcher][view]") {
  check_property("taken out, they leave the page as it is without", [] {
    const std::string text = *rc::gen::oneOf(any_bytes(), arabic_text());
    searcher::TextStyle style;
    if (*rc::gen::arbitrary<bool>()) style.page.width = *rc::gen::inRange<std::size_t>(20, 100);
    const std::vector<std::string> plain = pages_of(text, style);
    style.page.color = style.page.links = true;
    style.page.theme = cli::Theme::parse("").value();
    const std::vector<std::string> dressed = pages_of(text, style);
    // Blanks at a line's end are cut where nothing stands behind them.
    static const std::regex kLastBlanks(" +\n");
    const auto lines_of = [](const std::string& page) {
      return std::regex_replace(page, kLastBlanks, "\n");
    };
    static const std::regex kOurs("\x1B\\[[0-9;]*m|\x1B\\]8;;[!-~]*\x1B\\\\");
    for (std::size_t i = 0; i < plain.size(); ++i) {
      RC_ASSERT(lines_of(std::regex_replace(dressed[i], kOurs, "")) == lines_of(plain[i]));
    }
    for (const std::string& page : dressed) {
      require_safe_page(std::regex_replace(page, kOurs, ""), style.page.bidi);
    }
  });
}

TEST_CASE("what is marked on a page or in JSON is a form that matches", "[searcher][view]") {
  const searcher::MatchedForms forms = {{"وزير", 0}, {"الوزير", 0}};
  const auto require_form = [&forms](std::string_view marked) {
    text::TokenList tokens;
    text::analyze(marked, tokens);
    RC_ASSERT(!tokens.empty());
    for (const text::Token& token : tokens) RC_ASSERT(forms.contains(tokens.form(token)));
  };
  check_property("marks", [&] {
    const std::string text = utf8::repair(*arabic_text() + " وزير " + *arabic_text() +
                                          "،الو\u064Eزير. " + *arabic_text())
                                 .text;
    searcher::Answer answer = answer_of(text);
    answer.facets.clear();
    answer.results.front().title = searcher::mark_whole(text, forms);
    answer.results.front().snippet = searcher::make_snippet(text, forms);
    const nlohmann::json snippet =
        nlohmann::json::parse(searcher::format_json(answer))["results"][0]["snippet"];
    const std::u32string letters = utf8::code_points(snippet["text"].get<std::string>());
    RC_ASSERT(!snippet["highlights"].empty());
    for (const auto& mark : snippet["highlights"]) {
      std::string marked;
      for (std::size_t i = mark[0]; i < mark[1]; ++i) utf8::append(marked, letters.at(i));
      require_form(marked);
    }
    searcher::TextStyle style;
    style.page.color = true;
    style.page.theme = cli::Theme::parse("mono:match=35").value();
    static const std::regex kMatch("\x1B\\[35m([^\x1B]*)\x1B");
    const std::string page = searcher::format_text(answer, style);
    std::size_t count = 0;
    for (auto it = std::sregex_iterator(page.begin(), page.end(), kMatch);
         it != std::sregex_iterator(); ++it, ++count) {
      require_form((*it)[1].str());
    }
    RC_ASSERT(count >= 2U);
  });
}

TEST_CASE("JSON parses back to what went in, on lines without controls", "[searcher][view]") {
  check_property("round trip", [] {
    const std::string text = utf8::repair(*rc::gen::oneOf(any_bytes(), arabic_text())).text;
    for (const std::string& out : json_of(text)) {
      RC_ASSERT(out.find('\n') == out.size() - 1);
      for (std::size_t i = 0; i + 1 < out.size();) {
        const utf8::CodePoint c = utf8::decode_at(out, i);
        RC_ASSERT(!is_unsafe_to_print(c.value));
        i += c.byte_count;
      }
      RC_ASSERT(nlohmann::json::accept(out));
    }
    const auto json = nlohmann::json::parse(searcher::format_json(full_answer_of(text)));
    RC_ASSERT(json["results"][0]["title"].get<std::string>() == text);
    RC_ASSERT(json["facets"]["person"][0]["name"].get<std::string>() == text);
    RC_ASSERT(json["explanation"]["parts"][0]["text"].get<std::string>() == text);
    const auto card = nlohmann::json::parse(searcher::format_card_json(card_of(text)));
    RC_ASSERT(card["beside"]["person"][0]["name"].get<std::string>() == text);
    const auto shown = nlohmann::json::parse(searcher::format_statement_json(shown_of(text)));
    RC_ASSERT(shown["body"].get<std::string>() == text);
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
