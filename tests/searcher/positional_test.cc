#include "searcher/positional.h"

#include <algorithm>
#include <functional>

#include "common/text/analyzer.h"
#include "indexer/document_builder.h"
#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

namespace {

// Frequent words, which have pair terms, and rare ones, which have none.
const std::vector<std::string> kWords = {"وزير", "الداخلية", "في", "قرطاجنة", "زرقاء", "اليمامة"};

rc::Gen<std::string> text_of(std::size_t most) {
  return rc::gen::map(
      rc::gen::resize(static_cast<int>(most),
                      rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kWords))),
      [](const std::vector<std::string>& words) {
        std::string text;
        for (const std::string& word : words) text += word + " ";
        return text;
      });
}

std::vector<std::string> forms_of(const std::string& text) {
  text::TokenList tokens;
  text::analyze(text, tokens);
  std::vector<std::string> forms;
  for (std::size_t i = 0; i < tokens.size(); ++i) forms.emplace_back(tokens.form(i));
  return forms;
}

std::vector<Xapian::docid> find_positional(const Xapian::Database& database,
                                           const searcher::PositionalWords& words) {
  searcher::Matcher matcher(database);
  return searcher::find_positional(matcher, words);
}

searcher::PositionalWords phrase_of(const std::vector<std::string>& forms, bool in_title) {
  searcher::WordSequence sequence;
  for (const std::string& form : forms) sequence.push_back({form});
  return {{{sequence}}, 0, in_title};
}

/// Whether distinct places of `text`, at most `distance` apart, hold the operands: every choice of
/// places is tried.
bool holds_near(const std::string& text, const std::vector<std::vector<std::string>>& operands,
                std::size_t distance) {
  const std::vector<std::string> forms = forms_of(text);
  std::vector<std::size_t> chosen;
  const std::function<bool()> choose = [&] {
    if (chosen.size() == operands.size()) {
      const auto [first, last] = std::ranges::minmax(chosen);
      return last - first <= distance;
    }
    const auto& operand = operands[chosen.size()];
    for (std::size_t i = 0; i < forms.size(); ++i) {
      if (std::ranges::find(operand, forms[i]) == operand.end() ||
          std::ranges::find(chosen, i) != chosen.end()) {
        continue;
      }
      chosen.push_back(i);
      if (choose()) return true;
      chosen.pop_back();
    }
    return false;
  };
  return choose();
}

bool holds(const std::string& text, const std::vector<std::string>& phrase) {
  const std::vector<std::string> forms = forms_of(text);
  return std::search(forms.begin(), forms.end(), phrase.begin(), phrase.end()) != forms.end();
}

}  // namespace

TEST_CASE("phrases are found where the words stand side by side, and nowhere else",
          "[searcher][phrase]") {
  check_property("against the texts themselves", [] {
    index::EntityTableBuilder entities;
    indexer::DocumentBuilder builder(entities);
    Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    std::vector<statement::Statement> statements(*rc::gen::inRange(1, 120));
    for (statement::Statement& statement : statements) {
      statement.title = *text_of(4);
      statement.body = *text_of(12);
      database.add_document(builder.build(statement).document());
    }
    std::vector<std::string> phrase = forms_of(*text_of(3));
    RC_PRE(!phrase.empty());
    for (const bool in_title : {false, true}) {
      std::vector<Xapian::docid> expected;
      for (std::size_t i = 0; i < statements.size(); ++i) {
        if (holds(statements[i].title, phrase) ||
            (!in_title && holds(statements[i].body, phrase))) {
          expected.push_back(static_cast<Xapian::docid>(i + 1));
        }
      }
      RC_ASSERT(find_positional(database, phrase_of(phrase, in_title)) == expected);
    }
  });
}

TEST_CASE("NEAR finds words at most so many places apart, in any order", "[searcher][phrase]") {
  check_property("against every choice of places", [] {
    index::EntityTableBuilder entities;
    indexer::DocumentBuilder builder(entities);
    Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    std::vector<statement::Statement> statements(*rc::gen::inRange(1, 30));
    for (statement::Statement& statement : statements) {
      statement.title = *text_of(4);
      statement.body = *text_of(12);
      database.add_document(builder.build(statement).document());
    }
    searcher::PositionalWords words;
    words.distance = *rc::gen::inRange<std::size_t>(1, 5);
    std::vector<std::vector<std::string>> operands(*rc::gen::inRange(2, 4));
    for (auto& operand : operands) {
      searcher::WordSlot slot;
      for (const std::string& word : *rc::gen::nonEmpty(rc::gen::resize(
               2, rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kWords))))) {
        slot.push_back(forms_of(word).front());
      }
      operand = slot;
      words.operands.push_back({{slot}});
    }
    std::vector<Xapian::docid> expected;
    for (std::size_t i = 0; i < statements.size(); ++i) {
      if (holds_near(statements[i].title, operands, words.distance) ||
          holds_near(statements[i].body, operands, words.distance)) {
        expected.push_back(static_cast<Xapian::docid>(i + 1));
      }
    }
    RC_ASSERT(find_positional(database, words) == expected);
  });
}

TEST_CASE("a place without forms is any word", "[searcher][phrase]") {
  index::EntityTableBuilder entities;
  indexer::DocumentBuilder builder(entities);
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (const char* body : {"وزير الداخلية", "وزير الدولة الداخلية", "وزير في الدولة الداخلية"}) {
    statement::Statement statement;
    statement.body = body;
    database.add_document(builder.build(statement).document());
  }
  const searcher::WordSequence sequence = {{"وزير"}, {}, {"الداخليه"}};
  CHECK(find_positional(database, {{{sequence}}, 0, false}) == std::vector<Xapian::docid>{2});
}
