#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/index/schema.h"

namespace bayan::searcher {

enum class MatchMode { kAuto, kAll, kAny };
enum class TimelineUnit { kMonth, kYear };
enum class SortOrder { kRelevance, kNewest, kOldest };

/// One --country FR,BH: any of the values; several of them all hold.
struct Filter {
  index::FieldId field;
  std::string values;  ///< as typed, between commas
  bool is_excluded = false;
};

/// An entity of the table, as it was found; a country that no statement names has the id 0.
struct RequestedEntity {
  index::FieldId field;
  std::uint32_t id = 0;
  std::string key;  ///< of a country its code
  std::string name;
};

/// What is asked of an index.
struct Request {
  std::string query;
  std::vector<Filter> filters;
  std::vector<RequestedEntity> together;  ///< all of them are named
  std::string since;                      ///< a day, month or year; empty for none
  std::string until;
  MatchMode match = MatchMode::kAuto;
  SortOrder sort = SortOrder::kRelevance;
  std::vector<index::FieldId> facets;
  std::size_t facet_values = 10;  ///< how many a facet lists; 0: all
  std::string facet_find;         ///< list those alone whose names hold words that begin so
  std::optional<TimelineUnit> timeline;
  bool lists_results = true;
  std::size_t offset = 0;
  std::size_t count = 10;
  bool with_snippets = true;
  bool collapses = true;  ///< of near-duplicates only the best is shown
  bool explains = false;  ///< how it was understood, and each score
};

}  // namespace bayan::searcher
