#include "indexer/segment_writer.h"

#include "common/index/xapian_wall.h"

namespace bayan::indexer {
namespace {

// Larger segments give a smaller index, for a merge keeps the chunks of its posting lists, but
// take longer to write and more memory: tools/bench/INDEX-FORMAT.md has the measurements.
constexpr std::uint32_t kSegmentStatements = 1000;
constexpr std::size_t kSegmentTextBytes = std::size_t{8} << 20;

}  // namespace

SegmentSet::Opened SegmentSet::open_segment() {
  const std::lock_guard lock(mutex_);
  const auto number = static_cast<std::uint32_t>(segments_.size());
  segments_.push_back({directory_ / ("segment-" + std::to_string(number)), {}});
  return {number, segments_.back().path};
}

void SegmentSet::note_statement(const std::string& id, std::uint64_t sequence,
                                std::uint32_t segment, Xapian::docid document) {
  const std::lock_guard lock(mutex_);
  const auto [place, is_new] = places_.try_emplace(id, Place{sequence, segment, document});
  if (is_new) return;
  ++superseded_count_;
  Place& known = place->second;
  if (sequence < known.sequence) {
    segments_[segment].superseded.push_back(document);
    return;
  }
  segments_[known.segment].superseded.push_back(known.document);
  known = {sequence, segment, document};
}

std::vector<std::string> SegmentSet::take_ids() {
  std::vector<std::string> ids;
  ids.reserve(places_.size());
  for (const auto& [id, place] : places_) ids.push_back(id);
  return ids;
}

void SegmentWriter::begin_segment() {
  const SegmentSet::Opened segment = segments_.open_segment();
  open_.emplace(
      Open{segment, Xapian::WritableDatabase(segment.path.string(), Xapian::DB_CREATE_OR_OVERWRITE |
                                                                        Xapian::DB_NO_SYNC |
                                                                        Xapian::DB_BACKEND_GLASS)});
}

Result<void> SegmentWriter::add(const statement::Statement& statement, std::uint64_t sequence) {
  return index::guarded("the new index", [&]() -> Result<void> {
    if (!open_) begin_segment();
    const Xapian::docid document = open_->database.add_document(builder_.build(statement));
    segments_.note_statement(statement.id, sequence, open_->segment.number, document);
    ++open_->statement_count;
    open_->text_bytes += statement.title.size() + statement.body.size();
    if (open_->statement_count >= kSegmentStatements || open_->text_bytes >= kSegmentTextBytes) {
      return finish();
    }
    return {};
  });
}

Result<void> SegmentWriter::finish() {
  if (!open_) return {};
  return index::guarded("the new index", [&] {
    open_->database.commit();
    open_->database.close();
    open_.reset();
  });
}

}  // namespace bayan::indexer
