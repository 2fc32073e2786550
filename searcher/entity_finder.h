#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.h"
#include "common/entity/lazy_countries.h"
#include "common/index/entity_table.h"

namespace bayan::searcher {

/// An entity that somebody may have meant.
struct FoundEntity {
  std::uint32_t id = 0;  ///< of the key that stands for it
  std::string key;
  std::string name;
  std::vector<std::string> posts;  ///< the most usual first
  std::uint64_t statements = 0;    ///< named by its keys; one with two of them counts twice
};

/// Finds persons, bodies and posts by what somebody typed: part of a name, another spelling, Latin
/// letters («Rashid Al Khalifa»), a title in front («King Hamad»), the English name of a body or
/// post («Ministry of Interior»), a key as JSON output gives it.
class EntityFinder {
 public:
  /// The statements and entity table of one index; all must outlive the finder.
  EntityFinder(const Xapian::Database& statements, const index::EntityTable& entities,
               const entity::LazyCountries& countries)
      : statements_(statements), entities_(entities), countries_(countries) {}

  /// Those that may be meant, likeliest first: names that are what was typed, then names that it
  /// is short for, each by how many statements name them; else any with its words. Throws what
  /// Xapian throws.
  [[nodiscard]] Result<std::vector<FoundEntity>> find(index::FieldId field,
                                                      std::string_view typed) const;

  /// The one that is meant: the only one that is so named, or one that is named far oftener than
  /// any other; by «=name» the one of that very name. Errors: nobody (with the nearest names), or
  /// several (with their statements and posts, as an ambiguity too). Throws what Xapian throws.
  [[nodiscard]] Result<FoundEntity> choose(index::FieldId field, std::string_view typed) const;

  /// That the index names nobody so, with the nearest names.
  [[nodiscard]] tl::unexpected<Error> nobody(index::FieldId field, std::string_view typed) const;

 private:
  struct Ranked;
  [[nodiscard]] Result<FoundEntity> describe(index::FieldId field, std::uint32_t id) const;
  [[nodiscard]] Result<std::vector<Ranked>> rank(index::FieldId field, std::string_view typed,
                                                 bool keeps_title) const;
  [[nodiscard]] Result<std::vector<Ranked>> rank_exact(index::FieldId field,
                                                       std::string_view name) const;
  [[nodiscard]] Result<std::vector<Ranked>> rank_as_typed(index::FieldId field,
                                                          std::string_view typed) const;
  [[nodiscard]] Result<std::vector<Ranked>> rank(index::FieldId field,
                                                 std::string_view typed) const;
  const Xapian::Database& statements_;
  const index::EntityTable& entities_;
  const entity::LazyCountries& countries_;
};

}  // namespace bayan::searcher
