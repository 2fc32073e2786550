#include "searcher/phrase_source.h"

#include <algorithm>

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
      database.add_document(builder.build(statement));
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
      RC_ASSERT(searcher::find_phrase(database, phrase, in_title) == expected);
    }
  });
}
