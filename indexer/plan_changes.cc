#include "indexer/plan_changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "common/index/schema.h"
#include "common/index/xapian_wall.h"
#include "indexer/corrections.h"
#include "indexer/exact_copies.h"
#include "indexer/file_state.h"
#include "indexer/sources.h"

namespace bayan::indexer {
namespace {

using index::FieldId;

bool is_at_or_below(const std::string& path, const std::string& root) {
  if (root == ".") return !path.starts_with('/');
  return path == root ||
         (path.starts_with(root) && (root.ends_with('/') || path[root.size()] == '/'));
}

bool is_moved_from(const SourceTracker& tracker, const std::string& path) {
  return std::ranges::find(tracker.moves(), path, &SourceTracker::Move::from) !=
         tracker.moves().end();
}

/// Statements whose text came from a source that no longer holds them.
std::vector<Xapian::docid> orphans(const SourceTracker& tracker, const IndexedStatements& before,
                                   const std::vector<std::string>& erased) {
  std::vector<Xapian::docid> documents;
  const auto add = [&](const std::string& path) {
    const std::vector<Xapian::docid> unseen = before.unseen_of(path);
    documents.insert(documents.end(), unseen.begin(), unseen.end());
  };
  for (const std::string& path : tracker.read_whole()) {
    if (tracker.before().contains(path)) add(path);
  }
  for (const std::string& path : erased) add(path);
  std::ranges::sort(documents);
  const auto repeated = std::ranges::unique(documents);
  documents.erase(repeated.begin(), repeated.end());
  return documents;
}

/// Brings the lists of sharers up to date. Of two entries for one statement the later holds.
void plan_sharers(const SourceTracker& tracker, const SegmentSet& segments,
                  const IndexedStatements* before,
                  const std::function<bool(const std::string&)>& is_gone, ChangeSet& changes) {
  if (before != nullptr) {
    for (const auto& [id_term, paths] : before->all_sharers()) {
      std::vector<std::string> left = paths;
      std::erase_if(left, is_gone);
      if (before->is_seen(id_term)) left.clear();  // what was met says it anew, below
      if (left != paths) changes.sharers.emplace_back(id_term, std::move(left));
    }
  }
  for (const Resolution::Shared& shared : changes.resolution.shared) {
    std::vector<std::string> paths;
    for (const std::uint32_t source : shared.sources) paths.push_back(tracker.path_of(source));
    changes.sharers.emplace_back(
        index::make_term(FieldId::kId, id_at(segments, before, shared.place)), std::move(paths));
  }
}

}  // namespace

std::vector<std::string> vanished_sources(const SourceTracker& tracker,
                                          const std::vector<std::string>& roots) {
  std::vector<std::string> vanished;
  for (const std::string& named : roots) {
    const std::string root = tidy_path(named).string();
    if (named == "-" || has_vanished(root)) continue;
    for (const auto& [path, record] : tracker.before()) {
      if (is_at_or_below(path, root) && !is_moved_from(tracker, path) && has_vanished(path)) {
        vanished.push_back(path);
      }
    }
  }
  return vanished;
}

std::set<std::string> bereft_sources(const SourceTracker& tracker, const IndexedStatements& before,
                                     const std::vector<std::string>& erased) {
  std::set<std::string> bereft;
  for (const Xapian::docid document : orphans(tracker, before, erased)) {
    const std::string id = before.database().get_document(document).get_value(index::kIdSlot);
    for (const std::string& path : before.sharers_of(id)) {
      const bool is_left = tracker.before().contains(path) &&
                           !tracker.read_whole().contains(path) &&
                           std::ranges::find(erased, path) == erased.end();
      if (is_left && !has_vanished(path)) bereft.insert(path);
    }
  }
  return bereft;
}

ChangeSet plan_changes(SourceTracker& tracker, SegmentSet& segments,
                       const IndexedStatements* before, const std::vector<std::string>& erased) {
  ChangeSet changes;
  const auto is_gone = [&](const std::string& path) {
    return tracker.read_whole().contains(path) || std::ranges::find(erased, path) != erased.end();
  };
  changes.resolution = segments.places().resolve(
      [&](std::uint32_t source) { return is_gone(tracker.path_of(source)); });
  if (before != nullptr) changes.dropped = orphans(tracker, *before, erased);
  plan_sharers(tracker, segments, before, is_gone, changes);
  merge_exact_copies(tracker, segments, before, changes);
  replace_corrected(segments, before, changes);
  for (const auto& [path, record] : tracker.changed()) changes.sources.push_back(record);
  changes.erased_sources = erased;
  for (const SourceTracker::Move& move : tracker.moves()) {
    changes.erased_sources.push_back(move.from);
  }
  return changes;
}

namespace {

/// All that lies at or below a path of the index; members of archives are paths too.
std::vector<Xapian::docid> documents_below(const std::string& path,
                                           const Xapian::Database& statements) {
  const std::string term = index::make_term(FieldId::kPath, path);
  return {statements.postlist_begin(term), statements.postlist_end(term)};
}

void plan_removal_of_id(Xapian::docid document, const std::string& id_term,
                        const Xapian::Database& statements, ChangeSet& changes) {
  const std::string bytes = statements.get_document(document).get_value(index::kFingerprintSlot);
  changes.dropped.push_back(document);
  changes.sharers.emplace_back(id_term, std::vector<std::string>{});
  changes.removed.emplace_back(
      id_term, statement::decode_fingerprint(bytes).value_or(statement::Fingerprint{}).content);
}

bool plan_removal_of(const std::string& name, const SourceTracker& tracker,
                     const Xapian::Database& statements, ChangeSet& changes) {
  const std::string id_term = index::make_term(FieldId::kId, name);
  const auto posting = statements.postlist_begin(id_term);
  if (posting != statements.postlist_end(id_term)) {
    plan_removal_of_id(*posting, id_term, statements, changes);
    return true;
  }
  const std::string path = tidy_path(name).string();
  const std::size_t erased_before = changes.erased_sources.size();
  for (const auto& [source, record] : tracker.before()) {
    if (is_at_or_below(source, path)) changes.erased_sources.push_back(source);
  }
  const std::vector<Xapian::docid> documents = documents_below(path, statements);
  const bool are_sources = changes.erased_sources.size() > erased_before;
  for (const Xapian::docid document : documents) {
    if (are_sources) {
      changes.dropped.push_back(document);
      continue;
    }
    // A member of an archive that stays: like single statements.
    const std::string id = statements.get_document(document).get_value(index::kIdSlot);
    plan_removal_of_id(document, index::make_term(FieldId::kId, id), statements, changes);
  }
  return are_sources || !documents.empty();
}

}  // namespace

Result<ChangeSet> plan_removal(const std::vector<std::string>& names, const SourceTracker& tracker,
                               const IndexedStatements& before) {
  return index::guarded("the index", [&]() -> Result<ChangeSet> {
    ChangeSet changes;
    for (const std::string& name : names) {
      if (!plan_removal_of(name, tracker, before.database(), changes)) {
        return fail(ErrorKind::kUsage,
                    fmt::format("--remove: «{}» is no statement and no source of the index", name),
                    "ids and locations stand in the results of bayan-searcher --format json");
      }
    }
    std::ranges::sort(changes.dropped);
    const auto repeated = std::ranges::unique(changes.dropped);
    changes.dropped.erase(repeated.begin(), repeated.end());
    return changes;
  });
}

}  // namespace bayan::indexer
