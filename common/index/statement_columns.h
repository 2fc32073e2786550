#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "common/index/document_set.h"
#include "common/index/entity_table.h"
#include "common/index/schema.h"

/// What counting and ranking want of every match, kept in memory once it was read: a statement's
/// length, its cluster and the entities in its facet slots.
///
/// Reading a value of a matching statement out of Xapian costs some tenth of a microsecond, reading
/// it here a hundredth, so a process that answers several queries reads each statement's once.
/// Nothing is read that no query needed: a program that answers one query pays for its matches
/// alone. A fully read index of 30,000 statements takes some 5 MB.
namespace bayan::index {

/// Of the index as it was opened. Not for several threads at once.
class StatementColumns {
 public:
  explicit StatementColumns(Xapian::Database statements) : statements_(std::move(statements)) {}

  /// Words of a statement, title and body; those that a load_lengths() has asked for.
  [[nodiscard]] float length(Xapian::docid id) const { return lengths_[id]; }
  /// Reads the lengths of `documents`. Throws what Xapian throws.
  void load_lengths(const DocumentSet& documents) const;

  /// The cluster of near-duplicates; 0 where there are no others. Throws what Xapian throws.
  [[nodiscard]] std::uint64_t cluster(Xapian::docid id) const;

  /// Which entities a facet counts for a statement, each once: ids that stand for entities, those
  /// of keys that name nothing left out. Of those that a load_entities() has asked for.
  [[nodiscard]] std::span<const std::uint32_t> entities(Slot slot, Xapian::docid id) const {
    const Entities& column = entities_[slot];
    const std::uint32_t* place = column.pool.data() + column.place[id];
    return {place + 1, *place};
  }
  /// Reads that slot of `documents`. Throws what Xapian throws.
  void load_entities(Slot slot, const DocumentSet& documents, const EntityTable& table) const;

 private:
  /// For each statement a place in the pool, where the number of its ids stands before them.
  struct Entities {
    static constexpr std::uint32_t kUnknown = 0;
    static constexpr std::uint32_t kNone = 1;
    std::vector<std::uint32_t> place;
    std::vector<std::uint32_t> pool;
  };

  [[nodiscard]] std::size_t size() const { return std::size_t{statements_.get_lastdocid()} + 1; }

  Xapian::Database statements_;
  mutable std::vector<float> lengths_;  ///< negative: not read yet
  mutable std::vector<std::uint64_t> clusters_;
  mutable std::array<Entities, kHolderSlot> entities_;  ///< by slot
};

}  // namespace bayan::index
