#include "indexer/build_index.h"

#include <algorithm>
#include <memory>
#include <optional>

#include "common/base/version.h"
#include "common/index/entity_table.h"
#include "common/index/index_directory.h"
#include "indexer/merger.h"
#include "indexer/segment_writer.h"

namespace bayan::indexer {
namespace {

class SegmentSink : public StatementSink {
 public:
  SegmentSink(SegmentSet& segments, index::EntityTableBuilder& entities)
      : writer_(segments, entities) {}
  Result<void> take(const statement::Statement& statement, std::uint64_t sequence) override {
    return writer_.add(statement, sequence);
  }
  Result<void> finish() override { return writer_.finish(); }

 private:
  SegmentWriter writer_;
};

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

/// The generation to build upon: what is published, unless it is to be left behind.
Result<std::optional<index::Generation>> previous_generation(const BuildOptions& options) {
  if (options.rebuild || !index::is_published(options.index)) return std::nullopt;
  const Result<index::Generation> published = index::published_generation(options.index);
  if (!published) return tl::unexpected(published.error());
  // An index of another version cannot be added to.
  if (Result<index::Manifest> read = index::read_manifest(published->manifest()); !read) {
    return tl::unexpected(read.error());
  }
  return *published;
}

/// The sources named in the manifest: those of before, then the new ones.
std::vector<std::string> all_sources(const std::optional<index::Generation>& previous,
                                     const std::vector<std::string>& paths) {
  std::vector<std::string> sources;
  if (previous) {
    if (Result<index::Manifest> manifest = index::read_manifest(previous->manifest())) {
      sources = std::move(manifest->sources);
    }
  }
  for (const std::string& path : paths) {
    if (std::ranges::find(sources, path) == sources.end()) sources.push_back(path);
  }
  return sources;
}

/// Reads everything into segments, with a worker a job.
Result<void> write_segments(const BuildOptions& options, const PipelineOptions& pipeline,
                            const entity::Extractor& extractor, SegmentSet& segments,
                            index::EntityTableBuilder& entities, Report& report) {
  std::vector<std::unique_ptr<SegmentSink>> sinks;
  std::vector<StatementSink*> handed;
  for (unsigned job = 0; job < options.jobs; ++job) {
    sinks.push_back(std::make_unique<SegmentSink>(segments, entities));
    handed.push_back(sinks.back().get());
  }
  return run_pipeline(pipeline, extractor, handed, report);
}

}  // namespace

Result<IndexOutcome> build_index(const BuildOptions& options, const PipelineOptions& pipeline,
                                 const entity::Extractor& extractor, Report& report) {
  const Result<index::IndexLock> lock = index::IndexLock::acquire(options.index);
  if (!lock) return tl::unexpected(lock.error());
  const Result<std::optional<index::Generation>> previous = previous_generation(options);
  if (!previous) return tl::unexpected(previous.error());
  index::EntityTableBuilder entities;
  if (*previous) {
    if (Result<void> loaded = entities.load((*previous)->entities()); !loaded) {
      return tl::unexpected(loaded.error());
    }
  }
  const Result<index::Generation> next = lock->begin_generation();
  if (!next) return tl::unexpected(next.error());

  SegmentSet segments(next->scratch());
  if (Result<void> written =
          write_segments(options, pipeline, extractor, segments, entities, report);
      !written) {
    return tl::unexpected(written.error());
  }
  const Result<MergeResult> merged =
      merge_segments(segments, entities, *previous, *next,
                     [&](MergeStep step) { options.on_step(words_for(step)); });
  if (!merged) return tl::unexpected(merged.error());

  index::Manifest manifest = index::make_manifest(std::string("bayan-indexer ") + kVersion);
  manifest.statement_count = merged->statement_count;
  manifest.sources = all_sources(*previous, pipeline.paths);
  options.on_step("publishing …");
  if (Result<void> published = lock->publish(*next, manifest); !published) {
    return tl::unexpected(published.error());
  }
  return IndexOutcome{options.index.string(), merged->statement_count, merged->replaced_count,
                      segments.superseded_count()};
}

}  // namespace bayan::indexer
