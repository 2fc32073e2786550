#pragma once

#include <string>
#include <vector>

#include "common/entity/entity.h"

namespace bayan::entity {

/// A name as found, before mentions of one man are joined.
struct FoundPerson {
  std::string name;  ///< canonical_name()
  std::string position;
  Mention mention;
  bool may_be_repeated = false;  ///< one foreign word: a person where it stands so twice
  bool may_be_alone = false;     ///< a title or a verb of saying makes one word a person
  /// Where the last word may be the sentence's and no name's («سامر عادل متأكد»): the name without
  /// it, and where that ends. Empty elsewhere.
  std::string sure_name;
  std::uint32_t sure_end = 0;
  std::uint32_t sentence = 0;  ///< number of the sentence it stands in
  bool is_titled = false;
};

/// Joins the names of a statement into persons. A shorter name is a mention of a fuller when, بن
/// dropped and the article aside, its words occur in it in order and its second word is the second
/// or the last there: «راشد بن عبدالله» is «راشد بن عبدالله آل خليفة», «خليفة بن سلمان» is not
/// «خليفة بن أحمد بن سلمان»; of several it means the shortest. Two of one surname with posts of
/// their own in one sentence are two men, and so are a ruler and an heir, and men of different
/// posts where the longer name has the first again as the grandfather's. A single word joins the
/// nearest man before it who bears it; a man known by one word only stays when a title stood before
/// him. A name that stands once and whose last word is doubtful loses it where the statement names
/// the man without it. Linear in the number of names, but for a bounded number of candidates each.
[[nodiscard]] std::vector<Person> join_mentions(std::vector<FoundPerson> found);

}  // namespace bayan::entity
