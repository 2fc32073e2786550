#pragma once

#include <string>
#include <vector>

#include "common/entity/person_name_grammar.h"

namespace bayan::entity {

/// The posts of the names of one field, as printed, in the order of `names`; empty where a name has
/// none. `names` are in text order and do not overlap. A post stands before the titles («وزير
/// الداخلية الشيخ راشد») or behind the name («راشد …، وزير الداخلية»); both are joined when a man
/// has both. `home` is the folded name of the country at home («السعوديه»), or empty: behind a post
/// «بمملكة البحرين» is no part of it at home.
[[nodiscard]] std::vector<std::string> read_posts(const PersonWords& words,
                                                  const std::vector<NameSpan>& names,
                                                  std::string_view home);

}  // namespace bayan::entity
