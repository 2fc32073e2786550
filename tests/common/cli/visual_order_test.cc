#include "common/cli/visual_order.h"

#include "common/cli/display_width.h"
#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;
using cli::Direction;

namespace {

std::string visual(std::string_view line, Direction base = Direction::kLeftToRight) {
  std::string out;
  for (const cli::VisualCell& cell : cli::to_visual_order(line, base)) out += cell.text;
  return out;
}

}  // namespace

TEST_CASE("a line is put into visual order and its letters joined", "[cli][bidi]") {
  struct Row {
    const char* why;
    std::string line;
    Direction base;
    std::string expected;
  };
  constexpr auto kLeft = Direction::kLeftToRight;
  constexpr auto kRight = Direction::kRightToLeft;
  const Row rows[] = {
      {"nothing", "", kLeft, ""},
      {"Latin stays", "a (b)", kLeft, "a (b)"},
      {"letters join", "وزير", kLeft, "\uFEAE\uFEF3\uFEAF\uFEED"},
      {"lam and alef are one", "سلام", kLeft, "\uFEE1\uFEFC\uFEB3"},
      {"marks stay behind their letter", "ب\u064Eب", kLeft, "\uFE90\uFE91\u064E"},
      {"marks between lam and alef", "ل\u064Eا", kLeft, "\uFEFB\u064E"},
      {"a non-joiner parts and is gone", "ب\u200Cب", kLeft, "\uFE8F\uFE8F"},
      {"numbers keep their order", "عام 2021", kRight, "2021 \uFEE1\uFE8E\uFECB"},
      {"brackets are mirrored", "(ب)", kRight, "(\uFE8F)"},
      {"the base direction orders the runs", "a ب", kRight, "\uFE8F a"},
      {"an isolate has a direction of its own", "\u2068ب a!\u2069 1", kLeft, "!a \uFE8F 1"},
      {"lam and alef at the end", "جزء لا", kRight, "\uFEFB \u0621\uFEB0\uFE9F"},
      {"behind another script", "aءلا", kLeft, "a\uFEFB\u0621"},
      {"beyond the first plane", "\U0001F600ب", kRight, "\uFE8F\U0001F600"},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    CHECK(code_points(visual(row.line, row.base)) == code_points(row.expected));
  }
}

TEST_CASE("visual order loses no column and makes none up", "[cli][bidi]") {
  check_property("same width", [] {
    const std::string text = *arabic_text();
    std::string line;
    for (const char c : text) line += c == '\n' ? ' ' : c;
    const auto width = cli::display_width(line, cli::LamAlef::kLigature);
    RC_ASSERT(cli::display_width(visual(line), cli::LamAlef::kLigature) == width);
  });
}

TEST_CASE("the first strong letter outside isolates gives the direction", "[cli][bidi]") {
  CHECK(cli::first_strong("1. وزير", Direction::kLeftToRight) == Direction::kRightToLeft);
  CHECK(cli::first_strong("12 a ب", Direction::kRightToLeft) == Direction::kLeftToRight);
  CHECK(cli::first_strong("\u2068ب\u2069 a", Direction::kRightToLeft) == Direction::kLeftToRight);
  CHECK(cli::first_strong("12!", Direction::kRightToLeft) == Direction::kRightToLeft);
}

TEST_CASE("a terminal that orders the letters of words gets them in logical order", "[cli][bidi]") {
  std::string out;
  for (const cli::VisualCell& cell : cli::to_visual_order(
           "قال وزير (a) لا.", Direction::kRightToLeft, cli::Letters::kByTerminal)) {
    out += cell.text;
  }
  CHECK(out == "لا. (a) وزير قال");
}

TEST_CASE("where the terminal draws words itself, it draws Arabic digits from the right too",
          "[cli][bidi]") {
  const auto sent = [](std::string_view line) {
    std::string out;
    for (const cli::VisualCell& cell :
         to_visual_order(line, Direction::kRightToLeft, cli::Letters::kByTerminal)) {
      out += cell.text;
    }
    return out;
  };
  CHECK(sent("١٤ يونيو ٢٠٢١") == "١٢٠٢ يونيو ٤١");
  CHECK(sent("عام 2021") == "2021 عام");
}
