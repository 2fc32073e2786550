#include "common/cli/display_width.h"

#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;
using cli::LamAlef;

TEST_CASE("text is measured in columns", "[cli][width]") {
  struct Row {
    const char* why;
    std::string text;
    std::size_t apart;
    std::size_t as_ligature;
  };
  const Row rows[] = {
      {"nothing", "", 0, 0},
      {"ASCII", "France", 6, 6},
      {"Arabic letters", "وزير", 4, 4},
      {"harakat stand in their letter's column", "م\u064Fح\u064Eم\u0651\u064Eد", 4, 4},
      {"lam and alef", "لا", 2, 1},
      {"lam and alef with hamza", "الأول", 5, 4},
      {"lam, a mark and alef", "ل\u064Eا", 2, 1},
      {"a non-joiner parts lam and alef", "ل\u200Cا", 2, 2},
      {"two lams", "للا", 3, 2},
      {"wide letters", "日本", 4, 4},
      {"an emoji", "\U0001F600", 2, 2},
      {"isolates take nothing", "\u2068وزير\u2069", 4, 4},
      {"a mark alone", "\u064E", 0, 0},
      {"the Arabic number sign is drawn", "\u0600", 1, 1},
      {"bytes that are no UTF-8 are one replacement sign each", "\xFF\xFE", 2, 2},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    CHECK(cli::display_width(row.text) == row.apart);
    CHECK(cli::display_width(row.text, LamAlef::kLigature) == row.as_ligature);
  }
}

TEST_CASE("cells hold all of a text, in its order", "[cli][width]") {
  check_property("cells join up", [] {
    const std::string text = *arabic_text();
    std::size_t at = 0;
    std::size_t columns = 0;
    for (const cli::Cell& cell : cli::split_cells(text, LamAlef::kLigature)) {
      RC_ASSERT(cell.begin == at);
      RC_ASSERT(cell.end > cell.begin);
      at = cell.end;
      columns += cell.columns;
    }
    RC_ASSERT(at == text.size());
    RC_ASSERT(columns == cli::display_width(text, LamAlef::kLigature));
  });
}
