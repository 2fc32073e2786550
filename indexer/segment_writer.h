#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/base/error.h"
#include "common/index/entity_table.h"
#include "common/statement/statement.h"
#include "indexer/document_builder.h"

/// Bulk building: each worker fills small throw-away databases, segments, which are merged once all
/// statements are read (merger.h). Small segments are what makes it fast: Xapian's buffer costs
/// more than in proportion to what it holds, and merging sorted tables is cheap.
namespace bayan::indexer {

/// The segments of one run, and which of their documents are superseded; shared by the workers.
class SegmentSet {
 public:
  explicit SegmentSet(std::filesystem::path directory) : directory_(std::move(directory)) {}

  struct Segment {
    std::filesystem::path path;
    /// Documents whose id came again later in the input: to be deleted before the merge.
    std::vector<Xapian::docid> superseded;
  };

  /// The number and folder of a new segment.
  struct Opened {
    std::uint32_t number;
    std::filesystem::path path;
  };
  [[nodiscard]] Opened open_segment();

  /// Notes where the statement with that id lies. One id is one statement: the one with the largest
  /// `sequence` (place in the input) stays, others are marked superseded.
  void note_statement(const std::string& id, std::uint64_t sequence, std::uint32_t segment,
                      Xapian::docid document);

  // For the merge, when the workers are done:
  [[nodiscard]] const std::vector<Segment>& segments() const { return segments_; }
  [[nodiscard]] std::vector<std::string> take_ids();
  [[nodiscard]] std::uint64_t statement_count() const { return places_.size(); }
  [[nodiscard]] std::uint64_t superseded_count() const { return superseded_count_; }

 private:
  struct Place {
    std::uint64_t sequence;
    std::uint32_t segment;
    Xapian::docid document;
  };
  std::filesystem::path directory_;
  std::mutex mutex_;
  std::vector<Segment> segments_;
  std::unordered_map<std::string, Place> places_;  ///< by id
  std::uint64_t superseded_count_ = 0;
};

/// One worker's end of the set; used by one thread.
class SegmentWriter {
 public:
  SegmentWriter(SegmentSet& segments, index::EntityTableBuilder& entities)
      : segments_(segments), builder_(entities) {}

  /// Adds one statement; `sequence` is its place in the input. An error means that the disk took no
  /// more: the run cannot go on, and what was published before stays as it is.
  [[nodiscard]] Result<void> add(const statement::Statement& statement, std::uint64_t sequence);

  /// Closes the segment that is open; call once after the last statement.
  [[nodiscard]] Result<void> finish();

 private:
  struct Open {
    SegmentSet::Opened segment;
    Xapian::WritableDatabase database;
    std::uint32_t statement_count = 0;
    std::size_t text_bytes = 0;
  };
  void begin_segment();

  SegmentSet& segments_;
  DocumentBuilder builder_;
  std::optional<Open> open_;
};

}  // namespace bayan::indexer
