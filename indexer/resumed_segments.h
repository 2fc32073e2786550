#pragma once

#include <xapian.h>

#include <cstdint>
#include <list>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/statement/fingerprint.h"
#include "indexer/document_builder.h"
#include "indexer/statement_places.h"
#include "indexer/work_area.h"

namespace bayan::indexer {

/// The statements in the finished segments of an interrupted run. A statement that is read again
/// and is the same is claimed and needs no work; what nobody claims is left out of the merge. Used
/// by the reading thread; throws Xapian's exceptions.
class ResumedSegments {
 public:
  ResumedSegments(const std::vector<WorkArea::Segment>& segments,
                  index::EntityTableBuilder& entities);

  struct Place {
    std::uint32_t segment;
    Xapian::docid document;
  };
  /// The place of the statement with that id and fingerprint, once; its entities are counted.
  [[nodiscard]] std::optional<Place> claim(const std::string& id,
                                           const statement::Fingerprint& fingerprint);

  /// What was not claimed, sorted by place.
  [[nodiscard]] std::vector<Resolution::Place> unclaimed() const;

 private:
  struct Entry {
    IdHash id;
    statement::Fingerprint fingerprint;
    Place place;
    bool is_claimed = false;
  };
  struct Open {
    std::uint32_t number;
    Xapian::Database database;
    statement::Decoder decoder;
  };
  [[nodiscard]] const Open& segment(std::uint32_t number);

  const std::vector<WorkArea::Segment>& segments_;
  DocumentBuilder builder_;
  std::vector<Entry> entries_;  ///< sorted by id
  std::list<Open> open_;        ///< last used first, few
};

}  // namespace bayan::indexer
