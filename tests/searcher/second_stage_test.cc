#include "searcher/second_stage.h"

#include <cmath>

#include "common/text/analyzer.h"
#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

namespace {

using searcher::RankedWord;
using searcher::ScoreParts;

/// A word with the forms that stand for it, and its grams.
RankedWord word(const std::string& form, std::size_t place,
                const std::vector<index::RelatedForm>& others = {},
                const std::vector<index::Gram>& grams = {}) {
  RankedWord word{form, place, false, {{form, index::FormGrade::kSame}}, grams};
  word.forms.insert(word.forms.end(), others.begin(), others.end());
  return word;
}

searcher::CollectionStatistics statistics_of(const std::vector<RankedWord>& words) {
  searcher::CollectionStatistics statistics{1000, 10, {}};
  for (const RankedWord& ranked : words) {
    for (const index::RelatedForm& form : ranked.forms) statistics.form_statements[form.form] = 10;
  }
  return statistics;
}

ScoreParts score(const std::vector<RankedWord>& words, const std::string& title,
                 const std::string& body) {
  text::TokenList title_tokens;
  text::TokenList body_tokens;
  text::analyze(title, title_tokens);
  text::analyze(body, body_tokens);
  const std::string stream = index::encode_token_stream(title_tokens, body_tokens);
  return searcher::SecondStage(words, statistics_of(words)).score(index::TokenStream(stream));
}

double total(const std::vector<RankedWord>& words, const std::string& body) {
  return score(words, "", body).total();
}

}  // namespace

TEST_CASE("a statement gains by what a reader would want", "[searcher][rank]") {
  const std::vector<RankedWord> query = {
      word("وزير", 0, {{"الوزير", index::FormGrade::kLight}, {"وزراء", index::FormGrade::kPlural}}),
      word("فرنسا", 1)};
  struct Row {
    const char* why;
    const char* better;
    const char* worse;
  };
  const Row row = GENERATE(
      Row{"both words above one", "وزير ثم ثم ثم ثم ثم فرنسا", "وزير ثم ثم ثم ثم ثم ثم"},
      Row{"the form typed above another", "وزير قال ذلك", "الوزير قال ذلك"},
      Row{"an inflection above a plural", "الوزير قال ذلك", "وزراء قال ذلك"},
      Row{"a plural above nothing", "وزراء قال ذلك", "بشر قال ذلك"},
      Row{"near above far", "وزير ذلك فرنسا ذلك ذلك ذلك ذلك", "وزير ذلك ذلك ذلك ذلك ذلك فرنسا"},
      Row{"the query's order above the other", "وزير فرنسا ذلك", "فرنسا وزير ذلك"},
      Row{"twice above once", "وزير ذلك وزير ذلك", "وزير ذلك ذلك ذلك"},
      Row{"early above late", "ذلك وزير ذلك ذلك ذلك", "ذلك ذلك ذلك وزير ذلك"},
      Row{"short above long", "وزير", "وزير ذلك ذلك ذلك ذلك ذلك"});
  CAPTURE(row.why);
  CHECK(total(query, row.better) > total(query, row.worse));
}

TEST_CASE("words within fifteen gain by their window, words farther apart do not",
          "[searcher][rank]") {
  const std::vector<RankedWord> query = {word("وزير", 0), word("فرنسا", 1)};
  const auto apart = [](std::size_t between) {
    std::string text = "وزير";
    for (std::size_t i = 0; i < 30; ++i) text += i == between ? " فرنسا" : " ذلك";
    return text;
  };
  CHECK(score(query, "", apart(13)).window > score(query, "", apart(14)).window);
  CHECK(score(query, "", apart(14)).window == Approx(score(query, "", apart(25)).window));
}

TEST_CASE("the title counts beside the body, and grams meet where no form does",
          "[searcher][rank]") {
  const std::vector<RankedWord> query = {
      word("استثمار", 0, {}, {{"ستثم", 20, {index::token_number("مستثمرون")}}})};
  CHECK(score(query, "استثمار", "ذلك").title > 0);
  CHECK(score(query, "", "استثمار ذلك").title == 0);
  const ScoreParts parts = score(query, "", "مستثمرون ذلك");
  CHECK(parts.words[0].forms == 0);
  CHECK(parts.words[0].grams > 0);
  CHECK(parts.opening > 0);
  CHECK(parts.total() == Approx(parts.words[0].grams + parts.opening));
}

TEST_CASE("words that only grams bring together gain as neighbours do, in the query's order",
          "[searcher][rank]") {
  const std::vector<RankedWord> query = {
      word("استثمار", 0, {}, {{"ستثم", 20, {index::token_number("مستثمرون")}}}),
      word("فرنسا", 1, {}, {{"فرنس", 20, {index::token_number("فرنسيون")}}})};
  CHECK(score(query, "", "مستثمرون فرنسيون ذلك").pairs > 0);
  CHECK(score(query, "", "مستثمرون ذلك فرنسيون").pairs > 0);
  CHECK(score(query, "", "فرنسيون مستثمرون ذلك").pairs == 0);
  CHECK(score(query, "", "مستثمرون ذلك ذلك فرنسيون").pairs == 0);
}

TEST_CASE("no part of a score is negative, whatever the words and however common they are",
          "[searcher][rank]") {
  check_property("all parts are finite and at least zero", [] {
    const std::vector<std::string> vocabulary = {"وزير", "فرنسا", "في", "الوزير", "قمة"};
    std::vector<RankedWord> words;
    searcher::CollectionStatistics statistics;
    statistics.statements = *rc::gen::inRange(0, 100);
    statistics.average_length = *rc::gen::inRange(0, 500);
    const auto forms =
        *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(vocabulary));
    for (std::size_t i = 0; i < forms.size(); ++i) {
      words.push_back(
          word(forms[i], i,
               {{*rc::gen::elementOf(vocabulary),
                 *rc::gen::element(index::FormGrade::kLight, index::FormGrade::kPlural)}}));
      statistics.form_statements[forms[i]] = *rc::gen::inRange(0, 200);
    }
    text::TokenList tokens;
    text::analyze(*arabic_text(), tokens);
    const std::string stream = *rc::gen::oneOf(
        any_bytes(), rc::gen::just(index::encode_token_stream(text::TokenList(), tokens)));
    const ScoreParts parts =
        searcher::SecondStage(words, statistics).score(index::TokenStream(stream));
    RC_ASSERT(parts.words.size() == words.size());
    for (const searcher::WordScore& part : parts.words) {
      RC_ASSERT(part.forms >= 0 && part.exact >= 0 && part.grams >= 0);
    }
    RC_ASSERT(parts.title >= 0 && parts.opening >= 0 && parts.pairs >= 0 && parts.window >= 0);
    RC_ASSERT(std::isfinite(parts.total()));
  });
}
