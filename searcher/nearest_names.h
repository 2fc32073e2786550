#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.h"
#include "common/entity/country_gazetteer.h"
#include "common/index/entity_table.h"

namespace bayan::searcher {

struct NearName {
  std::string name;
  double distance = 0;           ///< from what was typed, over all its words; see slip_distance()
  std::uint64_t statements = 0;  ///< that name it
};

/// Names of the field's entities that may be meant by one that nothing bears, at most `most`: the
/// nearest in spelling first, of equally near ones those that are named most often.
///
///   «جوااد ظريفف»  ->  «محمد جواد ظريف»
///
/// Each word typed may stand for words of names that it is a slip of, or that it spells in the
/// other script. Far ones beside near ones are left out. Throws what Xapian throws.
[[nodiscard]] Result<std::vector<NearName>> nearest_names(const Xapian::Database& statements,
                                                          const index::EntityTable& entities,
                                                          index::FieldId field,
                                                          std::string_view typed, std::size_t most);

/// «did you mean A · B?» of names, each once; `otherwise` where there are none.
[[nodiscard]] std::string did_you_mean(const std::vector<std::string>& names,
                                       std::string_view otherwise);

/// That there is no country so called, with at most `most` of the nearest names.
[[nodiscard]] tl::unexpected<Error> no_such_country(const entity::CountryGazetteer& countries,
                                                    std::string_view typed, std::size_t most);

}  // namespace bayan::searcher
