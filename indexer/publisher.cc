#include "indexer/publisher.h"

#include <algorithm>

#include "common/base/version.h"
#include "indexer/live_update.h"
#include "indexer/merger.h"

namespace bayan::indexer {
namespace {

std::string_view words_for(MergeStep step) {
  switch (step) {
    case MergeStep::kReplace:
      return "replacing statements that came anew …";
    case MergeStep::kMerge:
      return "merging …";
    case MergeStep::kDictionary:
      return "writing the dictionary …";
  }
  return "";
}

}  // namespace

Result<std::uint64_t> Publisher::publish(const std::vector<WorkArea::Segment>& segments,
                                         const ChangeSet& changes,
                                         const index::EntityTableBuilder& entities,
                                         const std::vector<std::string>& paths) const {
  index::Manifest manifest = index::make_manifest(std::string("bayan-indexer ") + kVersion);
  std::uint64_t count_before = 0;
  if (previous_) {
    Result<index::Manifest> before = index::read_manifest(previous_->manifest());
    if (!before) return tl::unexpected(before.error());
    manifest.sources = std::move(before->sources);
    count_before = before->statement_count;
  }
  for (const std::string& path : paths) {
    if (std::ranges::find(manifest.sources, path) == manifest.sources.end()) {
      manifest.sources.push_back(path);
    }
  }
  return previous_ && is_small_update(changes, count_before)
             ? publish_in_place(segments, changes, entities, std::move(manifest))
             : publish_generation(segments, changes, entities, std::move(manifest));
}

Result<std::uint64_t> Publisher::publish_in_place(const std::vector<WorkArea::Segment>& segments,
                                                  const ChangeSet& changes,
                                                  const index::EntityTableBuilder& entities,
                                                  index::Manifest manifest) const {
  on_step_("updating …");
  const Result<std::uint64_t> count = update_live(segments, changes, entities, *previous_);
  if (!count) return count;
  manifest.statement_count = *count;
  const Result<void> written = index::IndexLock::replace_manifest(*previous_, std::move(manifest));
  return written ? count : tl::unexpected(written.error());
}

Result<std::uint64_t> Publisher::publish_generation(const std::vector<WorkArea::Segment>& segments,
                                                    const ChangeSet& changes,
                                                    const index::EntityTableBuilder& entities,
                                                    index::Manifest manifest) const {
  const Result<index::Generation> next = lock_.begin_generation();
  if (!next) return tl::unexpected(next.error());
  const Result<std::uint64_t> count =
      merge_segments(segments, changes, entities, previous_, *next,
                     [this](MergeStep step) { on_step_(words_for(step)); });
  if (!count) return count;
  manifest.statement_count = *count;
  on_step_("publishing …");
  const Result<void> published = lock_.publish(*next, std::move(manifest));
  return published ? count : tl::unexpected(published.error());
}

}  // namespace bayan::indexer
