#include "common/entity/identity.h"

#include <algorithm>
#include <map>
#include <string>

#include "common/entity/name_spelling.h"
#include "tests/property.h"

using namespace bayan;
using namespace bayan::tests;
using entity::NameEvidence;

namespace {

/// A name of an archive: its key, in how many statements, and the post in all or some of them.
struct Name {
  std::string key;
  std::uint32_t statements = 1;
  std::string post = "";
  std::uint32_t with_post = 0;  ///< 0: all, where there is a post
  std::uint32_t country = 0;
};

/// The best name of each name, in their order.
std::vector<std::string> settle(const std::vector<Name>& names) {
  std::vector<std::string> posts;
  for (const Name& name : names) posts.push_back(name.post);
  std::ranges::sort(posts);
  posts.erase(std::unique(posts.begin(), posts.end()), posts.end());
  std::vector<NameEvidence> evidence;
  for (const Name& name : names) {
    NameEvidence one{name.key, name.statements, {}, {}};
    if (!name.post.empty()) {
      const auto post = std::ranges::lower_bound(posts, name.post) - posts.begin();
      one.posts.push_back({static_cast<std::uint32_t>(post),
                           name.with_post == 0 ? name.statements : name.with_post});
    }
    if (name.country != 0) one.countries.push_back({name.country, name.statements});
    evidence.push_back(std::move(one));
  }
  const std::vector<std::string_view> views(posts.begin(), posts.end());
  std::vector<std::string> best;
  for (const std::uint32_t i : entity::find_identities(evidence, views)) {
    best.push_back(names[i].key);
  }
  return best;
}

/// What a large archive is full of, so that given names and tribes are common in it.
std::vector<Name> crowd() {
  const std::vector<std::string> given = {"محمد", "احمد", "علي", "خالد", "سعد", "عبدالله", "فهد"};
  const std::vector<std::string> families = {"القحطاني", "الدوسري", "الشمري", "العتيبي",
                                             "الزهراني", "الغامدي", "الحربي"};
  std::vector<Name> names;
  for (const std::string& one : given) {
    for (const std::string& father : given) {
      for (const std::string& family : families) {
        const std::string key = one + " " + father + " " + family;
        if (std::hash<std::string>()(key) % 3 == 0) names.push_back({key});
      }
    }
  }
  return names;
}

}  // namespace

TEST_CASE("two names alone in a crowd are one person or two", "[entity][identity]") {
  struct Row {
    const char* why;
    Name a;
    Name b;
    bool is_one;
  };
  const std::vector<Row> rows = {
      // One spelling.
      {"a family with or without a blank", {"راشد صقر ال زعابه"}, {"راشد صقر الزعابه"}, true},
      {"God's name with or without a blank", {"حسن نصر الله"}, {"حسن نصرالله"}, true},
      {"faith's name with or without a blank", {"صلاح الدين مزوار"}, {"صلاحالدين مزوار"}, true},
      {"father in two cases", {"ابو بكر بيرقدار"}, {"ابي بكر بيرقدار"}, true},
      {"two waws", {"داوود شهاب"}, {"داود شهاب"}, true},
      {"a hamza at the end", {"علاء مبارك"}, {"علا مبارك"}, true},
      {"a title in front", {"دكتور عاطي عطيه الزهيان"}, {"عاطي عطيه الزهيان"}, true},
      {"a rank in front", {"اللواء منصور طامس"}, {"منصور طامس"}, true},
      {"a rank that may be a name", {"اللواء منصور"}, {"منصور"}, false},
      {"an alef left out",
       {"سعد ابراهيم القحطاني", 3, "امين المجلس"},
       {"سعد ابرهيم القحطاني", 3, "امين المجلس"},
       true},
      {"a rank in front of three", {"اللواء منصور تركي طامس"}, {"منصور تركي طامس"}, true},
      // Shorter and fuller.
      {"the family dropped", {"طلال سيف ال بريك"}, {"طلال سيف"}, true},
      {"the father dropped", {"عادل زياد الجبير"}, {"عادل الجبير"}, true},
      {"the grandfather dropped", {"مشاري راكان زيد المطوع"}, {"مشاري راكان المطوع"}, true},
      {"two of five", {"نواف مشعل بدر ثامر السديري"}, {"نواف السديري"}, true},
      {"first two of five", {"نواف مشعل بدر ثامر السديري"}, {"نواف مشعل"}, true},
      {"a middle name", {"جون فوربس كيري"}, {"جون كيري"}, true},
      {"of common words, by the post",
       {"محمد فهد القحطاني", 5, "مدير شرطه منطقه نجران"},
       {"محمد القحطاني", 9, "مدير شرطه نجران"},
       true},
      {"of common words, no post", {"محمد فهد القحطاني", 5}, {"محمد القحطاني", 9}, false},
      {"of common words, other posts",
       {"محمد فهد القحطاني", 5, "مدير شرطه منطقه نجران"},
       {"محمد القحطاني", 9, "لاعب وسط"},
       false},
      {"of common words, the post in few of many",
       {"احمد علي الدوسري", 10, "رييس النادي المكلف"},
       {"احمد علي", 60, "رييس النادي المكلف", 3},
       false},
      {"rare words, but other posts",
       {"طلال سيف ال بريك", 4, "سفير مملكه البحرين لدي فرنسا"},
       {"طلال سيف", 6, "حارس المرمي"},
       false},
      {"other posts in one country's company are no reason",
       {"طلال سيف ال بريك", 4, "سفير مملكه البحرين لدي فرنسا", 0, 9},
       {"طلال سيف", 6, "مندوب دايم", 0, 9},
       true},
      {"far oftener than its only fuller form", {"زيدون طامس مهلهل", 1}, {"زيدون طامس", 90}, false},
      {"a surname alone", {"فلاديمير بوتين", 9}, {"بوتين", 5}, false},
      {"a surname alone, in the same post",
       {"فلاديمير بوتين", 9, "الرييس الروسي"},
       {"بوتين", 5, "الرييس الروسي"},
       false},
      {"brothers", {"راكان سيف ال بريك"}, {"طلال سيف ال بريك"}, false},
      {"cousins of one name", {"راكان سيف ال بريك"}, {"راكان طلال ال بريك"}, false},
      {"father and son", {"سيف راكان ال بريك"}, {"راكان سيف ال بريك"}, false},
      {"a shared surname and post",
       {"طلال ال بريك", 5, "وزير الداخليه"},
       {"راكان ال بريك", 5, "وزير الداخليه"},
       false},
      {"the second word is not his", {"خليفه احمد سلمان"}, {"خليفه سلمان دعيج"}, false},
      {"first and third are not enough of three",
       {"نواف مشعل بدر السديري"},
       {"نواف بدر السديري"},
       false},
      // Article and transliteration.
      {"an article, by the post",
       {"احمد الطيب", 8, "شيخ الازهر"},
       {"احمد طيب", 2, "شيخ الازهر"},
       true},
      {"an article, no post", {"احمد الطيب", 8}, {"احمد طيب", 2}, false},
      {"an article in three words", {"يوسف محمد احمد البنان"}, {"يوسف محمد احمد بنان"}, true},
      {"an article in three words, other posts",
       {"يوسف زيد البنان", 3, "عميد الكليه"},
       {"يوسف زيد بنان", 3, "لاعب وسط"},
       false},
      {"a vowel",
       {"بنيامين نتنياهو", 9, "رييس الوزراء"},
       {"بنيامين نتانياهو", 3, "رييس الوزراء"},
       true},
      {"ghain or jim",
       {"سيرغي لافروف", 9, "وزير الخارجيه الروسي"},
       {"سيرجي لافروف", 7, "وزير الخارجيه الروسي"},
       true},
      {"a vowel, other posts",
       {"سيرغي لافروف", 9, "وزير الخارجيه الروسي"},
       {"سيرجي لافريف", 7, "مدرب المنتخب"},
       false},
      {"a vowel, no post", {"كريستيان غروس", 9}, {"كرستيان غروس", 7}, false},
      {"letters change places",
       {"رون ديرمر", 2, "سفير اسراييل"},
       {"رون دريمر", 2, "سفير اسراييل"},
       true},
      {"two given names, however like",
       {"علي احمد القحطاني", 3, "امين المجلس"},
       {"علي حمود القحطاني", 3, "امين المجلس"},
       false},
      // A word too many.
      {"a word of the sentence behind the name",
       {"مسعود بارزاني", 20, "رييس اقليم كردستان"},
       {"مسعود بارزاني لطمانته", 1, "رييس اقليم كردستان"},
       true},
      {"a word too many, without a post",
       {"مسعود بارزاني", 20},
       {"مسعود بارزاني لطمانته", 1},
       false},
      {"nothing in common", {"مسعود بارزاني"}, {"تميم زيدون"}, false},
  };
  for (const Row& row : rows) {
    std::vector<Name> names = crowd();
    names.insert(names.begin(), {row.a, row.b});
    const std::vector<std::string> best = settle(names);
    INFO(row.why << ": " << row.a.key << " / " << row.b.key);
    CHECK((best[0] == best[1]) == row.is_one);
  }
}

TEST_CASE("a short name joins one of several fuller ones by its post alone", "[entity][identity]") {
  const Name minister{"راشد صقر ال زعابه", 20, "وزير الداخليه"};
  const Name player{"راشد صقر مهيوب", 15, "لاعب وسط"};
  CHECK(settle({minister, player, {"راشد صقر", 4, "وزير الداخليه البحريني"}})[2] == minister.key);
  CHECK(settle({minister, player, {"راشد صقر", 4, "لاعب الوسط"}})[2] == "راشد صقر");
  CHECK(settle({minister, player, {"راشد صقر", 4}})[2] == "راشد صقر");
  const Name second{"راشد صقر طامس", 15, "وزير الداخليه"};
  CHECK(settle({minister, second, {"راشد صقر", 4, "وزير الداخليه"}})[2] == "راشد صقر");
}

TEST_CASE("a person is known by the fullest usual form", "[entity][identity]") {
  CHECK(settle({{"عادل الجبير", 170}, {"عادل زياد الجبير", 99}})[0] == "عادل زياد الجبير");
  // A form met once in hundreds is no usual one.
  CHECK(settle({{"مسعود بارزاني", 20, "رييس الاقليم"},
                {"مسعود بارزاني لطمانته", 1, "رييس الاقليم"}})[1] == "مسعود بارزاني");
  CHECK(settle({{"دكتور عاطي عطيه الزهيان", 5}, {"عاطي عطيه الزهيان", 3}})[0] ==
        "عاطي عطيه الزهيان");
}

TEST_CASE("names without statements join nobody", "[entity][identity]") {
  CHECK(settle({{"طلال سيف ال بريك", 0}, {"طلال سيف", 3}})[1] == "طلال سيف");
  CHECK(settle({}).empty());
}

TEST_CASE("identity hangs on no order", "[entity][identity]") {
  check_property("shuffled names give the same persons", [] {
    std::vector<Name> names = crowd();
    names.push_back({"عادل الجبير", 7, "وزير الخارجيه"});
    names.push_back({"عادل احمد الجبير", 9, "وزير الخارجيه"});
    const auto by_key = [](const std::vector<Name>& list) {
      std::map<std::string, std::string> out;
      const std::vector<std::string> best = settle(list);
      for (std::size_t i = 0; i < list.size(); ++i) out[list[i].key] = best[i];
      return out;
    };
    const std::map<std::string, std::string> expected = by_key(names);
    const auto turns = *rc::gen::inRange<std::size_t>(0, names.size());
    std::rotate(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(turns), names.end());
    std::swap(names[turns / 2], names.back());
    RC_ASSERT(by_key(names) == expected);
  });
}

TEST_CASE("words of a name in one spelling", "[entity][identity]") {
  using Words = std::vector<std::string>;
  CHECK(entity::spelling_form("راشد ال خليفه") == Words{"راشد", "الخليفه"});
  CHECK(entity::spelling_form("صالح ال الشيخ") == Words{"صالح", "الشيخ"});
  CHECK(entity::spelling_form("الشيخ") == Words{"الشيخ"});
  CHECK(entity::spelling_form("").empty());
  CHECK(entity::loose_form("نتنياهو") == entity::loose_form("نتانياهو"));
  CHECK(entity::loose_form("الطيب") == entity::loose_form("طيب"));
  CHECK(entity::without_article("الله") == "الله");
}
