#include "searcher/entity_forms.h"

#include "tests/property.h"

using namespace bayan::searcher;

namespace {

using Counts = std::map<std::string, std::uint64_t>;

Counts joined(Counts counts) {
  join_proclitics(counts);
  return counts;
}

}  // namespace

TEST_CASE("a form with a proclitic is counted under the one without", "[searcher][card]") {
  const std::pair<Counts, Counts> rows[] = {
      {{{"اليمن", 5}, {"واليمن", 2}, {"لليمن", 1}, {"باليمن", 3}}, {{"اليمن", 11}}},
      {{{"اليمن", 5}, {"ولليمن", 2}, {"لليمن", 1}}, {{"اليمن", 8}}},
      {{{"كوريا الجنوبية", 2}, {"وكوريا الجنوبية", 1}}, {{"كوريا الجنوبية", 3}}},
      {{{"بريطانيا", 2}, {"وبريطانيا", 1}}, {{"بريطانيا", 3}}},
      {{{"فرنسا", 2}, {"الفرنسية", 1}}, {{"فرنسا", 2}, {"الفرنسية", 1}}},
      {{{"واشنطن", 2}, {"لبنان", 1}}, {{"واشنطن", 2}, {"لبنان", 1}}},
      {{}, {}},
  };
  for (const auto& [counts, expected] : rows) CHECK(joined(counts) == expected);
}
