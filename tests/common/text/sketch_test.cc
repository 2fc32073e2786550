#include "common/text/sketch.h"

#include <catch2/catch.hpp>

using namespace bayan;

namespace {

/// `count` different words, the first of them number `first`.
std::string words(int first, int count) {
  static const char* const kLetters[] = {"ب", "ت", "ج", "د", "ر", "س", "ط", "ع", "ق", "ن"};
  std::string text;
  for (int i = first; i < first + count; ++i) {
    for (int rest = i + 1000; rest > 0; rest /= 10) text += kLetters[rest % 10];
    text += ' ';
  }
  return text;
}

std::string sketch(const std::string& text) {
  text::TokenList tokens;
  text::analyze(text, tokens);
  return text::sketch_of(tokens);
}

}  // namespace

TEST_CASE("short texts have no sketch", "[text][sketch]") {
  CHECK(sketch("").empty());
  CHECK(sketch(words(0, 39)).empty());
  CHECK(sketch(words(0, 40)).size() == text::kSketchBins);
}

TEST_CASE("equal bins estimate what two texts share", "[text][sketch]") {
  struct Row {
    const char* why;
    std::string a;
    std::string b;
    std::size_t least;
    std::size_t most;
  };
  const Row rows[] = {
      {"the same", words(0, 300), words(0, 300), 64, 64},
      {"the same in other spelling", "أُعلن " + words(0, 300), "اعلن " + words(0, 300), 64, 64},
      {"one word of three hundred changed", words(0, 150) + "كلمة " + words(151, 150),
       words(0, 301), 58, 63},
      {"half of the runs shared", words(0, 300), words(100, 300), 24, 40},
      {"a paragraph added", words(0, 200), words(0, 250), 42, 60},
      {"nothing shared", words(0, 300), words(500, 300), 0, 4},
      {"short texts alike", words(0, 45), words(0, 45), 64, 64},
      {"short texts apart", words(0, 45), words(500, 45), 0, 4},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    const std::size_t equal = text::equal_bins(sketch(row.a), sketch(row.b));
    CHECK(equal >= row.least);
    CHECK(equal <= row.most);
  }
}

TEST_CASE("without a sketch nothing is equal", "[text][sketch]") {
  CHECK(text::equal_bins("", "") == 0);
  CHECK(text::equal_bins("", sketch(words(0, 50))) == 0);
}
