#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <vector>

#include "common/base/error.h"
#include "common/index/entity_table.h"
#include "common/index/glass/database_writer.h"
#include "common/statement/statement.h"
#include "indexer/document_builder.h"
#include "indexer/pipeline.h"
#include "indexer/statement_places.h"
#include "indexer/work_area.h"

/// Bulk building: each worker fills small throw-away databases, segments, which are merged once all
/// statements are read (merger.h). A segment is written once, from arrays and not by Xapian
/// (glass/database_writer.h); one that is finished is sealed, and survives the run (work_area.h).
namespace bayan::indexer {

/// The segments of one run, shared by the workers.
class SegmentSet {
 public:
  /// `area` must outlive the set; the segments that it took over are the first ones. A segment is
  /// written when it holds so many bytes of text: a merge keeps the chunks of its posting lists, so
  /// that larger segments give a smaller index.
  /// `text_dictionary` is that of the statements before, or empty.
  SegmentSet(WorkArea& area, std::size_t segment_text_bytes, std::string text_dictionary = {});

  /// The number and folder of a new segment.
  [[nodiscard]] WorkArea::Segment open_segment();
  [[nodiscard]] WorkArea& area() { return area_; }
  [[nodiscard]] StatementPlaces& places() { return places_; }
  [[nodiscard]] statement::SharedDictionary& text_dictionary() { return text_dictionary_; }
  [[nodiscard]] std::size_t segment_text_bytes() const { return segment_text_bytes_; }
  /// All segments, by number, when the workers are done.
  [[nodiscard]] const std::vector<WorkArea::Segment>& segments() const { return segments_; }

 private:
  WorkArea& area_;
  std::size_t segment_text_bytes_;
  statement::SharedDictionary text_dictionary_;
  StatementPlaces places_;
  std::mutex mutex_;
  std::vector<WorkArea::Segment> segments_;
  std::uint32_t next_number_ = 0;
};

/// One worker's end of the set; used by one thread.
class SegmentWriter {
 public:
  /// `before` is the folder of the statements that the run builds upon; empty if there are none.
  SegmentWriter(SegmentSet& segments, index::EntityTableBuilder& entities,
                std::filesystem::path before = {})
      : segments_(segments),
        builder_(entities, &segments.text_dictionary()),
        before_path_(std::move(before)) {}

  /// Adds one statement. An error means that the disk took no more: the run cannot go on, and what
  /// was published before stays as it is.
  [[nodiscard]] Result<void> add(const statement::Statement& statement, const Origin& origin);

  /// Adds a statement of the index before, at another place.
  [[nodiscard]] Result<void> add_moved(const statement::Location& location, const Origin& origin);

  /// Closes the segment that is open; call once after the last statement.
  [[nodiscard]] Result<void> finish();

 private:
  struct Open {
    WorkArea::Segment segment;
    index::glass::DatabaseWriter database;
    std::uint32_t statement_count = 0;
    std::size_t text_bytes = 0;

    Open(WorkArea::Segment place, const std::filesystem::path& folder)
        : segment(std::move(place)), database(folder) {}
  };
  void begin_segment();
  [[nodiscard]] Result<void> add_document(const index::DocumentDraft& document,
                                          const std::string& id, std::size_t text_bytes,
                                          const Origin& origin);

  SegmentSet& segments_;
  DocumentBuilder builder_;
  std::filesystem::path before_path_;
  std::optional<Xapian::Database> before_;
  std::optional<statement::Decoder> before_decoder_;
  std::optional<Open> open_;
};

}  // namespace bayan::indexer
