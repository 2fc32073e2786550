#include "common/index/number_lists.h"

#include <map>
#include <set>

#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

TEST_CASE("lists of numbers are a map of sets", "[index][number_lists]") {
  check_property("whatever is added", [] {
    index::NumberLists lists;
    std::map<std::uint32_t, std::set<std::uint32_t>> model;
    const auto small = rc::gen::inRange<std::uint32_t>(0, 8);
    for (int left = *rc::gen::inRange(0, 40); left > 0; --left) {
      const std::uint32_t key = *small;
      const std::uint32_t value = *small;
      lists.add(key, value);
      model[key].insert(value);
    }
    lists.sort();
    std::vector<std::uint32_t> keys;
    lists.for_each_key([&keys](std::uint32_t key) { keys.push_back(key); });
    RC_ASSERT(std::ranges::equal(keys, model | std::views::keys));
    for (std::uint32_t key = 0; key < 9; ++key) {
      RC_ASSERT(std::ranges::equal(lists.of(key), model[key]));
    }
  });
}
