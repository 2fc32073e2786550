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
  const auto facts_of = [&](std::string_view form) {
    return memo.facts(WordMemo::hash(form), [&] {
      ++count;
      return WordFacts{{}, static_cast<std::uint32_t>(form.size()), kMayBeginBody};
    });
  };
  CHECK(facts_of("الوزير").count == 12);
  CHECK(facts_of("الوزير").count == 12);
  CHECK(facts_of("الوزير").roles == kMayBeginBody);
  CHECK(count == 1);

  SECTION("others displace it, and it is right when it comes again") {
    for (int i = 0; i < 1'000'000; ++i) {
      const std::string other = std::to_string(i);
      if (facts_of(other).count != other.size()) FAIL("wrong facts of " << other);
    }
    count = 0;
    CHECK(facts_of("الوزير").count == 12);
    CHECK(count == 1);
  }
}

TEST_CASE("the posts in a text are worked out once for each home", "[entity][memo]") {
  PostMemo memo;
  int count = 0;
  const auto key_of = [&](std::string_view printed, const std::vector<std::string>& homes) {
    return memo
        .posts(printed, homes,
               [&] {
                 ++count;
                 Post post;
                 post.key = std::string(printed) + "@" + (homes.empty() ? "" : homes.front());
                 return std::vector<Post>{post};
               })[0]
        .key;
  };
  CHECK(key_of("وزير الداخلية", {"BH", "FR"}) == "وزير الداخلية@BH");
  CHECK(key_of("وزير الداخلية", {"BH", "FR"}) == "وزير الداخلية@BH");
  CHECK(count == 1);
  CHECK(key_of("وزير الداخلية", {"FR", "BH"}) == "وزير الداخلية@FR");
  CHECK(key_of("وزير الداخلية", {}) == "وزير الداخلية@");
  CHECK(count == 3);

  SECTION("a full memo forgets, and is right afterwards") {
    for (int i = 0; i < 10'000; ++i) {
      const std::string other = std::to_string(i);
      if (key_of(other, {"SA"}) != other + "@SA") FAIL("wrong posts of " << other);
    }
    CHECK(key_of("وزير الداخلية", {"BH", "FR"}) == "وزير الداخلية@BH");
    CHECK(count == 10'004);
  }
}

TEST_CASE("memos are lent and taken back", "[entity][memo]") {
  Memos memos;
  const Memo* first = nullptr;
  {
    const Memos::Loan one(memos);
    const Memos::Loan two(memos);
    first = &*one;
    CHECK(first != &*two);
  }
  const Memos::Loan again(memos);
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
