#include "searcher/views.h"

#include <nlohmann/json.hpp>

#include "common/base/printable.h"
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
  answer.facets = {{"person", {{text, text, 1}}}};
  return answer;
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
    const std::string out = searcher::format_text(answer_of(text), style);
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

TEST_CASE("a run's ids hold no white space", "[searcher][view]") {
  CHECK(searcher::format_trec("q 1", answer_of("a b%c")) ==
        "q%201 Q0 a%20b%25c 1 0.000000 bayan\n");
}
