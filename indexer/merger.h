#pragma once

#include <functional>
#include <optional>

#include "common/base/error.h"
#include "common/index/entity_table.h"
#include "common/index/index_directory.h"
#include "indexer/change_set.h"

namespace bayan::indexer {

/// What the merge is about to do, for the progress line.
enum class MergeStep { kReplace, kMerge, kDictionary };

/// Merges the segments of a run, and the statements of `previous` that stay, into `next`:
/// statements with the ledger, entity table, dictionary. The segments stay as they are; the caller
/// publishes `next`. Returns how many statements it holds.
[[nodiscard]] Result<std::uint64_t> merge_segments(const std::vector<WorkArea::Segment>& segments,
                                                   const ChangeSet& changes,
                                                   const index::EntityTableBuilder& entities,
                                                   const std::optional<index::Generation>& previous,
                                                   const index::Generation& next,
                                                   const std::function<void(MergeStep)>& on_step);

}  // namespace bayan::indexer
