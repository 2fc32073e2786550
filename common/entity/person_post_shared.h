#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/entity/person_name_grammar.h"

namespace bayan::entity {

/// Posts that several men of a list hold together, given to each of them in the singular:
///
///   «نائبي رئيس الغرفة سامر القحطاني وفهد الدوسري»  ->  «نائب رئيس الغرفة» twice
///   «… وفهد الدوسري، عضوي مجلس الشورى»             ->  «عضو مجلس الشورى» twice
///
/// `posts` has one for each name and keeps what it holds.
void share_posts(const PersonWords& words, std::string_view home,
                 const std::vector<NameSpan>& names, std::vector<std::string>& posts);

}  // namespace bayan::entity
