#include "common/index/schema.h"

#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

TEST_CASE("fields are found by both names, folded or not", "[index][schema]") {
  CHECK(index::find_field("country")->id == index::FieldId::kCountry);
  CHECK(index::find_field("Country")->id == index::FieldId::kCountry);
  CHECK(index::find_field("دولة")->id == index::FieldId::kCountry);
  CHECK(index::find_field("دوله")->id == index::FieldId::kCountry);
  CHECK(index::find_field("عنوان")->id == index::FieldId::kTitle);
  CHECK(index::find_field("colour") == nullptr);
  CHECK(index::find_field("") == nullptr);
}

TEST_CASE("no two fields share a name, a prefix or a slot", "[index][schema]") {
  for (const index::Field& one : index::fields()) {
    for (const index::Field& other : index::fields()) {
      if (&one == &other) continue;
      CHECK(one.name != other.name);
      CHECK(one.arabic_name != other.arabic_name);
      CHECK(one.prefix != other.prefix);
      const bool has_year = one.id == index::FieldId::kYear || other.id == index::FieldId::kYear;
      if (one.facet && other.facet && !has_year) CHECK(*one.facet != *other.facet);
    }
  }
}

TEST_CASE("terms carry their prefix, and a colon before capitals", "[index][schema]") {
  CHECK(index::make_term(index::FieldId::kText, "minister") == "minister");
  CHECK(index::make_term(index::FieldId::kTitle, "minister") == "Sminister");
  CHECK(index::make_term(index::FieldId::kCountry, "FR") == "XC:FR");
  CHECK(index::make_term(index::FieldId::kId, "A1") == "QA1");
}

TEST_CASE("Arabic terms take a byte a letter and can be read", "[index][schema]") {
  const std::string word = "وزير";
  CHECK(index::text_term(word).size() == 4);
  CHECK(index::is_text_term(index::text_term(word)));
  CHECK(index::read_term(index::text_term(word)) == word);
  CHECK(index::read_term(index::make_term(index::FieldId::kTitle, word)) == "S" + word);
  // A term holds what a longer one begins with.
  CHECK(index::text_term("وزيرة").starts_with(index::text_term(word)));
  // Twice the letters that had room before.
  std::string name;
  for (int i = 0; i < 50; ++i) name += word;
  CHECK(index::read_term(index::make_term(index::FieldId::kPerson, name)) == "XP" + name);
}

TEST_CASE("terms stay below Xapian's limit and apart", "[index][schema]") {
  const std::string prefix(400, 'x');
  const std::string one = index::make_term(index::FieldId::kId, prefix + "1");
  const std::string other = index::make_term(index::FieldId::kId, prefix + "2");
  CHECK(one.size() <= 245);
  CHECK(one != other);
  check_property("any value makes a term of bounded stored size", [] {
    const std::string value = *rc::gen::oneOf(
        any_bytes(), rc::gen::container<std::string>(400, rc::gen::element('\0', 'a')));
    const std::string term = index::make_term(index::FieldId::kPerson, value);
    std::size_t zeros = 0;
    for (const char c : term) zeros += c == '\0' ? 1 : 0;
    RC_ASSERT(term.size() + zeros <= 245U);
  });
}

TEST_CASE("ids come back from a slot's value", "[index][schema]") {
  check_property("encode, then visit", [] {
    const auto distinct =
        *rc::gen::container<std::set<std::uint32_t>>(rc::gen::inRange<std::uint32_t>(1, 1U << 31));
    const std::vector<std::uint32_t> ids(distinct.begin(), distinct.end());
    std::vector<std::uint32_t> seen;
    index::for_each_id(index::encode_ids(ids), [&seen](std::uint32_t id) { seen.push_back(id); });
    RC_ASSERT(seen == ids);
  });
  check_property("any bytes can be visited",
                 [] { index::for_each_id(*any_bytes(), [](std::uint32_t) {}); });
}
