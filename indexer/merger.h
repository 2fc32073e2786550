#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include "common/base/error.h"
#include "common/index/entity_table.h"
#include "common/index/index_directory.h"
#include "indexer/segment_writer.h"

namespace bayan::indexer {

/// What the merge is about to do, for the progress line.
enum class MergeStep { kReplace, kMerge, kDictionary };

struct MergeResult {
  std::uint64_t statement_count = 0;  ///< in the index after the merge
  std::uint64_t replaced_count = 0;   ///< statements of the index before that came anew
};

/// Merges the segments of a run, and the statements of `previous` that did not come anew, into
/// `next`: statements, entity table, dictionary. The caller publishes it.
[[nodiscard]] Result<MergeResult> merge_segments(SegmentSet& segments,
                                                 const index::EntityTableBuilder& entities,
                                                 const std::optional<index::Generation>& previous,
                                                 const index::Generation& next,
                                                 const std::function<void(MergeStep)>& on_step);

}  // namespace bayan::indexer
