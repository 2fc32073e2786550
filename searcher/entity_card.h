#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "common/entity/lazy_countries.h"
#include "common/index/index_reader.h"
#include "searcher/results.h"

namespace bayan::searcher {

/// What an index knows of one person, country, body or post.
struct EntityCard {
  /// A statement named at the beginning or end of the time.
  struct Dated {
    std::string id;
    std::string title;
    std::string date;
  };
  /// A person's post, or a post's holder, with the days at which they were named together.
  struct Held {
    std::string key;
    std::string name;
    std::string first;  ///< ISO days; empty where no statement with a date says so
    std::string last;
    std::uint64_t count = 0;
  };
  /// Something that occurs beside the entity more often than chance has it.
  struct Beside {
    std::string key;
    std::string name;
    std::uint64_t together = 0;  ///< statements with both
    std::uint64_t all = 0;       ///< statements with this
    double score = 0;            ///< association()
  };
  struct BesideOfField {
    std::string field;
    std::vector<Beside> values;  ///< the surest first
  };

  std::string field;
  std::string key;
  std::string name;
  std::uint64_t statements = 0;
  std::vector<FacetValue> forms;      ///< as statements have it, the most frequent first
  std::uint64_t forms_read = 0;       ///< of how many statements the forms are
  std::vector<Held> posts;            ///< of a person, by their first day
  std::vector<Held> holders;          ///< of a post
  std::vector<Dated> first_and_last;  ///< none, one or two
  Timeline timeline;
  std::vector<BesideOfField> beside;
};

/// The card of an entity of the table. `most` values are listed of each kind. Throws what Xapian
/// throws.
[[nodiscard]] Result<EntityCard> make_entity_card(const index::IndexReader& index,
                                                  index::FieldId field, std::uint32_t id,
                                                  std::size_t most);

/// The card of what `typed` names: «سالم بن عبدالله», "France", «منصب:وزير الداخلية». Errors: it
/// names nothing, with the nearest names; several, with how often each is named. A known country
/// that no statement names has a card without statements.
[[nodiscard]] Result<EntityCard> find_entity_card(const index::IndexReader& index,
                                                  const entity::LazyCountries& countries,
                                                  const std::string& typed, std::size_t most);

}  // namespace bayan::searcher
