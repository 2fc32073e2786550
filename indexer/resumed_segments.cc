#include "indexer/resumed_segments.h"

#include <algorithm>

#include "common/index/schema.h"
#include "common/index/text_dictionaries.h"

namespace bayan::indexer {
namespace {

/// Statements come back roughly in the order in which the workers took them.
constexpr std::size_t kMostOpen = 8;

}  // namespace

ResumedSegments::ResumedSegments(const std::vector<WorkArea::Segment>& segments,
                                 index::EntityTableBuilder& entities)
    : segments_(segments), builder_(entities) {
  for (const WorkArea::Segment& segment : segments) {
    const Xapian::Database database(segment.path.string());
    auto fingerprint = database.valuestream_begin(index::kFingerprintSlot);
    for (auto id = database.valuestream_begin(index::kIdSlot);
         id != database.valuestream_end(index::kIdSlot); ++id, ++fingerprint) {
      entries_.push_back(
          {hash_of_id(*id),
           statement::decode_fingerprint(*fingerprint).value_or(statement::Fingerprint{}),
           {segment.number, id.get_docid()}});
    }
  }
  std::ranges::sort(entries_, {}, &Entry::id);
}

std::optional<ResumedSegments::Place> ResumedSegments::claim(
    const std::string& id, const statement::Fingerprint& fingerprint) {
  for (Entry& entry : std::ranges::equal_range(entries_, hash_of_id(id), {}, &Entry::id)) {
    if (entry.is_claimed || entry.fingerprint != fingerprint) continue;
    const Open& open = segment(entry.place.segment);
    const Result<statement::Statement> stored =
        open.decoder.decode(open.database.get_document(entry.place.document).get_data());
    if (!stored) return std::nullopt;
    builder_.count_entities(*stored);
    entry.is_claimed = true;
    return entry.place;
  }
  return std::nullopt;
}

const ResumedSegments::Open& ResumedSegments::segment(std::uint32_t number) {
  const auto found = std::ranges::find(open_, number, &Open::number);
  if (found != open_.end()) {
    open_.splice(open_.begin(), open_, found);
  } else {
    if (open_.size() == kMostOpen) open_.pop_back();
    const auto known = std::ranges::find(segments_, number, &WorkArea::Segment::number);
    Xapian::Database database(known->path.string());
    statement::Decoder decoder = index::decoder_of(database);
    open_.push_front({number, std::move(database), std::move(decoder)});
  }
  return open_.front();
}

std::vector<Resolution::Place> ResumedSegments::unclaimed() const {
  std::vector<Resolution::Place> places;
  for (const Entry& entry : entries_) {
    if (!entry.is_claimed) places.push_back({entry.place.segment, entry.place.document});
  }
  std::ranges::sort(places, {}, [](const Resolution::Place& place) {
    return std::pair(place.segment, place.document);
  });
  return places;
}

}  // namespace bayan::indexer
