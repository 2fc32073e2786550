#pragma once

#include <xapian.h>

#include <cstdint>
#include <span>
#include <string>
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

  /// Beside whom, by whom and in which months some persons were named; ids of the entity table.
  struct Company {
    std::vector<entity::Seen> persons;  ///< rising
    std::vector<entity::Seen> issuers;  ///< rising
    std::vector<std::uint32_t> months;  ///< rising
  };
  /// Of each set of persons; sets are disjoint. One look through all statements.
  [[nodiscard]] std::vector<Company> company_of(
      const std::vector<std::vector<std::uint32_t>>& sets) const;

  /// Of pairs of sets of persons, by their numbers, in how many statements both are named; sets are
  /// disjoint. One look through all statements.
  [[nodiscard]] std::vector<std::uint32_t> statements_with_both(
      const std::vector<std::vector<std::uint32_t>>& sets,
      std::span<const entity::NamePair> pairs) const;

 private:
  struct Pair {
    std::uint32_t person;
    std::uint32_t other;
    std::uint32_t count;
  };
  /// The slots of a statement that tell something.
  struct Values {
    std::string persons;
    std::string posts;
    std::string holders;
    std::string countries;
    std::string issuers;
    std::string months;
  };
  void add_values(const Values& values);
  static void sum_up(std::vector<Pair>& pairs);

  std::vector<std::uint32_t> statements_;  ///< by person
  std::vector<Pair> posts_;
  std::vector<Pair> countries_;
  std::size_t next_sum_ = 0;
  /// Of each statement with persons: issuer, month (0 where it has none), how many persons, and
  /// those; a few bytes a statement, where counts of all pairs of persons would take many times so
  /// much.
  std::vector<std::uint32_t> rows_;
};

}  // namespace bayan::index
