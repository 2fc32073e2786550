#include "indexer/merger.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <future>
#include <vector>

#include "common/base/fault_point.h"
#include "common/index/dictionary.h"
#include "common/index/schema.h"
#include "common/index/settle_identities.h"
#include "common/index/xapian_wall.h"
#include "indexer/near_duplicates.h"

// Segments are merged by Xapian's compaction, which copies sorted tables and looks at no document.
// It would keep two documents of one id, so ids are made unique before: what must go is deleted
// from a copy of its segment, or of the index before; a killed merge so costs no segment.
// Compaction opens all its inputs at once, so many segments are merged in tiers.
namespace bayan::indexer {
namespace {

namespace fs = std::filesystem;

/// Inputs of one compaction. Each holds up to six files open.
constexpr std::size_t kFanIn = 96;

Xapian::Database open_together(const std::vector<fs::path>& inputs) {
  Xapian::Database all;
  for (const fs::path& input : inputs) all.add_database(Xapian::Database(input.string()));
  return all;
}

void compact(const std::vector<fs::path>& inputs, const fs::path& output) {
  open_together(inputs).compact(output.string(), Xapian::Compactor::FULL);
}

/// A copy of a database without some of its documents.
fs::path copy_without(const fs::path& input, const fs::path& copy,
                      const std::vector<Xapian::docid>& documents) {
  fs::copy(input, copy, fs::copy_options::recursive);
  Xapian::WritableDatabase database(copy.string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
  for (const Xapian::docid document : documents) database.delete_document(document);
  database.commit();
  return copy;
}

/// The segments as inputs of the merge: those with documents that must go as copies without them.
std::vector<fs::path> wanted_parts(const std::vector<WorkArea::Segment>& segments,
                                   const ChangeSet& changes, const fs::path& scratch) {
  std::vector<fs::path> inputs;
  for (const WorkArea::Segment& segment : segments) {
    const std::vector<Xapian::docid> unwanted = unwanted_documents(changes, segment.number);
    if (unwanted.empty()) {
      inputs.push_back(segment.path);
    } else if (unwanted.size() < Xapian::Database(segment.path.string()).get_doccount()) {
      inputs.push_back(copy_without(segment.path, scratch / segment.path.filename(), unwanted));
    }
  }
  return inputs;
}

/// The statements of the index before that stay. Even where none does its ledger does.
fs::path keep_previous(const ChangeSet& changes, const index::Generation& previous,
                       const fs::path& scratch) {
  const std::vector<Xapian::docid> outdated = outdated_documents(changes);
  if (outdated.empty()) return previous.statements();
  return copy_without(previous.statements(), scratch / "previous", outdated);
}

/// Merges groups of inputs into fewer, larger ones until one compaction can take them all.
std::vector<fs::path> merge_tiers(std::vector<fs::path> inputs, const fs::path& scratch) {
  for (int tier = 1; inputs.size() > kFanIn; ++tier) {
    std::vector<fs::path> merged;
    for (std::size_t begin = 0; begin < inputs.size(); begin += kFanIn) {
      const std::size_t end = std::min(begin + kFanIn, inputs.size());
      const std::vector<fs::path> group(inputs.begin() + static_cast<std::ptrdiff_t>(begin),
                                        inputs.begin() + static_cast<std::ptrdiff_t>(end));
      merged.push_back(scratch / fmt::format("tier-{}-{}", tier, merged.size()));
      compact(group, merged.back());
      for (const fs::path& input : group) {
        if (input.parent_path() == scratch) fs::remove_all(input);
      }
    }
    inputs = std::move(merged);
  }
  return inputs;
}

void create_empty(const fs::path& directory) {
  Xapian::WritableDatabase(directory.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS)
      .commit();
}

/// Adds to statements of this run how many versions of them the run itself replaced.
void count_older_versions(Xapian::WritableDatabase& database,
                          const std::vector<WorkArea::Segment>& segments,
                          const Resolution& resolution) {
  for (const Resolution::Kept& kept : resolution.kept) {
    if (kept.older_here == 0) continue;
    const auto segment =
        std::ranges::find(segments, kept.place.segment, &WorkArea::Segment::number);
    const std::string id = Xapian::Database(segment->path.string())
                               .get_document(kept.place.document)
                               .get_value(index::kIdSlot);
    const auto posting = database.postlist_begin(index::make_term(index::FieldId::kId, id));
    Xapian::Document document = database.get_document(*posting);
    add_older_versions(document, kept.older_here);
    database.replace_document(*posting, document);
  }
}

/// Writes into merged statements what hangs on all of them. Xapian keeps a changed block beside the
/// old one, so the tables grow by as much as is changed (news.jsonl: the term lists from 41 to 75
/// MB): where something was, they are compacted once more into `output`.
void complete(const fs::path& merged, const std::vector<WorkArea::Segment>& segments,
              const ChangeSet& changes, const fs::path& output) {
  bool is_changed = !changes.corrected.empty() ||
                    std::ranges::any_of(changes.resolution.kept, &Resolution::Kept::older_here);
  {
    Xapian::WritableDatabase database(merged.string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
    count_older_versions(database, segments, changes.resolution);
    count_corrected(database, changes);
    is_changed |= update_clusters(database) > 0;
    database.commit();
  }
  if (is_changed) {
    compact({merged}, output);
    fs::remove_all(merged);
  } else {
    fs::rename(merged, output);
  }
}

/// The databases that the statements of `next` are merged from: those, and no others, are in them.
std::vector<fs::path> prepare_inputs(const std::vector<WorkArea::Segment>& segments,
                                     const ChangeSet& changes,
                                     const std::optional<index::Generation>& previous,
                                     const index::Generation& next,
                                     const std::function<void(MergeStep)>& on_step) {
  on_step(MergeStep::kReplace);
  std::vector<fs::path> inputs;
  if (previous) inputs.push_back(keep_previous(changes, *previous, next.scratch()));
  std::vector<fs::path> parts = wanted_parts(segments, changes, next.scratch());
  on_step(MergeStep::kMerge);
  for (fs::path& input : merge_tiers(std::move(parts), next.scratch())) {
    inputs.push_back(std::move(input));
  }
  return inputs;
}

std::uint64_t merge_statements(const std::vector<fs::path>& inputs,
                               const std::vector<WorkArea::Segment>& segments,
                               const ChangeSet& changes, const index::Generation& next) {
  const fs::path merged = next.scratch() / "merged";
  if (inputs.empty()) {
    create_empty(merged);
  } else {
    compact(inputs, merged);
  }
  complete(merged, segments, changes, next.statements());
  fault_point("merge-compacted");
  Xapian::WritableDatabase database(next.statements().string(),
                                    Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
  write_ledger(database, changes);
  database.commit();
  fault_point("merge-ledger");
  return database.get_doccount();
}

Result<void> write_entities(const index::EntityTableBuilder& entities,
                            const std::vector<fs::path>& inputs, const index::Generation& next) {
  return index::guarded(next.directory.string(), [&] {
    index::EntityEvidence evidence;
    for (const fs::path& input : inputs) evidence.add(Xapian::Database(input.string()));
    return entities.write(next.entities(), index::settle_identities(entities, std::move(evidence)));
  });
}

}  // namespace

Result<std::uint64_t> merge_segments(const std::vector<WorkArea::Segment>& segments,
                                     const ChangeSet& changes,
                                     const index::EntityTableBuilder& entities,
                                     const std::optional<index::Generation>& previous,
                                     const index::Generation& next,
                                     const std::function<void(MergeStep)>& on_step) {
  const std::string place = next.directory.string();
  const Result<std::vector<fs::path>> inputs = index::guarded(
      place, [&] { return prepare_inputs(segments, changes, previous, next, on_step); });
  if (!inputs) return tl::unexpected(inputs.error());
  // The entity table and the dictionary hang on all statements, but neither on one another nor on
  // the statements' being merged: what merging changes (clusters, counts of versions) is in
  // neither.
  std::future<Result<void>> dictionary_written = std::async(std::launch::async, [&] {
    return index::guarded(
        place, [&] { return index::write_dictionary(open_together(*inputs), next.dictionary()); });
  });
  std::future<Result<void>> entity_table =
      std::async(std::launch::async, [&] { return write_entities(entities, *inputs, next); });
  Result<std::uint64_t> count =
      index::guarded(place, [&] { return merge_statements(*inputs, segments, changes, next); });
  on_step(MergeStep::kDictionary);
  const Result<void> entities_written = entity_table.get();
  const Result<void> dictionary = dictionary_written.get();
  if (!count) return count;
  if (!entities_written) return tl::unexpected(entities_written.error());
  if (!dictionary) return tl::unexpected(dictionary.error());
  fault_point("merge-dictionary");
  return count;
}

}  // namespace bayan::indexer
