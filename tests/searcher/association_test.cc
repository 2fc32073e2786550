#include "searcher/association.h"

#include <cmath>

#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

TEST_CASE("what is everywhere anyway is not associated, what is seldom elsewhere is",
          "[searcher][card]") {
  using searcher::association;
  CHECK(association({50, 100, 500, 1000}) == Approx(0).margin(1e-9));
  CHECK(association({10, 100, 12, 1000}) > searcher::kSurelyAssociated);
  CHECK(association({10, 100, 12, 1000}) > association({60, 100, 500, 1000}));
  CHECK(association({1, 100, 1, 1000}) < searcher::kSurelyAssociated);
  CHECK(association({20, 100, 500, 1000}) < 0);
  CHECK(association({0, 0, 0, 0}) == 0);
}

TEST_CASE("an association is the same from both sides, and grows with what is together",
          "[searcher][card]") {
  check_property("symmetric, rising, finite", [] {
    const auto all = *rc::gen::inRange<std::uint64_t>(1, 1'000'000);
    const auto first = *rc::gen::inRange<std::uint64_t>(0, all + 1);
    const auto second = *rc::gen::inRange<std::uint64_t>(0, all + 1);
    const std::uint64_t least = first + second > all ? first + second - all : 0;
    const auto together = *rc::gen::inRange(least, std::min(first, second) + 1);
    const double score = searcher::association({together, first, second, all});
    RC_ASSERT(std::isfinite(score));
    RC_ASSERT(std::abs(score - searcher::association({together, second, first, all})) <=
              1e-6 * (1 + std::abs(score)));
    if (together < std::min(first, second)) {
      RC_ASSERT(searcher::association({together + 1, first, second, all}) >= score - 1e-6);
    }
  });
}
