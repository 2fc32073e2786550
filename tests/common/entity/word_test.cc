#include "common/entity/word.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <utility>

using namespace bayan::entity;

namespace {

/// «form[begin-end]» of each word, with the first letter of its kind.
std::string shown(std::string_view text) {
  std::string out;
  for (const Word& word : split_words(text)) {
    out += out.empty() ? "" : " ";
    out += "ldmn"[static_cast<std::size_t>(word.kind)];
    out.append(":").append(word.kind == WordKind::kLineEnd ? "" : word.form);
    out += '[' + std::to_string(word.begin) + '-' + std::to_string(word.end) + ']';
  }
  return out;
}

}  // namespace

TEST_CASE("texts are split into words, digits, marks and line ends", "[entity][word]") {
  struct Row {
    const char* text;
    const char* words;
  };
  const Row row = GENERATE(
      Row{"", ""}, Row{" \t ", ""}, Row{"قال الوزير", "l:قال[0-6] l:الوزير[7-19]"},
      Row{"الداخلية، إلى أن", "l:الداخليه[0-16] m:،[16-18] l:الي[19-25] l:ان[26-30]"},
      // marks on letters belong to their word, in front of one to none
      Row{"مُحَمَّد", "l:محمد[0-16]"}, Row{"\u064Bمن", "l:من[2-6]"}, Row{"منـــ", "l:من[0-10]"},
      Row{"أحمد ـ نايف", "l:احمد[0-8] m:-[9-11] l:نايف[12-20]"},
      Row{"عام ٢٠٢٤م", "l:عام[0-6] d:2024[7-15] l:م[15-17]"},
      Row{"COVID19\nبن", "l:covid[0-5] d:19[5-7] n:[7-8] l:بن[8-12]"},
      // a space forgotten behind a teh marbuta
      Row{"مكةالمكرمة", "l:مكه[0-6] l:المكرمه[6-20]"}, Row{"مكةُ", "l:مكه[0-8]"},
      Row{"عبدﷲ", "l:عبدالله[0-9]"}, Row{"Señor", "l:senor[0-6]"},
      Row{"گلپایگانی", "l:كلبايكاني[0-18]"});
  INFO(row.text);
  CHECK(shown(row.text) == row.words);
}

TEST_CASE("words longer than any buffer stay whole", "[entity][word]") {
  for (const std::size_t letters : {31U, 32U, 33U, 64U, 65U, 1000U}) {
    std::string text;
    std::string folded;
    for (std::size_t i = 0; i < letters; ++i) {
      text += i % 3 == 0 ? "أ\u064E" : "بـ";
      folded += i % 3 == 0 ? "ا" : "ب";
    }
    const Words words = split_words(text + " من");
    INFO(letters);
    REQUIRE(words.size() == 2);
    CHECK(words[0].form == folded);
    CHECK(words[0].end == text.size());
    CHECK(words[1].form == "من");
  }
}

TEST_CASE("forms stay where they are when folding lengthens a text", "[entity][word]") {
  // U+FDFA is eighteen letters
  for (const std::size_t count : {1U, 2U, 50U}) {
    std::string text = "قال";
    for (std::size_t i = 0; i < count; ++i) text += " \uFDFA من";
    Words words = split_words(text);
    INFO(count);
    REQUIRE(words.size() == 1 + count * 5);
    CHECK(words[0].form == "قال");
    const Words moved = std::move(words);
    for (std::size_t i = 0; i < count; ++i) {
      CHECK(moved[1 + i * 5].form == "صلي");
      CHECK(moved[4 + i * 5].form == "وسلم");
      CHECK(moved[5 + i * 5].form == "من");
    }
  }
}

TEST_CASE("ill-formed bytes are no letters and nothing is read behind the end", "[entity][word]") {
  for (const char* text : {"من\xD8", "من\xD8 قال", "\xD9", "من\xD9\xD9\x85", "م\x86ن"}) {
    const std::string exact(text);
    const Words words = split_words(exact);
    for (const Word& word : words) {
      CHECK(word.begin < word.end);
      CHECK(word.end <= exact.size());
    }
  }
}
