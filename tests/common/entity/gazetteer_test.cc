#include "common/entity/gazetteer.h"

#include <fstream>

#include "common/entity/country_homographs.h"
#include "tests/property.h"
#include "tests/temporary_directory.h"

using namespace bayan;
using entity::GazetteerTable;

TEST_CASE("a gazetteer gives its rows, with empty cells at their ends", "[entity][gazetteer]") {
  const auto table =
      GazetteerTable::parse("#bayan-gazetteer 1\tcode\tnames\n# comment\n\nFR\tفرنسا | باريس\nBH\n",
                            "t.tsv", {"code", "names"});
  REQUIRE(table);
  REQUIRE(table->rows().size() == 2);
  CHECK(table->rows()[0].line == 4);
  CHECK(entity::split_cell(table->rows()[0].cells[1]) ==
        std::vector<std::string>{"فرنسا", "باريس"});
  CHECK(table->rows()[1].cells[1].empty());
}

TEST_CASE("a broken gazetteer is told with its line", "[entity][gazetteer]") {
  struct Row {
    const char* why;
    std::string text;
    std::string place;
  };
  const Row rows[] = {
      {"empty", "", "t.tsv:1:"},
      {"no head", "FR\tx\n", "t.tsv:1:"},
      {"another version", "#bayan-gazetteer 9\tcode\tnames\n", "t.tsv:1:"},
      {"other columns", "#bayan-gazetteer 1\tnames\tcode\n", "t.tsv:1:"},
      {"too many cells", "#bayan-gazetteer 1\tcode\tnames\na\tb\tc\n", "t.tsv:2:"},
      {"broken UTF-8", "#bayan-gazetteer 1\tcode\tnames\n\n\xFF\n", "t.tsv:3:"},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    const auto table = GazetteerTable::parse(row.text, "t.tsv", {"code", "names"});
    REQUIRE_FALSE(table);
    CHECK(table.error().message.starts_with(row.place));
  }
}

TEST_CASE("a broken table of homographs is told with its line", "[entity][gazetteer]") {
  const bayan::tests::TemporaryDirectory folder;
  const auto error_of = [&folder](const char* row) {
    std::ofstream(folder.path() / "country_homographs.tsv")
        << "#bayan-gazetteer 1\tcode\tforms\tbefore\tafter\n"
        << row << "\n";
    const auto homographs = entity::CountryHomographs::load(folder.path());
    return homographs ? std::string("none") : homographs.error().message;
  };
  CHECK(error_of("LB\tصيدا\t\tسهلا") == "none");
  CHECK(error_of("XX\tصيدا\t\tسهلا").ends_with(":2: no country has the code «XX»"));
  CHECK(error_of("LB").ends_with(":2: the row asks nothing"));
}
