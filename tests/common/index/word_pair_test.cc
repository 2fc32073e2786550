#include "common/index/word_pair.h"

#include <catch2/catch.hpp>

#include "common/index/schema.h"

using namespace bayan;

TEST_CASE("pairs of frequent words have a term, others none", "[index][word_pair]") {
  CHECK(index::is_pair_indexed("وزير", "الداخليه"));
  CHECK(index::is_pair_indexed("من", "قبل"));
  CHECK_FALSE(index::is_pair_indexed("وزير", "قرطاجنه"));
  CHECK_FALSE(index::is_pair_indexed("قرطاجنه", "وزير"));
  // Words are looked up as the analyser gives them: spellings that it folds are none.
  CHECK_FALSE(index::is_pair_indexed("وزير", "الداخلية"));
  CHECK(index::read_term(index::pair_term("وزير", "الداخليه")) == "XWوزير الداخليه");
  CHECK_FALSE(index::is_text_term(index::pair_term("وزير", "الداخليه")));
}
