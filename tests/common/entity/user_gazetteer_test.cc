#include "common/entity/user_gazetteer.h"

#include <array>
#include <ctime>

#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;

namespace {

const std::string kHead = "#bayan-gazetteer 1\tkind\tname\tother\tyears\n";

/// «line: fact» of all that is wrong, one a line.
std::string problems_of(const std::string& text) {
  std::vector<entity::GazetteerProblem> problems;
  static_cast<void>(entity::parse_user_gazetteer(text, problems));
  std::string out;
  for (const entity::GazetteerProblem& problem : problems) {
    out += (out.empty() ? "" : "\n") + std::to_string(problem.line) + ": " + problem.fact;
  }
  return out;
}

/// A word of its own for each number.
std::string name_of(int number) {
  constexpr std::array<std::string_view, 10> kLetters = {"ج", "د", "ر", "س", "ص",
                                                         "ط", "ع", "ف", "ق", "م"};
  std::string out;
  for (const char digit : std::to_string(number)) {
    out += kLetters[static_cast<std::size_t>(digit - '0')];
  }
  return out;
}

}  // namespace

TEST_CASE("a user's gazetteer says what is wrong in each line", "[entity][gazetteer]") {
  struct Row {
    const char* why;
    std::string rows;
    const char* problems;
  };
  const std::vector<Row> rows = {
      {"all kinds",
       "person\tراشد بن صقر\tRashid Saqr | أبو صقر\n"
       "organisation\tهيئة التجربة\tهيئة التجارب\n"
       "country\tBH\tمملكة البحرين الشقيقة\n"
       "post\tراشد بن صقر\tوزير الداخلية\t2004-\n"
       "same\tطلال سيف\tطلال آل بريك\n"
       "not\tحكم الجزاء\n"
       "not\tسعد سيف\tسعد بريك\n"
       "rename\tطلال سيف\tطلال بن سيف آل بريك\n"
       "# a note\n\n",
       ""},
      {"a file of Windows", "not\tحكم الجزاء\r\n", ""},
      {"no kind", "\tزيد\n",
       "2: there is no kind «»: the kinds are person, organisation, country, "
       "post, same, not, rename"},
      {"an unknown kind", "people\tزيد\n",
       "2: there is no kind «people»: the kinds are person, organisation, country, post, same, "
       "not, "
       "rename"},
      {"a cell too many", "not\tزيد\t\t\tx\n", "2: too many columns: there are four"},
      {"no name", "not\n", "2: the name is missing"},
      {"no letter", "person\t…\n", "2: «…» holds no letter"},
      {"an alias without a letter", "person\tزيد سيف\t-\n", "2: «-» holds no letter"},
      {"years of no post", "same\tزيد سيف\tزيد\t2004\n", "2: only a post has years"},
      {"no second name", "same\tزيد سيف\n", "2: the second name is missing"},
      {"itself", "same\tزيد بن سيف\tزيد سيف\n", "2: a name cannot be merged with itself"},
      {"twice", "same\tا ب\tت ث\nsame\tت ث\tا ب\n", "3: merged in line 2 already"},
      {"a circle", "same\tا ب\tت ث\nsame\tت ث\tج ح\nsame\tج ح\tا ب\n",
       "4: the merges before make these two one: this closes a circle"},
      {"one and not one", "not\tا ب\tج ح\nsame\tا ب\tت ث\nsame\tت ث\tج ح\n",
       "2: other lines merge these two"},
      {"nobody and somebody", "not\tا ب\nsame\tا ب\tت ث\n", "2: «ا ب» is merged in another line"},
      {"nobody twice", "not\tا ب\nnot\tا ب\n", "3: «ا ب» is vetoed already"},
      {"apart from itself", "not\tا ب\tا بن ب\n", "2: a name cannot be kept apart from itself"},
      {"an alias of two", "person\tا ب\tخ د\nperson\tت ث\tخ د\n",
       "3: «خ د» is named in line 2 already"},
      {"a person twice", "person\tا ب\nperson\tا بن ب\n", "3: «ا بن ب» is named in line 2 already"},
      {"no country", "country\tXX\tبلاد\n", "2: «XX» is no ISO 3166-1 code of a country"},
      {"a country by name", "country\tفرنسا\tبلاد\n",
       "2: «فرنسا» is no ISO 3166-1 code of a country"},
      {"a country without names", "country\tFR\n", "2: the country's other names are missing"},
      {"no post", "post\tا ب\n", "2: the post is missing"},
      {"no years", "post\tا ب\tوزير\tsoon\n",
       "2: «soon» are no years: write 2004, 2004-, -2011 or 2004-2011"},
      {"years backwards", "post\tا ب\tوزير\t2011-2004\n",
       "2: «2011-2004» are no years: write 2004, 2004-, -2011 or 2004-2011"},
      {"renamed twice", "rename\tا ب\tت ث\nrename\tا ب\tج ح\n",
       "3: «ا ب» is renamed in line 2 already"},
      {"no new name", "rename\tا ب\n", "2: the new name is missing"},
      {"broken UTF-8 and more", "not\t\xD8\nnot\nsame\tا ب\n",
       "2: not valid UTF-8 at byte 5\n3: the name is missing\n4: the second name is missing"},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    CHECK(problems_of(kHead + row.rows) == row.problems);
  }
  CHECK(problems_of("") == "1: the file is empty");
  CHECK_THAT(problems_of("kind\tname\n"), Catch::StartsWith("1: the first line is not"));
}

TEST_CASE("a user's gazetteer of a million names takes linear time", "[entity][gazetteer]") {
  const auto seconds_for = [](int count) {
    std::string text = kHead;
    for (int i = 0; i < count; ++i) {
      text += "same\t" + name_of(i) + " ب\t" + name_of(i + 1) + " ب\n";
    }
    const std::clock_t began = std::clock();  // CPU time: others on the machine do not count
    CHECK(problems_of(text).empty());
    return static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
  };
  const double small = seconds_for(5'000);
  const double large = seconds_for(50'000);
  // Ten times the lines; a hundred times the time were quadratic.
  CHECK(large < 40 * small + 0.2);
}

TEST_CASE("a user's gazetteer bears any text", "[entity][gazetteer]") {
  check_property("no failure, problems rise by line", [] {
    std::vector<entity::GazetteerProblem> problems;
    const auto cells = *rc::gen::container<std::vector<std::string>>(
        rc::gen::oneOf(rc::gen::elementOf(std::vector<std::string>{"\t", "\n", "same", "not",
                                                                   "person", "country"}),
                       arabic_text()));
    std::string text = kHead;
    for (const std::string& cell : cells) text += cell;
    static_cast<void>(entity::parse_user_gazetteer(text, problems));
    for (std::size_t i = 1; i < problems.size(); ++i) {
      RC_ASSERT(problems[i - 1].line <= problems[i].line);
    }
  });
}
