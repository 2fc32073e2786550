#pragma once

#include <cstdint>
#include <string>

#include "common/base/error.h"
#include "common/entity/lazy_countries.h"
#include "common/index/index_reader.h"

namespace bayan::searcher {

/// An entity that somebody named, of whatever kind.
struct ChosenEntity {
  index::FieldId field;
  std::uint32_t id;  ///< of the key that stands for it; 0 for a country that no statement names
  std::string key;
  std::string name;
};

/// The entity that `typed` names: a country by any of its names, else a person, a body or a post.
/// «field:name» («منصب:وزير الداخلية») is of that field alone. Errors: it names nothing, with the
/// nearest names; several, with how often each is named. Throws what Xapian throws.
[[nodiscard]] Result<ChosenEntity> choose_entity(const index::IndexReader& index,
                                                 const entity::LazyCountries& countries,
                                                 const std::string& typed);

}  // namespace bayan::searcher
