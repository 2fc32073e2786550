#include "common/index/dictionary.h"

#include <algorithm>
#include <set>

#include "common/index/schema.h"
#include "tests/property.h"
#include "tests/temporary_directory.h"

using namespace bayan;
using namespace bayan::tests;

namespace {

/// A dictionary of an index that holds these terms.
index::Dictionary dictionary_of(const TemporaryDirectory& folder,
                                const std::vector<std::string>& terms) {
  Xapian::WritableDatabase statements((folder.path() / "statements").string(),
                                      Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::Document document;
  for (const std::string& term : terms) document.add_term(index::text_term(term));
  statements.add_document(document);
  statements.commit();
  REQUIRE(index::write_dictionary(statements, folder.path() / "dictionary"));
  return index::Dictionary::open(folder.path() / "dictionary").value();
}

/// The forms of one kind of use, in the dictionary's order.
template <typename Predicate>
std::vector<std::string> forms(const index::Dictionary& dictionary, std::string_view form,
                               Predicate&& wanted) {
  std::vector<std::string> out;
  const std::vector<index::RelatedForm> all = dictionary.related_forms(form).value();
  for (const index::RelatedForm& related : all) {
    if (wanted(related.grade)) out.push_back(related.form);
  }
  return out;
}

using Forms = std::vector<std::string>;

bool is_any(index::FormGrade /*grade*/) { return true; }

}  // namespace

TEST_CASE("the dictionary tells forms that match from forms that only rank",
          "[index][dictionary]") {
  const TemporaryDirectory folder;
  const index::Dictionary dictionary =
      dictionary_of(folder, {"وزير", "الوزير", "للوزير", "زير", "مدينه", "visits", "visited",
                             "2024", "XC:FR", "Sوزير", "لفرنسا"});
  CHECK(forms(dictionary, "والوزير", index::is_match) ==
        Forms{"والوزير", "الوزير", "للوزير", "وزير"});
  CHECK(forms(dictionary, "والوزير", is_any) ==
        Forms{"والوزير", "الوزير", "للوزير", "وزير", "زير"});
  CHECK(forms(dictionary, "visit", index::is_match) == Forms{"visit", "visited", "visits"});
  CHECK(forms(dictionary, "فرنسا", is_any) == Forms{"فرنسا", "لفرنسا"});
}

TEST_CASE("a form is always related to itself", "[index][dictionary]") {
  const TemporaryDirectory folder;
  const index::Dictionary dictionary = dictionary_of(folder, {"وزير", "2024"});
  for (const char* form : {"2024", "غريب", "", "و"}) {
    CHECK(dictionary.related_forms(form).value() ==
          std::vector<index::RelatedForm>{{form, index::FormGrade::kSame}});
  }
}

TEST_CASE("plurals, countries and hamza seats have their grades", "[index][dictionary]") {
  const TemporaryDirectory folder;
  const index::Dictionary dictionary =
      dictionary_of(folder, {"وزير", "وزراءها", "بفرنسا", "الفرنسيه", "شيون", "والشوون", "البيان",
                             "بيان", "يان", "دهليز", "الدهاليز"});
  const auto grade_of = [&](std::string_view asked, std::string_view found) {
    const std::vector<index::RelatedForm> all = dictionary.related_forms(asked).value();
    for (const index::RelatedForm& related : all) {
      if (related.form == found) return static_cast<int>(related.grade);
    }
    return -1;
  };
  CHECK(grade_of("الوزير", "وزراءها") == static_cast<int>(index::FormGrade::kPlural));
  CHECK(grade_of("الوزراء", "وزير") == static_cast<int>(index::FormGrade::kPlural));
  CHECK(grade_of("دهليز", "الدهاليز") == static_cast<int>(index::FormGrade::kPlural));
  CHECK(grade_of("فرنسا", "بفرنسا") == static_cast<int>(index::FormGrade::kLight));
  CHECK(grade_of("شوون", "شيون") == static_cast<int>(index::FormGrade::kSame));
  CHECK(grade_of("شوون", "والشوون") == static_cast<int>(index::FormGrade::kLight));
  CHECK(grade_of("يان", "بيان") != static_cast<int>(index::FormGrade::kLight));
  const int nisba = grade_of("فرنسا", "الفرنسيه");
  CHECK_FALSE(index::is_match(static_cast<index::FormGrade>(nisba)));
}

TEST_CASE("what has the shape of a broken plural is none on shape alone", "[index][dictionary]") {
  struct Row {
    const char* why;
    std::vector<std::string> terms;
    const char* asked;
    const char* found;
    bool matches;
  };
  const Row rows[] = {
      {"a plural", {"الاجنحه", "جناح"}, "جناح", "الاجنحه", true},
      {"not without an article", {"اجنحه", "جناح"}, "جناح", "اجنحه", false},
      {"nor where it is a word without its heh",
       {"الاربعه", "اربعه", "اربع", "ربيع"},
       "ربيع",
       "اربعه",
       false},
      {"a verbal noun", {"الاداره", "اداره", "داير"}, "داير", "اداره", false},
      {"a feminine", {"المجالات", "مجله"}, "مجله", "المجالات", false},
      {"a nisba", {"ادايي", "ادويه"}, "ادويه", "ادايي", false},
      {"a nisba's feminine", {"جماعيه", "جمعيه"}, "جمعيه", "جماعيه", false},
      {"with its hamza", {"نزلاء", "نزيل"}, "نزيل", "نزلاء", true},
      {"an accusative", {"حملا", "حميل"}, "حميل", "حملا", false},
      {"the table's plural of another", {"موازين", "موزون"}, "موزون", "موازين", false},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    const TemporaryDirectory folder;
    const index::Dictionary dictionary = dictionary_of(folder, row.terms);
    const Forms matching = forms(dictionary, row.asked, index::is_match);
    CHECK((std::ranges::find(matching, row.found) != matching.end()) == row.matches);
  }
}

TEST_CASE("a form is found by another seat of its hamza, whatever else its class borrows",
          "[index][dictionary]") {
  const TemporaryDirectory folder;
  // «ابطي» is the only form of its stem, and a noun's nisba besides.
  const index::Dictionary dictionary = dictionary_of(folder, {"ابطي", "ابطا", "ضيوول"});
  CHECK(forms(dictionary, "ابطيء", index::is_match) == Forms{"ابطيء", "ابطي"});
  CHECK(forms(dictionary, "ضييول", index::is_match) == Forms{"ضييول", "ضيوول"});
}

TEST_CASE("a plural of two singulars does not lead from one to the other's plurals",
          "[index][dictionary]") {
  const TemporaryDirectory folder;
  const index::Dictionary dictionary =
      dictionary_of(folder, {"النساء", "المرءاه", "مرايا", "امراه", "مريا"});
  for (const std::string& form : forms(dictionary, "النساء", index::is_match)) {
    INFO(form);
    const Forms back = forms(dictionary, form, index::is_match);
    CHECK(std::ranges::find(back, "النساء") != back.end());
  }
}

TEST_CASE("a dictionary that grows finds what one written anew finds", "[index][dictionary]") {
  const std::vector<std::string> all = {"book",  "books",  "الوزير", "زيارات",
                                        "زياره", "للوزير", "مهندس",  "وزير"};
  const auto forms_of = [](const index::Dictionary& dictionary, const std::string& asked) {
    std::set<std::string> forms;
    const std::vector<index::RelatedForm> all_related = dictionary.related_forms(asked).value();
    for (const index::RelatedForm& related : all_related) forms.insert(related.form);
    return forms;
  };
  for (std::size_t known = 0; known <= all.size(); ++known) {
    INFO(known);
    const TemporaryDirectory folder;
    const auto half = all.begin() + static_cast<std::ptrdiff_t>(known);
    dictionary_of(folder, {all.begin(), half});
    REQUIRE(index::add_to_dictionary(Xapian::Database((folder.path() / "statements").string()),
                                     {half, all.end()}, folder.path() / "dictionary"));
    const auto grown = index::Dictionary::open(folder.path() / "dictionary").value();
    const TemporaryDirectory other;
    const index::Dictionary anew = dictionary_of(other, all);
    for (const std::string& form : all) {
      INFO(form);
      CHECK(forms_of(grown, form) == forms_of(anew, form));
    }
  }
}

TEST_CASE("words are visited by their number of letters, with counts", "[index][dictionary]") {
  const TemporaryDirectory folder;
  const index::Dictionary dictionary =
      dictionary_of(folder, {"وزير", "قلم", "visits", "و", "XC:FR", std::string(60, 'a')});
  Forms seen;
  REQUIRE(dictionary.visit_words(0, 100, [&seen](std::string_view form, std::uint32_t count) {
    CHECK(count == 1);
    seen.emplace_back(form);
  }));
  CHECK(seen == Forms{"قلم", "وزير", "visits"});
  seen.clear();
  REQUIRE(dictionary.visit_words(
      4, 4, [&seen](std::string_view form, std::uint32_t /*count*/) { seen.emplace_back(form); }));
  CHECK(seen == Forms{"وزير"});
}

TEST_CASE("words that are added later are visited too", "[index][dictionary]") {
  const TemporaryDirectory folder;
  const index::Dictionary before = dictionary_of(folder, {"وزير", "قلم"});
  const Xapian::Database statements((folder.path() / "statements").string());
  const auto place = folder.path() / "dictionary";
  REQUIRE(index::add_to_dictionary(statements, {"سفير", "كتب"}, place));
  REQUIRE(index::add_to_dictionary(statements, {"بيان"}, place));
  const auto dictionary = index::Dictionary::open(place);
  REQUIRE(dictionary);
  Forms seen;
  REQUIRE(dictionary->visit_words(0, 100, [&seen](std::string_view form, std::uint32_t /*count*/) {
    seen.emplace_back(form);
  }));
  CHECK(seen == Forms{"قلم", "كتب", "وزير", "سفير", "بيان"});
}
