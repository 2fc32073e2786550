#include "indexer/statement_places.h"

#include <xxhash.h>

#include <algorithm>
#include <set>
#include <span>
#include <tuple>

namespace bayan::indexer {
namespace {

using Place = Resolution::Place;

/// Distinct sources in the order in which they were read last.
std::vector<std::uint32_t> sources_of(std::span<const StatementEvent> events,
                                      const std::function<bool(std::uint32_t)>& was_read) {
  std::vector<std::uint32_t> sources;
  for (const StatementEvent& event : events) {
    if (event.sequence == 0 && was_read(event.source)) continue;
    std::erase(sources, event.source);
    sources.push_back(event.source);
  }
  return sources;
}

std::uint32_t count_older(std::span<const StatementEvent> events, std::uint64_t content) {
  std::set<std::uint64_t> contents;
  for (const StatementEvent& event : events) {
    if (event.segment != kIndexBefore && event.content != content) contents.insert(event.content);
  }
  return static_cast<std::uint32_t>(contents.size());
}

/// The events of one id, rising by sequence.
void resolve_one(std::span<const StatementEvent> events,
                 const std::function<bool(std::uint32_t)>& was_read, Resolution& resolution) {
  const StatementEvent& last = events.back();
  const Place place{last.segment, last.document};
  for (const StatementEvent& event : events.first(events.size() - 1)) {
    if (event.segment != kIndexBefore && event.sequence != 0) {
      resolution.superseded.push_back({event.segment, event.document});
    }
  }
  if (last.segment != kIndexBefore) {
    resolution.kept.push_back(
        {place, last.indexed_as, count_older(events, last.content), last.sequence, last.url});
    if (last.indexed_as != 0) ++resolution.replaced_count;
  }
  std::vector<std::uint32_t> sources = sources_of(events, was_read);
  if (last.segment != kIndexBefore && last.copy != 0 && last.indexed_as == 0) {
    resolution.copies.push_back({last.copy, last.sequence, place, sources});
  }
  if (sources.size() > 1) {
    resolution.shared.push_back({last.id, place, std::move(sources)});
  }
}

}  // namespace

IdHash hash_of_id(std::string_view id) {
  const XXH128_hash_t hash = XXH3_128bits(id.data(), id.size());
  return {hash.high64, hash.low64};
}

void StatementPlaces::note(const StatementEvent& event) {
  const std::lock_guard lock(mutex_);
  events_.push_back(event);
}

Resolution StatementPlaces::resolve(const std::function<bool(std::uint32_t)>& was_read) {
  const std::lock_guard lock(mutex_);
  std::ranges::stable_sort(events_, {}, [](const StatementEvent& event) {
    return std::tuple(event.id, event.sequence);
  });
  Resolution resolution;
  for (std::size_t begin = 0; begin < events_.size();) {
    std::size_t end = begin + 1;
    while (end < events_.size() && events_[end].id == events_[begin].id) ++end;
    resolve_one(std::span(events_).subspan(begin, end - begin), was_read, resolution);
    begin = end;
  }
  events_ = {};
  std::ranges::sort(resolution.kept, Resolution::is_before, &Resolution::Kept::place);
  std::ranges::sort(resolution.superseded, Resolution::is_before);
  std::ranges::sort(resolution.copies, {}, [](const Resolution::Copy& copy) {
    return std::pair(copy.hash, copy.sequence);
  });
  return resolution;
}

}  // namespace bayan::indexer
