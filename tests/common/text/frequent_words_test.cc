#include "common/text/frequent_words.h"

#include <catch2/catch.hpp>

using bayan::text::is_frequent_word;

TEST_CASE("frequent words are told from others", "[text]") {
  // the first and the last of the list, its shortest and its longest among them
  for (const char* form :
       {"اثناء", "يوم", "ل", "بالاضافه", "العلاقات", "الجمهوريه", "وزير", "في"}) {
    INFO(form);
    CHECK(is_frequent_word(form));
  }
  for (const char* form : {"", "و", "الوزير", "وزيرر", "قرطاجنه", "a", "الجمهورية"}) {
    INFO(form);
    CHECK_FALSE(is_frequent_word(form));
  }
}
