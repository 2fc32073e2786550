#include <map>

#include "common/cli/bidi_mode.h"
#include "common/cli/locale_format.h"
#include "common/cli/messages.h"
#include "common/cli/pager.h"
#include "tests/property.h"

using namespace bayan;
using cli::BidiMode;
using cli::Language;

namespace {

using Variables = std::map<std::string, std::string, std::less<>>;

/// An environment of these variables alone; must not outlive them.
cli::Environment environment(const Variables& variables) {
  return [&variables](std::string_view name) {
    const auto found = variables.find(name);
    return found == variables.end() ? std::string_view() : std::string_view(found->second);
  };
}

}  // namespace

TEST_CASE("who orders Arabic is chosen by option, variable and terminal", "[cli][bidi]") {
  struct Row {
    const char* why;
    std::string wanted;
    bool is_terminal;
    Variables variables;
    BidiMode expected;
  };
  const Row rows[] = {
      {"files get plain text", "", false, {{"VTE_VERSION", "7000"}}, BidiMode::kPlain},
      {"an option holds for files too", "isolates", false, {}, BidiMode::kIsolates},
      {"unknown terminals", "auto", true, {{"TERM", "xterm-256color"}}, BidiMode::kIsolates},
      {"xterm", "", true, {{"XTERM_VERSION", "XTerm(379)"}}, BidiMode::kProgram},
      {"an xterm out of a GNOME Terminal",
       "",
       true,
       {{"XTERM_VERSION", "XTerm(379)"}, {"VTE_VERSION", "7000"}},
       BidiMode::kProgram},
      {"mlterm", "", true, {{"MLTERM", "3.9.0"}}, BidiMode::kTerminal},
      {"the variable", "", true, {{"BAYAN_BIDI", "program"}}, BidiMode::kProgram},
      {"the option before it", "terminal", true, {{"BAYAN_BIDI", "program"}}, BidiMode::kTerminal},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    const auto choice = cli::choose_bidi(row.wanted, row.is_terminal, environment(row.variables));
    REQUIRE(choice);
    CHECK(choice->bidi == row.expected);
  }
  CHECK(!cli::choose_bidi("", true, environment({{"BAYAN_BIDI", "maybe"}})));
}

TEST_CASE("numbers and dates are written as the locale does", "[cli][locale]") {
  struct Row {
    std::string locale;
    Language language;
    std::string number;
    std::string date;
  };
  const Row rows[] = {
      {"", Language::kEnglish, "30,973", "2021-06-14"},
      {"en", Language::kEnglish, "30,973", "2021-06-14"},
      {"ar-EG", Language::kArabic, "٣٠٬٩٧٣", "١٤ يونيو ٢٠٢١"},
      {"ar_EG.UTF-8", Language::kArabic, "٣٠٬٩٧٣", "١٤ يونيو ٢٠٢١"},
      {"ar-SY", Language::kArabic, "٣٠٬٩٧٣", "١٤ حزيران ٢٠٢١"},
      {"ar-MA", Language::kArabic, "30,973", "14 يونيو 2021"},
      {"ar-EG-u-nu-latn", Language::kArabic, "30,973", "14 يونيو 2021"},
  };
  for (const Row& row : rows) {
    INFO(row.locale);
    const auto locale = cli::LocaleFormat::choose(row.locale, environment({}));
    REQUIRE(locale);
    CHECK(locale->language() == row.language);
    CHECK(locale->number(30973) == row.number);
    CHECK(locale->date("2021-06-14") == row.date);
  }
  const auto arabic = *cli::LocaleFormat::choose("ar-EG");
  CHECK(arabic.date("2021-06") == "يونيو ٢٠٢١");
  CHECK(arabic.date("2021") == "٢٠٢١");
  for (const char* strange : {"", "soon", "2021-13-01", "2021-06-14-1", "2021-6-1"}) {
    CHECK(arabic.date(strange) == strange);
  }
}

TEST_CASE("the locale comes from the first variable that is set", "[cli][locale]") {
  const auto language_of = [](const Variables& variables) {
    return cli::LocaleFormat::choose("", environment(variables))->language();
  };
  CHECK(language_of({{"LANG", "ar_BH.UTF-8"}}) == Language::kArabic);
  CHECK(language_of({{"LC_ALL", "C.UTF-8"}, {"LANG", "ar_BH.UTF-8"}}) == Language::kEnglish);
  CHECK(language_of({{"LC_MESSAGES", "ar_BH"}, {"LANG", "C"}}) == Language::kArabic);
  CHECK(language_of({{"LANG", "fr_FR.UTF-8"}}) == Language::kEnglish);
  CHECK(language_of({{"LANG", "arn_CL"}}) == Language::kEnglish);  // Mapuche, not Arabic
  const auto refused = cli::LocaleFormat::choose("fr");
  REQUIRE(!refused);
  CHECK(refused.error().kind == ErrorKind::kUsage);
}

TEST_CASE("messages are found in the table, with what they are about", "[cli][messages]") {
  CHECK(cli::translate(Language::kEnglish, "there is no option --x") == "there is no option --x");
  CHECK(cli::translate(Language::kArabic, "there is no option --x") == "لا يوجد خيار --x");
  CHECK(cli::translate(Language::kArabic, "--jobs: «x» is no number from 1 to 256") ==
        "--jobs: «x» ليس عددا من 1 إلى 256");
  CHECK(cli::translate(Language::kArabic, "query: there is no field «x»") ==
        "الاستعلام: لا يوجد حقل باسم «x»");
  CHECK(cli::translate(Language::kArabic, "nobody wrote this") == "nobody wrote this");
  CHECK(cli::format_error_in(Language::kArabic, "bayan-searcher",
                             {ErrorKind::kUsage, "there is no option --x", "it takes a, b"}) ==
        "bayan-searcher: لا يوجد خيار --x\nتلميح: القيم الممكنة: a, b\n");
}

TEST_CASE("every message has its parts in both languages", "[cli][messages]") {
  const auto hole_count = [](std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find("{}", at)) != std::string_view::npos; at += 2) ++count;
    return count;
  };
  for (const cli::MessageRow& row : cli::message_rows()) {
    INFO(row.english);
    CHECK(hole_count(row.english) == hole_count(row.arabic));
  }
}

TEST_CASE("no message is taken for a more general one", "[cli][messages]") {
  for (const cli::MessageRow& row : cli::message_rows()) {
    INFO(row.english);
    CHECK(cli::translate(Language::kArabic, row.english) == row.arabic);
  }
}

TEST_CASE("the pager is the user's", "[cli][pager]") {
  CHECK(cli::pager_command(environment({})) == "less");
  CHECK(cli::pager_command(environment({{"PAGER", "most"}})) == "most");
  CHECK(cli::pager_command(environment({{"PAGER", "most"}, {"BAYAN_PAGER", "less -S"}})) ==
        "less -S");
  CHECK(cli::pager_command(environment({{"PAGER", "cat"}})).empty());
  CHECK(cli::pager_command(environment({{"PAGER", "most"}, {"BAYAN_PAGER", ""}})).empty());
}
