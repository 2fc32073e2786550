#include "indexer/build_index.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <memory>
#include <optional>

#include "common/base/fault_point.h"
#include "common/base/release_memory.h"
#include "common/base/version.h"
#include "common/index/entity_table.h"
#include "common/index/index_directory.h"
#include "common/index/schema.h"
#include "common/index/text_dictionaries.h"
#include "common/index/user_knowledge.h"
#include "common/index/xapian_wall.h"
#include "common/statement/codec.h"
#include "common/text/analyzer.h"
#include "indexer/indexing_gate.h"
#include "indexer/live_update.h"
#include "indexer/plan_changes.h"
#include "indexer/publisher.h"
#include "indexer/segment_writer.h"

namespace bayan::indexer {
namespace {

class SegmentSink : public StatementSink {
 public:
  SegmentSink(SegmentSet& segments, index::EntityTableBuilder& entities,
              const std::filesystem::path& before)
      : writer_(segments, entities, before) {}
  Result<void> take(const statement::Statement& statement, const Origin& origin) override {
    return origin.is_moved ? writer_.add_moved(statement.location, origin)
                           : writer_.add(statement, origin);
  }
  Result<void> finish() override { return writer_.finish(); }

 private:
  SegmentWriter writer_;
};

/// What segments hang on: those of a run under another header cannot be used.
std::string work_header(const BuildOptions& options,
                        const std::optional<index::Generation>& previous) {
  return fmt::format(
      "{{\"program\":\"{}\",\"format\":{},\"analyzer\":{},\"codec\":{},\"recogniser\":\"{}\","
      "\"generation\":{}}}\n",
      kVersion, index::kFormatVersion, text::kAnalyzerVersion, statement::kCodecVersion,
      options.recogniser, previous ? previous->number : 0);
}

/// One run, from the lock to the published index.
class Build {
 public:
  Build(const BuildOptions& options, const index::IndexLock& lock)
      : options_(options), lock_(lock) {}

  Result<IndexOutcome> read(const PipelineOptions& pipeline, const entity::Extractor& extractor,
                            Report& report) {
    return open_previous()
        .and_then([&] { return open_work_area(); })
        .and_then([&] { return read_sources(pipeline, extractor, report); })
        .and_then([&] { return publish(pipeline.paths); })
        .map([&] {
          if (pipeline.is_interrupted) outcome_.is_interrupted = pipeline.is_interrupted();
          return outcome_;
        });
  }

  Result<IndexOutcome> remove(const std::vector<std::string>& names) {
    if (Result<void> opened = open_previous(); !opened) return tl::unexpected(opened.error());
    if (!before_) {
      const auto missing = index::published_generation(options_.index);
      return tl::unexpected(missing.error());
    }
    if (Result<void> loaded = load_entities(); !loaded) return tl::unexpected(loaded.error());
    const Result<ChangeSet> changes = plan_removal(names, *tracker_, *before_);
    if (!changes) return tl::unexpected(changes.error());
    return apply({}, *changes, {}).map([&] { return outcome_; });
  }

  Result<void> learn() {
    return open_previous().and_then([&] { return load_entities(); }).and_then([&] {
      return apply({}, {}, {});
    });
  }

 private:
  /// What is published, unless it is to be left behind, with its ledger and entity table.
  Result<void> open_previous() {
    index::SourceRecords ledger;
    if (!options_.rebuild && index::is_published(options_.index)) {
      const Result<index::Generation> published = index::published_generation(options_.index);
      if (!published) return tl::unexpected(published.error());
      // An index of another version cannot be added to.
      const Result<index::Manifest> manifest = index::read_manifest(published->manifest());
      if (!manifest) return tl::unexpected(manifest.error());
      previous_ = *published;
      outcome_.statement_count = manifest->statement_count;
      Result<Xapian::Database> statements = index::guarded(published->statements().string(), [&] {
        return Xapian::Database(published->statements().string());
      });
      if (!statements) return tl::unexpected(statements.error());
      Result<index::SourceRecords> records = index::read_sources_of(*statements);
      if (!records) return tl::unexpected(records.error());
      ledger = std::move(*records);
      before_ = std::make_unique<IndexedStatements>(std::move(*statements));
    }
    outcome_.index = options_.index.string();
    tracker_.emplace(
        std::move(ledger),
        XXH3_64bits(options_.reading_settings.data(), options_.reading_settings.size()),
        options_.retry);
    return {};
  }

  /// The entity table of before, then the keys of an interrupted run; a run whose keys got other
  /// ids since is thrown away.
  Result<void> open_work_area() {
    if (Result<void> loaded = load_entities(); !loaded) return loaded;
    Result<WorkArea> area = WorkArea::open(options_.index, work_header(options_, previous_));
    if (!area) return tl::unexpected(area.error());
    area_.emplace(std::move(*area));
    for (const WorkArea::Key& key : area_->keys()) entities_.restore_key(key.field, key.key);
    segments_.emplace(*area_, options_.memory.segment_text_bytes, text_dictionary());
    entities_.on_new_key(
        [this](index::FieldId field, std::string_view key) { area_->note_key(field, key); });
    if (area_->segments().empty()) return {};
    return index::guarded(options_.index.string(), [&] {
      resumed_ = std::make_unique<ResumedSegments>(area_->segments(), entities_);
    });
  }

  /// That of the index before, else that of the run that is resumed; empty where neither has one.
  [[nodiscard]] std::string text_dictionary() const {
    std::string bytes = before_ ? index::find_text_dictionary(before_->database()) : std::string();
    for (const WorkArea::Segment& segment : area_->segments()) {
      if (!bytes.empty()) break;
      bytes = index::find_text_dictionary(Xapian::Database(segment.path.string()));
    }
    return bytes;
  }

  Result<void> load_entities() {
    if (previous_) {
      if (Result<void> loaded = entities_.load(previous_->entities()); !loaded) return loaded;
    }
    if (options_.gazetteer) entities_.set_gazetteer(*options_.gazetteer);
    return {};
  }

  Result<void> read_sources(const PipelineOptions& pipeline, const entity::Extractor& extractor,
                            Report& report) {
    IndexingGate gate({*tracker_, segments_->places(), before_.get(), resumed_.get(),
                       before_ ? index::removed_statements(before_->database())
                               : std::map<std::string, std::uint64_t>{}});
    if (Result<void> done = run_workers(pipeline, extractor, gate, report); !done) return done;
    const bool is_interrupted = pipeline.is_interrupted && pipeline.is_interrupted();
    if (options_.prune && !is_interrupted) erased_ = vanished_sources(*tracker_, pipeline.paths);
    if (before_ && !is_interrupted) {
      std::set<std::string> bereft = bereft_sources(*tracker_, *before_, erased_);
      if (!bereft.empty()) {
        PipelineOptions again = pipeline;
        again.paths.assign(bereft.begin(), bereft.end());
        tracker_->force(std::move(bereft));
        if (Result<void> done = run_workers(again, extractor, gate, report); !done) return done;
      }
    }
    outcome_.resumed_count = gate.resumed_count();
    release_free_memory();  // what the segments took
    return move_statements();
  }

  Result<void> run_workers(const PipelineOptions& pipeline, const entity::Extractor& extractor,
                           IndexingGate& gate, Report& report) {
    std::vector<std::unique_ptr<SegmentSink>> sinks;
    std::vector<StatementSink*> handed;
    for (unsigned job = 0; job < options_.jobs; ++job) {
      sinks.push_back(std::make_unique<SegmentSink>(*segments_, entities_, before_path()));
      handed.push_back(sinks.back().get());
    }
    const Result<void> done = run_pipeline(pipeline, extractor, gate, handed, report);
    if (done && gate.error()) return tl::unexpected(*gate.error());
    return done;
  }

  [[nodiscard]] std::filesystem::path before_path() const {
    return previous_ ? previous_->statements() : std::filesystem::path();
  }

  /// Statements of files that are known under another name now.
  Result<void> move_statements() {
    if (tracker_->moves().empty()) return {};
    return index::guarded(options_.index.string(), [&]() -> Result<void> {
      SegmentWriter writer(*segments_, entities_, before_path());
      for (const SourceTracker::Move& move : tracker_->moves()) {
        for (const Xapian::docid document : before_->unseen_of(move.from)) {
          const Result<statement::Statement> stored = before_->read(document);
          if (!stored) return tl::unexpected(stored.error());
          statement::Location location = stored->location;
          location.path = move.to;
          const Origin origin{.sequence = 1,
                              .source = tracker_->number_of(move.to),
                              .indexed_as = document,
                              .is_moved = true};
          if (Result<void> moved = writer.add_moved(location, origin); !moved) return moved;
        }
      }
      return writer.finish();
    });
  }

  Result<void> publish(const std::vector<std::string>& paths) {
    const Result<ChangeSet> changes = index::guarded(options_.index.string(), [&] {
      ChangeSet planned = plan_changes(*tracker_, *segments_, before_.get(), erased_);
      if (resumed_) planned.unclaimed = resumed_->unclaimed();
      return planned;
    });
    if (!changes) return tl::unexpected(changes.error());
    outcome_.copy_count = changes->resolution.copy_count;
    outcome_.superseded_count =
        changes->resolution.superseded.size() - outcome_.copy_count - changes->corrected_here;
    outcome_.corrected_count = changes->corrected_here + changes->corrected_before;
    outcome_.replaced_count = changes->resolution.replaced_count;
    outcome_.unchanged_sources = tracker_->unchanged_count();
    outcome_.moved_sources = tracker_->moves().size();
    outcome_.remembered_losses = tracker_->remembered_losses();
    return apply(segments_->segments(), *changes, paths).map([&] {
      fault_point("published");
      area_->remove();
    });
  }

  Result<void> apply(const std::vector<WorkArea::Segment>& segments, const ChangeSet& changes,
                     const std::vector<std::string>& paths) {
    outcome_.dropped_count = changes.dropped.size() - changes.corrected_before;
    index::learn_gazetteer(entities_);
    if (previous_ && changes.is_empty()) {
      return options_.gazetteer ? update_identities(entities_, *previous_) : Result<void>();
    }
    const Result<std::uint64_t> count =
        Publisher(lock_, previous_, options_.on_step).publish(segments, changes, entities_, paths);
    if (!count) return tl::unexpected(count.error());
    outcome_.statement_count = *count;
    return {};
  }

  const BuildOptions& options_;
  const index::IndexLock& lock_;
  std::optional<index::Generation> previous_;
  std::unique_ptr<IndexedStatements> before_;
  std::optional<SourceTracker> tracker_;
  index::EntityTableBuilder entities_;
  std::optional<WorkArea> area_;
  std::optional<SegmentSet> segments_;
  std::unique_ptr<ResumedSegments> resumed_;
  std::vector<std::string> erased_;
  IndexOutcome outcome_;
};

}  // namespace

Result<IndexOutcome> build_index(const BuildOptions& options, const PipelineOptions& pipeline,
                                 const entity::Extractor& extractor, Report& report) {
  const Result<index::IndexLock> lock = index::IndexLock::acquire(options.index);
  if (!lock) return tl::unexpected(lock.error());
  return index::guarded(options.index.string(),
                        [&] { return Build(options, *lock).read(pipeline, extractor, report); });
}

Result<void> learn_gazetteer(const BuildOptions& options) {
  if (const auto published = index::published_generation(options.index); !published) {
    return tl::unexpected(published.error());
  }
  const Result<index::IndexLock> lock = index::IndexLock::acquire(options.index);
  if (!lock) return tl::unexpected(lock.error());
  return Build(options, *lock).learn();
}

Result<IndexOutcome> remove_from_index(const BuildOptions& options,
                                       const std::vector<std::string>& names) {
  // Asked first, for taking the lock would make a folder.
  if (const auto published = index::published_generation(options.index); !published) {
    return tl::unexpected(published.error());
  }
  const Result<index::IndexLock> lock = index::IndexLock::acquire(options.index);
  if (!lock) return tl::unexpected(lock.error());
  return index::guarded(options.index.string(),
                        [&] { return Build(options, *lock).remove(names); });
}

}  // namespace bayan::indexer
