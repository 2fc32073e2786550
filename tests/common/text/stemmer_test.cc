#include "common/text/stemmer.h"

#include "common/text/fold.h"
#include "common/text/stop_words.h"
#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

TEST_CASE("words that ranking takes as one share a stem", "[text][stemmer]") {
  const std::vector<std::vector<std::string>> groups = {
      {"وزير", "الوزير", "والوزير", "للوزير", "بالوزير", "وزيره", "وزيرا"},
      {"وزاره", "الوزاره", "وزارات", "بوزاره", "وزارتي"},
      {"فرنسا", "لفرنسا", "وفرنسا", "بفرنسا", "الفرنسيه", "فرنسي", "الفرنسيين"},
      {"فلسطين", "وفلسطين", "لفلسطين", "بفلسطين"},
      {"بريطانيا", "لبريطانيا", "وبريطانيا"},
      {"الله", "لله", "والله"},
      {"شرطه", "الشرطه", "للشرطه", "وشرطتها"},
  };
  for (const auto& group : groups) {
    for (const std::string& form : group) {
      INFO(group.front() << " and " << form);
      CHECK(text::ranking_stem(form) == text::ranking_stem(group.front()));
    }
  }
}

TEST_CASE("words that are far apart keep their stems apart", "[text][stemmer]") {
  const std::pair<std::string, std::string> pairs[] = {
      {"مدير", "مدينه"}, {"الله", "اله"}, {"وزير", "وزاره"}, {"سلام", "سلاح"}, {"يمن", "ايمن"}};
  for (const auto& [one, other] : pairs) {
    INFO(one << " and " << other);
    CHECK(text::ranking_stem(one) != text::ranking_stem(other));
  }
}

TEST_CASE("short words and words that are not Arabic are their own stems", "[text][stemmer]") {
  for (const std::string word : {"في", "و", "g20", "2024", "москва", "paris"}) {
    CHECK(text::ranking_stem(word) == word);
  }
}

TEST_CASE("a stem is a part of its form and never empty", "[text][stemmer]") {
  check_property("stem of any folded text", [] {
    const std::string form = text::fold(*rc::gen::oneOf(any_bytes(), arabic_text()));
    const std::string_view stem = text::ranking_stem(form);
    RC_ASSERT(stem.empty() == form.empty());
    RC_ASSERT(stem == "الله" || form.find(stem) != std::string::npos);
  });
}

TEST_CASE("stop words are written folded", "[text][stop_words]") {
  CHECK(text::is_stop_word("علي"));
  CHECK(text::is_stop_word("the"));
  CHECK_FALSE(text::is_stop_word("وزير"));
  CHECK_FALSE(text::is_stop_word(""));
}
