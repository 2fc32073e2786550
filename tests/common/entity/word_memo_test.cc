#include "common/entity/word_memo.h"

#include <catch2/catch.hpp>
#include <string>

#include "common/entity/country_recognizer.h"
#include "common/entity/gazetteer.h"

using namespace bayan;
using namespace bayan::entity;

TEST_CASE("a word's facts are worked out once while it is remembered", "[entity][memo]") {
  WordMemo memo;
  int count = 0;
  const auto work_out = [&count](std::string_view form) {
    ++count;
    return WordFacts{{}, static_cast<std::uint32_t>(form.size()), kMayBeginBody};
  };
  CHECK(memo.facts("الوزير", WordMemo::hash("الوزير"), work_out).count == 12);
  CHECK(memo.facts("الوزير", WordMemo::hash("الوزير"), work_out).count == 12);
  CHECK(memo.facts("الوزير", WordMemo::hash("الوزير"), work_out).roles == kMayBeginBody);
  CHECK(count == 1);

  SECTION("a long one each time") {
    const std::string longer(32, 'a');
    CHECK(memo.facts(longer, WordMemo::hash(longer), work_out).count == 32);
    CHECK(memo.facts(longer, WordMemo::hash(longer), work_out).count == 32);
    CHECK(count == 3);
  }
  SECTION("others displace it, and it is right when it comes again") {
    for (int i = 0; i < 1'000'000; ++i) {
      const std::string other = std::to_string(i);
      if (memo.facts(other, WordMemo::hash(other), work_out).count != other.size())
        FAIL("wrong facts of " << other);
    }
    count = 0;
    CHECK(memo.facts("الوزير", WordMemo::hash("الوزير"), work_out).count == 12);
    CHECK(count == 1);
  }
}

TEST_CASE("memos are lent and taken back", "[entity][memo]") {
  WordMemos memos;
  const WordMemo* first = nullptr;
  {
    const WordMemos::Loan one(memos);
    const WordMemos::Loan two(memos);
    first = &*one;
    CHECK(first != &*two);
  }
  const WordMemos::Loan again(memos);
  CHECK(&*again == first);  // two was given back before one
}

TEST_CASE("which words may begin a country", "[entity][memo]") {
  const CountryGazetteer countries =
      gazetteer_directory().and_then(&CountryGazetteer::load).value();
  for (const char* form : {"فرنسا", "وفرنسا", "الفرنسيه", "للجمهوريه", "بعمان", "ومالي", "المملكه",
                           "للمملكه", "مصرمن"}) {
    INFO(form);
    CHECK(may_begin_country(countries, form));
  }
  for (const char* form : {"قال", "الوزير", "وزاره", "في", "كلاوس"}) {
    INFO(form);
    CHECK_FALSE(may_begin_country(countries, form));
  }
}
