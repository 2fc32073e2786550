#include "common/cli/page.h"

#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;
using cli::BidiMode;
using cli::Ink;

namespace {

cli::PageStyle style_of(BidiMode bidi, std::optional<std::size_t> width = std::nullopt) {
  cli::PageStyle style;
  style.bidi = bidi;
  style.width = width;
  if (bidi == BidiMode::kProgram) style.lam_alef = cli::LamAlef::kLigature;
  return style;
}

std::string written(const cli::PageStyle& style, const cli::StyledText& text,
                    cli::Direction direction, std::size_t indent = 0, std::string_view label = "") {
  cli::Page page(style);
  page.set_direction(direction);
  page.paragraph(text, indent, label);
  return page.take();
}

constexpr auto kLeft = cli::Direction::kLeftToRight;
constexpr auto kRight = cli::Direction::kRightToLeft;

}  // namespace

TEST_CASE("a paragraph is written as the terminal needs it", "[cli][page]") {
  cli::StyledText text;
  text.document("ab بب");
  struct Row {
    const char* why;
    BidiMode bidi;
    cli::Direction direction;
    std::string expected;
  };
  const Row rows[] = {
      {"plain: nothing but the text", BidiMode::kPlain, kLeft, "1. ab بب\n"},
      {"the terminal's own order: no controls", BidiMode::kTerminal, kRight, "1. ab بب\n"},
      {"isolates", BidiMode::kIsolates, kLeft, "1. \u2068ab بب\u2069\n"},
      {"isolates, to the right", BidiMode::kIsolates, kRight,
       "            \u20671. \u2068ab بب\u2069\u2069\n"},
      {"visual order", BidiMode::kProgram, kLeft, "1. ab \uFE90\uFE91\n"},
      {"visual order, to the right", BidiMode::kProgram, kRight,
       "            ab \uFE90\uFE91 .1\n"},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    CHECK(code_points(written(style_of(row.bidi, 20), text, row.direction, 3, "1. ")) ==
          code_points(row.expected));
  }
}

TEST_CASE("lines are broken and hang under their first", "[cli][page]") {
  cli::StyledText text;
  text.document("كلمة أولى وكلمة ثانية");
  CHECK(written(style_of(BidiMode::kPlain, 17), text, kLeft, 3, "1. ") ==
        "1. كلمة أولى\n   وكلمة ثانية\n");
  // An isolate that goes over the line's end is closed on it and opened on the next.
  CHECK(code_points(written(style_of(BidiMode::kIsolates, 17), text, kLeft)) ==
        code_points("\u2068كلمة أولى وكلمة\u2069\n\u2068ثانية\u2069\n"));
  CHECK(written(style_of(BidiMode::kPlain), text, kLeft) == "كلمة أولى وكلمة ثانية\n");
}

TEST_CASE("inks and links end with their line", "[cli][page]") {
  cli::PageStyle style = style_of(BidiMode::kPlain);
  style.color = true;
  style.links = true;
  style.theme = *cli::Theme::parse("ansi:match=32");
  cli::StyledText text;
  text.own("a").own("b", Ink::kMatch).begin_link("http://x/ء").own("c").end_link();
  CHECK(written(style, text, kLeft) ==
        "a\x1B[32mb\x1B]8;;http://x/%D8%A1\x1B\\\x1B[0mc\x1B]8;;\x1B\\\n");
  style.color = style.links = false;
  CHECK(written(style, text, kLeft) == "abc\n");
}

TEST_CASE("colours follow their bytes into visual order", "[cli][page]") {
  cli::PageStyle style = style_of(BidiMode::kProgram);
  style.color = true;
  style.theme = *cli::Theme::parse("match=32");
  cli::StyledText text;
  text.open_isolate().part("ب").part(" د", Ink::kMatch).close_isolate();
  CHECK(written(style, text, kLeft) == "\x1B[32m\uFEA9 \x1B[0m\uFE8F\n");
}

TEST_CASE("an isolate of ours cannot be closed by a document", "[cli][page]") {
  cli::StyledText text;
  text.document("a\u2069\u202Eb");
  CHECK(code_points(text.text()) == code_points("\u2068a\uFFFD\uFFFDb\u2069"));
}

TEST_CASE("$BAYAN_COLORS is a theme and changes to it", "[cli][theme]") {
  CHECK(cli::Theme::parse("")->sgr(Ink::kMatch) == "1;31");
  CHECK(cli::Theme::parse("mono")->sgr(Ink::kMatch) == "1;4");
  CHECK(cli::Theme::parse("mono:match=1;35")->sgr(Ink::kMatch) == "1;35");
  for (const char* bad : {"solarized", "match", "match=red", "shape=1", "match=1m\x1B[2J"}) {
    const auto theme = cli::Theme::parse(bad);
    INFO(bad);
    REQUIRE(!theme);
    CHECK(theme.error().kind == ErrorKind::kUsage);
    CHECK(!theme.error().hint.empty());
  }
}
