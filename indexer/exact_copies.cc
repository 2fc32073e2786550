#include "indexer/exact_copies.h"

#include <algorithm>
#include <span>

#include "common/index/schema.h"

namespace bayan::indexer {
namespace {

using Place = Resolution::Place;
using Copy = Resolution::Copy;

/// Adds sources to the statement's list, which may stand in `changes` or in the index before.
void list_sources(const std::string& id, const std::string& own_path,
                  const std::vector<std::string>& more, const IndexedStatements* before,
                  ChangeSet& changes) {
  const std::string term = index::make_term(index::FieldId::kId, id);
  std::vector<std::string> paths;
  const auto planned = std::ranges::find(changes.sharers.rbegin(), changes.sharers.rend(), term,
                                         [](const auto& entry) { return entry.first; });
  if (planned != changes.sharers.rend()) {
    paths = planned->second;
  } else if (before != nullptr) {
    paths = before->sharers_of(id);
  }
  if (paths.empty()) paths.push_back(own_path);
  for (const std::string& path : more) {
    if (std::ranges::find(paths, path) == paths.end()) paths.push_back(path);
  }
  if (paths.size() > 1) changes.sharers.emplace_back(term, std::move(paths));
}

std::vector<std::string> paths_of(std::span<const Copy> copies, const SourceTracker& tracker) {
  std::vector<std::string> paths;
  for (const Copy& copy : copies) {
    for (const std::uint32_t source : copy.sources) paths.push_back(tracker.path_of(source));
  }
  return paths;
}

void drop_copies(std::span<const Copy> copies, ChangeSet& changes) {
  for (const Copy& copy : copies) changes.resolution.superseded.push_back(copy.place);
  changes.resolution.copy_count += copies.size();
}

}  // namespace

std::string id_at(const SegmentSet& segments, const IndexedStatements* before, const Place& place) {
  if (place.segment == kIndexBefore) {
    return before->database().get_document(place.document).get_value(index::kIdSlot);
  }
  const auto segment =
      std::ranges::find(segments.segments(), place.segment, &WorkArea::Segment::number);
  return Xapian::Database(segment->path.string())
      .get_document(place.document)
      .get_value(index::kIdSlot);
}

void merge_exact_copies(const SourceTracker& tracker, const SegmentSet& segments,
                        const IndexedStatements* before, ChangeSet& changes) {
  Resolution& resolution = changes.resolution;
  const std::vector<Xapian::docid> outdated = outdated_documents(changes);
  const std::size_t superseded_before = resolution.superseded.size();
  const std::span<const Copy> all = resolution.copies;
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin + 1;
    while (end < all.size() && all[end].hash == all[begin].hash) ++end;
    const std::span<const Copy> alike = all.subspan(begin, end - begin);
    begin = end;
    Xapian::docid held = 0;
    if (before != nullptr) {
      held = before->find_copy(alike.front().hash, [&](Xapian::docid document) {
        return !std::ranges::binary_search(outdated, document);
      });
    }
    if (held != 0) {
      list_sources(before->database().get_document(held).get_value(index::kIdSlot),
                   before->path_of(held), paths_of(alike, tracker), before, changes);
      drop_copies(alike, changes);
    } else if (alike.size() > 1) {
      list_sources(id_at(segments, before, alike.front().place),
                   tracker.path_of(alike.front().sources.back()), paths_of(alike, tracker), before,
                   changes);
      drop_copies(alike.subspan(1), changes);
    }
  }
  if (resolution.superseded.size() == superseded_before) return;
  std::ranges::sort(resolution.superseded, Resolution::is_before);
  std::erase_if(resolution.kept, [&](const Resolution::Kept& kept) {
    return std::ranges::binary_search(resolution.superseded, kept.place, Resolution::is_before);
  });
}

}  // namespace bayan::indexer
