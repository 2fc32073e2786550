#include "common/index/dictionary.h"

#include "tests/property.h"
#include "tests/temporary_directory.h"

using namespace bayan;
using namespace bayan::tests;

TEST_CASE("the dictionary gives the forms of the index that share a stem", "[index][dictionary]") {
  const TemporaryDirectory folder;
  Xapian::WritableDatabase statements((folder.path() / "statements").string(),
                                      Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::Document document;
  for (const char* term : {"وزير", "الوزير", "للوزير", "مدينه", "visits", "visited", "2024",
                           "XC:FR", "Sوزير", "لفرنسا"}) {
    document.add_term(term);
  }
  statements.add_document(document);
  statements.commit();
  REQUIRE(index::write_dictionary(statements, folder.path() / "dictionary"));

  const index::Dictionary dictionary =
      index::Dictionary::open(folder.path() / "dictionary").value();
  using Forms = std::vector<std::string>;
  CHECK(dictionary.related_forms("والوزير").value() == Forms{"الوزير", "للوزير", "وزير"});
  CHECK(dictionary.related_forms("visit").value() == Forms{"visited", "visits"});
  CHECK(dictionary.related_forms("فرنسا").value() == Forms{"لفرنسا"});
  CHECK(dictionary.related_forms("2024").value().empty());
  CHECK(dictionary.related_forms("غريب").value().empty());
  CHECK(dictionary.related_forms("").value().empty());
}
