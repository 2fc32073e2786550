#include "common/base/string_table.h"

#include <algorithm>
#include <map>

#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

TEST_CASE("a table gives each string one number and the string back", "[base][string_table]") {
  StringTable table;
  CHECK(table.size() == 0);
  CHECK_FALSE(table.find("وزير"));
  CHECK(table.add("وزير") == 0);
  CHECK(table.add("") == 1);
  CHECK(table.add("وزير") == 0);
  CHECK(table.add(std::string("a\0b", 3)) == 2);
  CHECK(table.size() == 3);
  CHECK(table.find("") == 1U);
  CHECK_FALSE(table.find("a"));
  CHECK(table.at(0) == "وزير");
  CHECK(table.at(2) == std::string("a\0b", 3));
}

TEST_CASE("a table takes strings of any size, and its views stay", "[base][string_table]") {
  StringTable table;
  std::map<std::string, std::string_view> views;
  // Sizes about those of a piece and of a size that takes one byte more, among many short ones.
  for (const std::size_t size :
       {1UL, 127UL, 128UL, 16383UL, 16384UL, 65530UL, 65533UL, 65536UL, 200000UL}) {
    for (int i = 0; i < 3000; ++i) {
      const std::string text = std::to_string(size) + ":" + std::to_string(i);
      views.emplace(text, table.at(table.add(text)));
    }
    const std::string text(size, 'x');
    views.emplace(text, table.at(table.add(text)));
  }
  CHECK(table.size() == views.size());
  for (const auto& [text, view] : views) {
    REQUIRE(view == text);
    REQUIRE(table.at(table.find(text).value()) == text);
  }
}

TEST_CASE("a table is a map of strings to numbers", "[base][string_table]") {
  check_property("whatever is added", [] {
    StringTable table;
    std::map<std::string, std::uint32_t> model;
    const auto texts = *rc::gen::container<std::vector<std::string>>(
        rc::gen::oneOf(any_bytes(), rc::gen::element<std::string>("", "و", "وزير", "وزيرة")));
    for (const std::string& text : texts) {
      const auto number = static_cast<std::uint32_t>(model.size());
      RC_ASSERT(table.add(text) == model.try_emplace(text, number).first->second);
    }
    RC_ASSERT(table.size() == model.size());
    StringTable at_once;
    if (*rc::gen::arbitrary<bool>()) at_once.reserve(texts.size());
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    std::vector<std::uint32_t> numbers = {7};
    at_once.add_all(views, numbers);
    RC_ASSERT(numbers.size() == texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) RC_ASSERT(numbers[i] == model.at(texts[i]));
    for (const auto& [text, number] : model) RC_ASSERT(table.at(number) == text);
    const std::string other = *any_bytes();
    const auto found = model.find(other);
    RC_ASSERT(table.find(other) ==
              (found == model.end() ? std::nullopt : std::optional(found->second)));
  });
}
