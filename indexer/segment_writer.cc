#include "indexer/segment_writer.h"

#include "common/base/fault_point.h"
#include "common/index/schema.h"
#include "common/index/text_dictionaries.h"
#include "common/index/xapian_wall.h"

namespace bayan::indexer {
namespace {

/// Of statements of a few words terms are few and values weigh.
constexpr std::uint32_t kSegmentStatements = 20'000;

constexpr std::string_view kPlace = "the new index";

}  // namespace

SegmentSet::SegmentSet(WorkArea& area, std::size_t segment_text_bytes, std::string text_dictionary)
    : area_(area),
      segment_text_bytes_(segment_text_bytes),
      text_dictionary_(std::move(text_dictionary)),
      segments_(area.segments()) {
  if (!segments_.empty()) next_number_ = segments_.back().number + 1;
}

WorkArea::Segment SegmentSet::open_segment() {
  const std::lock_guard lock(mutex_);
  segments_.push_back({next_number_, area_.segment_path(next_number_)});
  ++next_number_;
  return segments_.back();
}

void SegmentWriter::begin_segment() {
  WorkArea::Segment segment = segments_.open_segment();
  const std::filesystem::path folder = segment.path;
  open_.emplace(std::move(segment), folder);
}

Result<void> SegmentWriter::add(const statement::Statement& statement, const Origin& origin) {
  return index::guarded(kPlace, [&] {
    return add_document(builder_.build(statement, {origin.fingerprint, origin.older_versions,
                                                   origin.copy, origin.url, origin.format}),
                        statement.id, statement.title.size() + statement.body.size(), origin);
  });
}

Result<void> SegmentWriter::add_moved(const statement::Location& location, const Origin& origin) {
  return index::guarded(kPlace, [&]() -> Result<void> {
    if (!before_) {
      before_.emplace(before_path_.string());
      before_decoder_ = index::decoder_of(*before_);
    }
    Xapian::Document document = before_->get_document(origin.indexed_as);
    const Result<statement::Statement> moved =
        builder_.relocate(document, *before_decoder_, location);
    if (!moved) return tl::unexpected(moved.error());
    return add_document(index::DocumentDraft(document), moved->id,
                        moved->title.size() + moved->body.size(), origin);
  });
}

Result<void> SegmentWriter::add_document(const index::DocumentDraft& document,
                                         const std::string& id, std::size_t text_bytes,
                                         const Origin& origin) {
  if (!open_) begin_segment();
  const Xapian::docid number = open_->database.add(document);
  segments_.places().note({.id = hash_of_id(id),
                           .sequence = origin.sequence,
                           .content = origin.fingerprint.content,
                           .copy = origin.copy,
                           .url = origin.url,
                           .segment = open_->segment.number,
                           .document = number,
                           .indexed_as = origin.indexed_as,
                           .source = origin.source});
  ++open_->statement_count;
  open_->text_bytes += text_bytes;
  if (open_->statement_count >= kSegmentStatements ||
      open_->text_bytes >= segments_.segment_text_bytes()) {
    return finish();
  }
  return {};
}

Result<void> SegmentWriter::finish() {
  if (!open_) return {};
  return index::guarded(kPlace, [&] {
    fault_point("segment-open");
    if (const std::string bytes = segments_.text_dictionary().bytes(); !bytes.empty()) {
      open_->database.set_metadata(index::text_dictionary_key(bytes), bytes);
    }
    open_->database.finish();
    fault_point("segment-written");
    const std::uint32_t number = open_->segment.number;
    open_.reset();
    return segments_.area().seal(number);
  });
}

}  // namespace bayan::indexer
