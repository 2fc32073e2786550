#include "common/text/slips.h"

#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

TEST_CASE("common slips are near, other words far", "[text][slips]") {
  struct Row {
    const char* why;
    std::u32string typed;
    std::u32string meant;
    double at_most;
    double at_least;
  };
  const Row rows[] = {
      {"the same", U"وزير", U"وزير", 0, 0},
      {"letters that sound alike", U"الرياظ", U"الرياض", 0.5, 0.1},
      {"two letters swapped", U"وزبر", U"وزير", 1, 0.5},
      {"swapped", U"ويزر", U"وزير", 0.7, 0.1},
      {"a long vowel left out", U"وزر", U"وزير", 0.7, 0.1},
      {"a letter doubled", U"وززير", U"وزير", 0.7, 0.1},
      {"a letter of any kind", U"وزيرم", U"وزير", 1, 0.9},
      {"another word", U"مدينه", U"وزير", 4, 3},
      {"nothing and a word", U"", U"مدن", 3, 2.9},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    const double distance = text::slip_distance(row.typed, row.meant, 5);
    CHECK(distance <= row.at_most);
    CHECK(distance >= row.at_least);
    CHECK(text::slip_distance(row.meant, row.typed, 5) == Approx(distance));
  }
  CHECK(text::slip_distance(U"مدينه", U"وزير", 1) > 1);
}

TEST_CASE("keys of one layout are read on the other", "[text][slips]") {
  CHECK(text::on_arabic_keyboard("hglyvf") == "المغرب");
  CHECK(text::on_arabic_keyboard("HGLYVF") == "المغرب");
  CHECK(text::on_arabic_keyboard("sbl") == "سلام");
  CHECK(text::on_arabic_keyboard("\xD9") == "\xD9");
  CHECK(text::on_latin_keyboard("حقثسهيثىف") == "president");
  CHECK(text::on_latin_keyboard("لاشاقشهى") == "bahrain");
  CHECK(text::on_latin_keyboard("12") == "12");
}

TEST_CASE("Latin spellings are near the Arabic word they spell", "[text][slips]") {
  const std::pair<std::string, std::u32string> near[] = {
      {"fahad", U"فهد"},        {"fahd", U"فهد"},     {"mohammed", U"محمد"}, {"muhammad", U"محمد"},
      {"khalid", U"خالد"},      {"khaled", U"خالد"},  {"hussein", U"حسين"},  {"rashid", U"راشد"},
      {"salman", U"سلمان"},     {"faisal", U"فيصل"},  {"yousef", U"يوسف"},   {"omar", U"عمر"},
      {"khalifa", U"خليفه"},    {"obama", U"اوباما"}, {"dubai", U"دبي"},     {"riyadh", U"رياض"},
      {"washington", U"واشنطن"}};
  for (const auto& [latin, arabic] : near) {
    INFO(latin);
    CHECK(text::spelling_distance(latin, arabic, 3) <= 1.4);
    CHECK(text::LatinSpelling(latin).may_be_within(arabic, 1.4));
  }
  CHECK(text::spelling_distance("fahad", U"سعد", 3) >= 1);
  CHECK(text::spelling_distance("salman", U"سليم", 3) >= 1);
  CHECK(text::spelling_distance("", U"", 3) == 0);
  CHECK(text::LatinSpelling("fahad").may_be_within(U"فهد", 1));
  CHECK_FALSE(text::LatinSpelling("fahad").may_be_within(U"سعد", 1));
}

TEST_CASE("distances hold for any text", "[text][slips]") {
  check_property("bounded and symmetric", [] {
    const std::u32string a =
        *rc::gen::container<std::u32string>(rc::gen::inRange<char32_t>(0x0621, 0x064B));
    const std::u32string b =
        *rc::gen::container<std::u32string>(rc::gen::inRange<char32_t>(0x0621, 0x064B));
    RC_ASSERT(text::slip_distance(a, a, 2) == 0);
    RC_ASSERT(text::slip_distance(a, b, 2) <= 3);
    RC_ASSERT(text::spelling_distance(*any_bytes(), b, 2) <= 3);
    const std::string latin =
        *rc::gen::container<std::string>(rc::gen::elementOf(std::string("abdeghiklmnorstuy")));
    const double most = 0.2 * static_cast<double>(latin.size());
    const text::LatinSpelling spelling(latin);
    if (spelling.distance(b, most) <= most) RC_ASSERT(spelling.may_be_within(b, most));
  });
}
