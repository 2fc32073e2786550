#include "searcher/snippet.h"

#include <unicode/brkiter.h>

#include <memory>

#include "common/text/analyzer.h"
#include "common/text/fold.h"
#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

TEST_CASE("matches are marked where they stand, marks and all", "[searcher][snippet]") {
  const searcher::MatchedForms forms = {{"الوزير", 0}, {"وزير", 0}, {"عبد", 1}, {"الله", 1}};
  const searcher::Snippet snippet =
      searcher::make_snippet("قال  الو\u064Eزير\u064F\nإن عبدالله حضر", forms);
  CHECK(snippet.text == "قال الو\u064Eزير\u064F إن عبدالله حضر");
  REQUIRE(snippet.highlights.size() == 2);
  const auto [begin, end] = snippet.highlights[0];
  CHECK(snippet.text.substr(begin, end - begin) == "الو\u064Eزير\u064F");
  const auto [name_begin, name_end] = snippet.highlights[1];
  CHECK(snippet.text.substr(name_begin, name_end - name_begin) == "عبدالله");
}

TEST_CASE("the passage with most query words is shown", "[searcher][snippet]") {
  std::string text = "وزير ";
  for (int i = 0; i < 100; ++i) text += "كلمة ";
  text += "وزير الداخلية في باريس";
  const searcher::Snippet snippet =
      searcher::make_snippet(text, {{"وزير", 0}, {"الداخليه", 1}, {"باريس", 2}});
  CHECK(snippet.highlights.size() == 3);
  CHECK(snippet.text.starts_with("…"));
}

TEST_CASE("a text without matches shows its beginning, an empty one nothing",
          "[searcher][snippet]") {
  CHECK(searcher::make_snippet("بداية النص", {}).text == "بداية النص");
  CHECK(searcher::make_snippet("", {}).text.empty());
}

TEST_CASE("the passage is the same whether text or token stream tells where it begins",
          "[searcher][snippet]") {
  const searcher::MatchedForms forms = {{"وزير", 0}, {"الداخليه", 1}, {"2024", 2}};
  const searcher::PassageFinder passages(forms);
  check_property("passages", [&] {
    const auto word = rc::gen::weightedOneOf<std::string>(
        {{6, rc::gen::just<std::string>("كلمة")},
         {1, rc::gen::element<std::string>("وزير", "الداخلية", "2024.", "عبدالله")},
         {1, rc::gen::map(arabic_text(),
                          [](const std::string& text) { return utf8::repair(text).text; })}});
    std::string body;
    for (int left = *rc::gen::inRange(0, 120); left > 0; --left) body += *word + " ";
    const std::string title = *word;
    text::TokenList title_words;
    text::TokenList body_words;
    text::analyze(title, title_words);
    text::analyze(body, body_words);
    const std::string bytes = index::encode_token_stream(title_words, body_words);
    const index::TokenStream stream(bytes);
    const searcher::Snippet expected = searcher::make_snippet(body, forms);
    const auto passage = passages.find(stream);
    RC_ASSERT(passage.has_value() == !expected.highlights.empty());
    if (!passage) return;
    const searcher::Snippet found = searcher::cut_snippet(body, forms, *passage);
    RC_ASSERT(found.text == expected.text);
    RC_ASSERT(found.highlights == expected.highlights);
    // A number that two forms share: the stream saw a word that is none.
    searcher::Passage wrong = *passage;
    wrong.hits += 1000;
    wrong.first_hit = wrong.last_hit = body_words.size() / 2;
    RC_ASSERT(searcher::cut_snippet(body, forms, wrong).text == expected.text);
  });
}

TEST_CASE("highlights rise, lie within the snippet and hold a matched form",
          "[searcher][snippet]") {
  check_property("highlights", [] {
    const std::string text = utf8::repair(*arabic_text()).text + " وزير " + *arabic_text();
    const searcher::Snippet snippet = searcher::make_snippet(text, {{"وزير", 0}});
    std::size_t last = 0;
    for (const auto& [begin, end] : snippet.highlights) {
      RC_ASSERT(begin >= last);
      RC_ASSERT(end > begin);
      RC_ASSERT(end <= snippet.text.size());
      RC_ASSERT(text::fold(snippet.text.substr(begin, end - begin)).find("وزير") !=
                std::string::npos);
      last = end;
    }
  });
}

namespace {

/// Whether a reader's letter begins or ends at byte `offset` of `text`.
bool is_grapheme_border(const std::string& text, std::size_t offset) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  UText* bytes = utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status);
  breaks->setText(bytes, status);
  utext_close(bytes);
  REQUIRE(U_SUCCESS(status));
  return breaks->isBoundary(static_cast<int32_t>(offset)) != 0;
}

/// Words that match and words that do not, in every guise, with what may stand beside a letter.
rc::Gen<std::string> disguised_text() {
  const auto piece = rc::gen::element<std::string>(
      "وزير", "الو\u064Eزير\u064F", "و\u0640زير", "\uFEED\uFEAF\uFEF3\uFEAE", "قمة", "2030", "kg",
      " ", " ", " ", "\n", "\u200F", "\u2067", "\u2069", "\u202E", "\u200D", "\uFE0F", "\u20E3",
      "\u0301", "\u0600", "\U0001F468\u200D\U0001F469\u200D\U0001F467", "\U0001F1F8\U0001F1E6",
      "\U0001F44D\U0001F3FD", "\u00AB", ".", "،");
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                      [](const std::vector<std::string>& pieces) {
                        std::string text;
                        for (const std::string& each : pieces) text += each;
                        return text;
                      });
}

}  // namespace

TEST_CASE("marks hold a matched form and cut no grapheme, whatever stands beside the letters",
          "[searcher][snippet]") {
  const searcher::MatchedForms forms = {{"وزير", 0}, {"الوزير", 0}, {"2030", 1}};
  check_property("marks", [&forms] {
    const std::string text = *disguised_text() + *disguised_text();
    for (const searcher::Snippet& snippet :
         {searcher::make_snippet(text, forms), searcher::mark_whole(text, forms)}) {
      for (const auto& [begin, end] : snippet.highlights) {
        RC_ASSERT(is_grapheme_border(snippet.text, begin));
        RC_ASSERT(is_grapheme_border(snippet.text, end));
        text::TokenList tokens;
        text::analyze(std::string_view(snippet.text).substr(begin, end - begin), tokens);
        RC_ASSERT(!tokens.empty());
        for (const text::Token& token : tokens) RC_ASSERT(forms.contains(tokens.form(token)));
      }
    }
  });
}

TEST_CASE("a passage begins and ends with whole graphemes", "[searcher][snippet]") {
  std::string text;
  for (int i = 0; i < 80; ++i) text += "\u0600" + std::to_string(i) + "\u20E3 ";
  text += "وزير";
  const std::string shown = searcher::make_snippet(text, {{"30", 0}}).text;
  CHECK(shown.starts_with("…\u060026\u20E3 "));
  CHECK(shown.ends_with(" \u060057\u20E3…"));
}

TEST_CASE("without matching words the passage that names most is shown, marked",
          "[searcher][snippet]") {
  std::string text = "باريس ";
  for (int i = 0; i < 100; ++i) text += "كلمة ";
  const std::size_t first = text.size();
  text += "فرنسا والبحرين";
  const std::size_t second = text.find("والبحرين");
  const searcher::Snippet snippet = searcher::make_snippet(
      text, {}, {{0, 10, 0}, {first, first + 10, 0}, {second, text.size(), 1}});
  REQUIRE(snippet.highlights.size() == 2);
  CHECK(snippet.text.ends_with("فرنسا والبحرين"));
  CHECK(snippet.highlights[1].second == snippet.text.size());
}

TEST_CASE("a passage begins and ends with sentences where they are near", "[searcher][snippet]") {
  struct Row {
    const char* why;
    std::string text;
    std::string shown;
  };
  const auto words = [](std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += " كلمة";
    return text.substr(1);
  };
  const Row row = GENERATE_COPY(
      Row{"a sentence of its own",
          words(40) + ". (زار وزير فرنسا)، " + words(20) + ". " + words(40),
          "(زار وزير فرنسا)، " + words(20) + "."},
      Row{"a line is one too", words(40) + "\nزار وزير فرنسا " + words(20) + "\n" + words(40),
          "زار وزير فرنسا " + words(20)},
      Row{"behind a comma where the sentence begins far before",
          words(40) + "، زار وزير فرنسا " + words(60), "…زار وزير فرنسا " + words(29) + "…"},
      Row{"a few words before where there is neither", words(40) + " وزير " + words(60),
          "…" + words(4) + " وزير " + words(27) + "…"},
      Row{"a title is no end of a sentence", words(40) + ". زار د. سالم وزير فرنسا " + words(60),
          "زار د. سالم وزير فرنسا " + words(27) + "…"},
      Row{"a number is none either", words(40) + ". بلغ 3.5 وزير " + words(60),
          "بلغ 3.5 وزير " + words(29) + "…"});
  INFO(row.why);
  CHECK(searcher::make_snippet(row.text, {{"وزير", 0}}).text == row.shown);
}

TEST_CASE("of passages with as many query words the one that has them as typed, then the first",
          "[searcher][snippet]") {
  const searcher::MatchedForms forms = {{"اسعار", 0}, {"النفط", 1}};
  std::string gap;
  for (int i = 0; i < 60; ++i) gap += " كلمة";
  const std::string text =
      "النفط ثم أسعار." + gap + ". أسعار النفط هنا." + gap + ". أسعار النفط هناك.";
  CHECK(searcher::make_snippet(text, forms).text.starts_with("أسعار النفط هنا."));
  const std::string often = "النفط أولا." + gap + ". النفط النفط النفط ثانيا.";
  CHECK(searcher::make_snippet(often, {{"النفط", 0}}).text.starts_with("النفط أولا."));
}

TEST_CASE("a copy of the title is not shown where other words match", "[searcher][snippet]") {
  const searcher::MatchedForms forms = {{"وفاه", 0}, {"الشاعر", 1}};
  const searcher::PassageFinder passages(forms);
  const auto shown = [&](const std::string& title, const std::string& body) {
    text::TokenList title_words;
    text::TokenList body_words;
    text::analyze(title, title_words);
    text::analyze(body, body_words);
    const std::string bytes = index::encode_token_stream(title_words, body_words);
    const auto passage = passages.find(index::TokenStream(bytes));
    REQUIRE(passage);
    return searcher::cut_snippet(body, forms, *passage).text;
  };
  const std::string title = "وفاة الشاعر في حادث";
  std::string body = "توفي الشاعر أمس.";
  for (int i = 0; i < 60; ++i) body += " كلمة";
  body += " رابط الخبر: " + title;
  CHECK(shown(title, body).starts_with("توفي الشاعر أمس."));
  CHECK(shown("عنوان آخر هنا", body).ends_with(title));
  CHECK(shown(title, title) == title);
}
