#include "indexer/merger.h"

#include <xapian.h>

#include <future>
#include <vector>

#include "common/index/dictionary.h"
#include "common/index/schema.h"
#include "common/index/xapian_wall.h"

// Segments are merged by Xapian's compaction, which copies sorted tables and looks at no document.
// It would keep two documents of one id, so ids are made unique before: superseded ones are deleted
// from their segment, and those of the index before from a copy of it. Compaction opens all its
// inputs at once, so many segments are merged in tiers.
namespace bayan::indexer {
namespace {

namespace fs = std::filesystem;

/// Inputs of one compaction. Each holds up to six files open.
constexpr std::size_t kFanIn = 96;

void compact(const std::vector<fs::path>& inputs, const fs::path& output) {
  Xapian::Database all;
  for (const fs::path& input : inputs) all.add_database(Xapian::Database(input.string()));
  all.compact(output.string(), Xapian::Compactor::FULL);
}

void delete_superseded(const SegmentSet& segments) {
  for (const SegmentSet::Segment& segment : segments.segments()) {
    if (segment.superseded.empty()) continue;
    Xapian::WritableDatabase database(segment.path.string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
    for (const Xapian::docid document : segment.superseded) database.delete_document(document);
    database.commit();
  }
}

/// Merges groups of inputs into fewer, larger ones until one compaction can take them all.
std::vector<fs::path> merge_tiers(std::vector<fs::path> inputs, const fs::path& directory) {
  for (int tier = 1; inputs.size() > kFanIn; ++tier) {
    std::vector<fs::path> merged;
    for (std::size_t begin = 0; begin < inputs.size(); begin += kFanIn) {
      const std::size_t end = std::min(begin + kFanIn, inputs.size());
      const std::vector<fs::path> group(inputs.begin() + static_cast<std::ptrdiff_t>(begin),
                                        inputs.begin() + static_cast<std::ptrdiff_t>(end));
      merged.push_back(directory /
                       ("tier-" + std::to_string(tier) + "-" + std::to_string(merged.size())));
      compact(group, merged.back());
      for (const fs::path& input : group) fs::remove_all(input);
    }
    inputs = std::move(merged);
  }
  return inputs;
}

/// Ids of this run that the index before holds already.
std::vector<std::string> ids_that_come_anew(SegmentSet& segments, const Xapian::Database& before) {
  std::vector<std::string> terms;
  for (const std::string& id : segments.take_ids()) {
    std::string term = index::make_term(index::FieldId::kId, id);
    if (before.term_exists(term)) terms.push_back(std::move(term));
  }
  return terms;
}

/// The statements of the index before that stay, as an input of the merge; none if all came anew.
struct Kept {
  std::optional<fs::path> input;
  std::uint64_t replaced_count = 0;
};

Kept keep_previous(SegmentSet& segments, const index::Generation& previous,
                   const fs::path& directory) {
  const Xapian::Database before(previous.statements().string());
  const std::vector<std::string> replaced = ids_that_come_anew(segments, before);
  if (replaced.empty()) return {previous.statements(), 0};
  if (replaced.size() == before.get_doccount()) return {std::nullopt, replaced.size()};
  const fs::path copy = directory / "previous";
  fs::copy(previous.statements(), copy, fs::copy_options::recursive);
  Xapian::WritableDatabase database(copy.string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
  for (const std::string& term : replaced) database.delete_document(term);
  database.commit();
  return {copy, replaced.size()};
}

void create_empty(const fs::path& directory) {
  Xapian::WritableDatabase(directory.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS)
      .commit();
}

Result<MergeResult> merge_statements(SegmentSet& segments,
                                     const std::optional<index::Generation>& previous,
                                     const index::Generation& next,
                                     const std::function<void(MergeStep)>& on_step) {
  return index::guarded(next.directory.string(), [&] {
    on_step(MergeStep::kReplace);
    delete_superseded(segments);
    std::vector<fs::path> inputs;
    MergeResult result;
    if (previous) {
      const Kept kept = keep_previous(segments, *previous, next.scratch());
      result.replaced_count = kept.replaced_count;
      if (kept.input) inputs.push_back(*kept.input);
    }
    on_step(MergeStep::kMerge);
    std::vector<fs::path> new_inputs;
    for (const SegmentSet::Segment& segment : segments.segments()) {
      new_inputs.push_back(segment.path);
    }
    for (fs::path& input : merge_tiers(std::move(new_inputs), next.scratch())) {
      inputs.push_back(std::move(input));
    }
    if (inputs.empty()) {
      create_empty(next.statements());
    } else {
      compact(inputs, next.statements());
    }
    result.statement_count = Xapian::Database(next.statements().string()).get_doccount();
    return result;
  });
}

}  // namespace

Result<MergeResult> merge_segments(SegmentSet& segments, const index::EntityTableBuilder& entities,
                                   const std::optional<index::Generation>& previous,
                                   const index::Generation& next,
                                   const std::function<void(MergeStep)>& on_step) {
  // The entity table hangs on nothing that the merge makes, so both run at once.
  std::future<Result<void>> entity_table =
      std::async(std::launch::async, [&] { return entities.write(next.entities()); });
  Result<MergeResult> result = merge_statements(segments, previous, next, on_step);
  const Result<void> entities_written = entity_table.get();
  if (!result) return result;
  if (!entities_written) return tl::unexpected(entities_written.error());
  on_step(MergeStep::kDictionary);
  const Result<void> dictionary = index::guarded(next.directory.string(), [&] {
    return index::write_dictionary(Xapian::Database(next.statements().string()), next.dictionary());
  });
  if (!dictionary) return tl::unexpected(dictionary.error());
  return result;
}

}  // namespace bayan::indexer
