#pragma once

#include <xapian.h>

#include <cstdint>
#include <span>
#include <vector>

#include "common/entity/identity.h"

namespace bayan::index {

/// In which statements, posts and company the persons of an archive were seen: counted from the
/// facet slots of all statements that hold. It hangs on those statements alone, so it is the same
/// however the index came to hold them.
class EntityEvidence {
 public:
  /// Counts a database of statements but for the documents in `skipped` (rising). Throws what
  /// Xapian throws.
  void add(const Xapian::Database& statements, std::span<const Xapian::docid> skipped = {});
  /// Counts one statement.
  void add(const Xapian::Document& statement);

  struct Person {
    std::uint32_t statements = 0;
    std::vector<entity::Seen> posts;      ///< rising ids of the entity table
    std::vector<entity::Seen> countries;  ///< likewise
  };
  /// By id; ids that are none of a person, or of nobody in the statements, have no statements.
  /// `last_id` is the largest.
  [[nodiscard]] std::vector<Person> persons(std::uint32_t last_id);

 private:
  struct Pair {
    std::uint32_t person;
    std::uint32_t other;
    std::uint32_t count;
  };
  void add_values(std::string_view persons, std::string_view posts, std::string_view holders,
                  std::string_view countries);
  static void sum_up(std::vector<Pair>& pairs);

  std::vector<std::uint32_t> statements_;  ///< by person
  std::vector<Pair> posts_;
  std::vector<Pair> countries_;
  std::size_t next_sum_ = 0;
};

}  // namespace bayan::index
