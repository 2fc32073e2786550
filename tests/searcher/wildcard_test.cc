#include "searcher/wildcard.h"

#include "common/index/schema.h"
#include "tests/property.h"

using namespace bayan;

namespace {

Xapian::WritableDatabase database_of(const std::vector<std::string>& words) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  Xapian::Document document;
  for (const std::string& word : words) document.add_term(index::text_term(word));
  database.add_document(document);
  return database;
}

}  // namespace

TEST_CASE("a wildcard stands for the words that fit, behind what is written with them too",
          "[searcher][wildcard]") {
  const Xapian::Database database =
      database_of({"وزاره", "الوزارات", "وبوزاره", "وزير", "زاره", "XPوزاره", "مسلمون", "معلمون"});
  using Forms = std::vector<std::string>;
  CHECK(searcher::expand_wildcard(database, "وزار*")->forms ==
        Forms{"الوزارات", "وبوزاره", "وزاره"});
  CHECK(searcher::expand_wildcard(database, "وِزارة*")->forms == Forms{"وبوزاره", "وزاره"});
  CHECK(searcher::expand_wildcard(database, "مع*ون")->forms == Forms{"معلمون"});
  CHECK(searcher::expand_wildcard(database, "مس**ل*ون")->forms == Forms{"مسلمون"});
  CHECK(searcher::expand_wildcard(database, "قمر*")->forms.empty());
}

TEST_CASE("a wildcard without letters before it is an error", "[searcher][wildcard]") {
  const Xapian::Database database = database_of({"وزير"});
  for (const char* pattern : {"*", "و*", "*ون", "وز*ي*ر*و*ن"}) {
    const auto forms = searcher::expand_wildcard(database, pattern);
    REQUIRE_FALSE(forms);
    CHECK(forms.error().kind == ErrorKind::kQuery);
    CHECK_FALSE(forms.error().hint.empty());
  }
}

TEST_CASE("of too many forms the most frequent are kept, and the number is told",
          "[searcher][wildcard]") {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < searcher::kMostWildcardForms + 10; ++i) {
    words.push_back("word" + std::to_string(i));
  }
  Xapian::WritableDatabase database = database_of(words);
  Xapian::Document often;
  often.add_term("wordwide");
  database.add_document(often);
  database.add_document(often);
  const auto forms = searcher::expand_wildcard(database, "word*");
  REQUIRE(forms);
  CHECK(forms->forms.size() == searcher::kMostWildcardForms);
  CHECK(forms->found == searcher::kMostWildcardForms + 11);
  CHECK(std::ranges::find(forms->forms, "wordwide") != forms->forms.end());
}
