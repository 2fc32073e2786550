// Folding, tokenising and the recognisers over any text.

#include <string_view>

#include "common/base/utf8.h"
#include "common/entity/extractor.h"
#include "common/text/analyzer.h"
#include "common/text/fold.h"
#include "tests/fuzz/require.h"

using namespace bayan;

namespace {

void check_folding(std::string_view text) {
  const std::string folded = text::fold(text);
  BAYAN_REQUIRE(!utf8::find_ill_formed(folded));
  BAYAN_REQUIRE(text::fold(folded) == folded);
  const text::FoldedText mapped(text);
  BAYAN_REQUIRE(mapped.text() == folded);
  std::size_t last = 0;
  for (std::size_t i = 0; i <= folded.size(); ++i) {
    BAYAN_REQUIRE(mapped.source_offset(i) >= last);
    last = mapped.source_offset(i);
  }
  BAYAN_REQUIRE(last == text.size());
}

void check_tokens(std::string_view text) {
  text::TokenList tokens;
  text::analyze(text, tokens);
  std::uint32_t begin = 0;
  for (const text::Token& token : tokens) {
    BAYAN_REQUIRE(begin <= token.begin && token.begin < token.end && token.end <= text.size());
    begin = token.begin;
    const std::string_view form = tokens.form(token);
    BAYAN_REQUIRE(!form.empty() && form.size() <= text::kMaxFormBytes);
    BAYAN_REQUIRE(!utf8::find_ill_formed(form));
    BAYAN_REQUIRE(form.front() < 'A' || form.front() > 'Z');  // else it would read as a prefix
  }
}

void check_mentions(std::string_view text) {
  static const entity::Extractor extractor = entity::Extractor::load(BAYAN_GAZETTEERS).value();
  const std::string body = utf8::repair(text).text;
  const entity::Recognised found = extractor.extract(body, body, {});
  const auto check = [&body](const std::vector<entity::Mention>& mentions) {
    for (const entity::Mention& mention : mentions) {
      BAYAN_REQUIRE(mention.begin < mention.end && mention.end <= body.size());
      BAYAN_REQUIRE(!utf8::find_ill_formed(
          std::string_view(body).substr(mention.begin, mention.end - mention.begin)));
    }
  };
  for (const entity::Person& person : found.persons) {
    BAYAN_REQUIRE(!person.key.empty() && !person.name.empty());
    check(person.mentions);
  }
  for (const entity::Country& country : found.countries) check(country.mentions);
  for (const entity::DateMention& date : found.dates) {
    BAYAN_REQUIRE(date.first <= date.last);
    check({date.mention});
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check_folding(text);
  check_tokens(text);
  check_mentions(text);
  return 0;
}
