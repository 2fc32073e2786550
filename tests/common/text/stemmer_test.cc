#include "common/text/stemmer.h"

#include "common/base/utf8.h"
#include "common/text/fold.h"
#include "common/text/stop_words.h"
#include "common/text/strict_stems.h"
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

TEST_CASE("no input breaks the stemmers, and what they give is well-formed", "[text][stemmer]") {
  const auto repeated = [](const std::string& part, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += part;
    return out;
  };
  const std::pair<const char*, std::string> rows[] = {
      {"nothing", ""},
      {"a lone mark", "\u064E"},
      {"a lone tatweel", "\u0640"},
      {"ten thousand letters", repeated("وال", 3334)},
      {"ten thousand of one letter", repeated("ل", 10000)},
      {"ten thousand proclitics before a word", repeated("و", 10000) + "وزير"},
      {"a suffix after a suffix", repeated("يات", 3000)},
      {"scripts in one word", "الministryوزارهмир"},
      {"half a letter at the end", std::string("وزير\xD9")},
      {"bytes of no encoding", std::string("\xFF\xFE\xD9\xD9وزير\xC0")},
      {"beyond the first plane", "\U0001F1E7\U0001F1ED"},
  };
  for (const auto& [why, input] : rows) {
    INFO(why);
    const std::string form = text::fold(input);
    CHECK(utf8::find_ill_formed(std::string(text::ranking_stem(form))) == std::nullopt);
    for (const std::string& stem : text::strict_stems(form)) {
      CHECK(utf8::find_ill_formed(stem) == std::nullopt);
      CHECK(stem.size() <= form.size() + 8);
    }
  }
}

TEST_CASE("stop words are written folded", "[text][stop_words]") {
  CHECK(text::is_stop_word("علي"));
  CHECK(text::is_stop_word("the"));
  CHECK_FALSE(text::is_stop_word("وزير"));
  CHECK_FALSE(text::is_stop_word(""));
}
