#include "common/index/word_grams.h"

#include "common/index/glass/database_writer.h"
#include "common/index/token_stream.h"
#include "tests/property.h"
#include "tests/temporary_directory.h"

using namespace bayan;
using namespace bayan::tests;

namespace {

Xapian::Database written_grams(const TemporaryDirectory& directory,
                               const index::Vocabulary& vocabulary,
                               Xapian::doccount all_statements) {
  const std::string folder = (directory.path() / "d").string();
  index::glass::DatabaseWriter writer(folder);
  writer.add_synonyms(index::list_grams(vocabulary, all_statements));
  writer.finish();
  return Xapian::Database(folder);
}

}  // namespace

TEST_CASE("grams are runs of four letters behind the proclitics", "[index][dictionary]") {
  struct Row {
    const char* why;
    const char* form;
    std::vector<std::string> grams;
  };
  const Row row =
      GENERATE(Row{"three letters are one gram", "قمه", {"قمه"}},
               Row{"five letters hold two", "مدينه", {"دينه", "مدين"}},
               Row{"proclitics go", "وبالمدينه", {"دينه", "مدين"}},
               Row{"what repeats counts once", "مامامامام", {"امام", "ماما"}},
               Row{"other scripts have none", "paris", {}}, Row{"nor numbers", "2024", {}});
  CAPTURE(row.why);
  CHECK(index::grams_of(row.form) == row.grams);
}

TEST_CASE("a gram leads to the numbers of the forms that hold it", "[index][dictionary]") {
  index::Vocabulary vocabulary;
  vocabulary.add("استثمار", 10);
  vocabulary.add("مستثمرون", 5);
  vocabulary.add("في", 100);
  vocabulary.add("قمه", 7);
  const TemporaryDirectory directory;
  const Xapian::Database dictionary = written_grams(directory, vocabulary, 100);
  for (const index::Gram& gram : index::read_grams(dictionary, "استثمار")) {
    CAPTURE(gram.letters);
    const bool is_shared = gram.letters == "ستثم" || gram.letters == "تثمر";
    CHECK(gram.numbers.size() == (is_shared ? 2U : 1U));
    // Ten and five of a hundred: 100 (1 - .9 × .95) = 14.5.
    CHECK(gram.statements == (is_shared ? 15U : 10U));
  }
  CHECK(index::read_grams(dictionary, "في").front().numbers.empty());
  CHECK(index::read_grams(dictionary, "طرابلس").front().numbers.empty());
}

TEST_CASE("a gram of many forms keeps the most frequent", "[index][dictionary]") {
  index::Vocabulary vocabulary;
  for (const char* first : {"ا", "ب", "ت", "ث", "ج", "ح", "خ", "د", "ر", "ز"}) {
    for (const char* second : {"س", "ش", "ص", "ض", "ط", "ظ", "ع", "غ", "ف", "ق"}) {
      vocabulary.add(std::string("مدين") + first + second, vocabulary.size() + 1);
    }
  }
  const TemporaryDirectory directory;
  const Xapian::Database dictionary = written_grams(directory, vocabulary, 1000);
  const index::Gram gram = index::read_grams(dictionary, "مدين").front();
  REQUIRE(gram.numbers.size() == index::kMostGramForms);
  const auto holds = [&](std::string_view form) {
    return std::ranges::binary_search(gram.numbers, index::token_number(form));
  };
  CHECK(holds(vocabulary.form(99)));
  CHECK_FALSE(holds(vocabulary.form(0)));
}
