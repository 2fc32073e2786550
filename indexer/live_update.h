#pragma once

#include "common/base/error.h"
#include "common/index/entity_table.h"
#include "common/index/index_directory.h"
#include "indexer/change_set.h"

namespace bayan::indexer {

/// True where changing the published generation in place costs less than a new one.
[[nodiscard]] bool is_small_update(const ChangeSet& changes, std::uint64_t statement_count);

/// Changes the published generation in place. Entity table and dictionary go first: they only gain
/// what statements of before never ask for. Statements and ledger then change in one transaction,
/// so whenever it is killed the index holds either all of the update or none. Readers go on with
/// what they opened, or are told that it was modified and open it again. Returns how many
/// statements the index holds.
[[nodiscard]] Result<std::uint64_t> update_live(const std::vector<WorkArea::Segment>& segments,
                                                const ChangeSet& changes,
                                                const index::EntityTableBuilder& entities,
                                                const index::Generation& published);

/// Settles which keys are one entity anew, on the statements that are published, and writes what
/// changed: after the user's gazetteer did.
[[nodiscard]] Result<void> update_identities(const index::EntityTableBuilder& entities,
                                             const index::Generation& published);

}  // namespace bayan::indexer
