#pragma once

#include <string>
#include <vector>

#include "common/index/schema.h"

namespace bayan::searcher {

enum class MatchMode { kAuto, kAll, kAny };
enum class SortOrder { kRelevance, kNewest, kOldest };

/// One --country FR,BH: any of the values; several of them all hold.
struct Filter {
  index::FieldId field;
  std::string values;  ///< as typed, between commas
  bool is_excluded = false;
};

/// What is asked of an index.
struct Request {
  std::string query;
  std::vector<Filter> filters;
  std::string since;  ///< a day, month or year; empty for none
  std::string until;
  MatchMode match = MatchMode::kAuto;
  SortOrder sort = SortOrder::kRelevance;
  std::vector<index::FieldId> facets;
  std::size_t facet_values = 10;  ///< how many a facet lists; 0: all
  std::string facet_find;         ///< list those alone whose names hold words that begin so
  bool lists_results = true;
  std::size_t offset = 0;
  std::size_t count = 10;
  bool with_snippets = true;
  bool collapses = true;  ///< of near-duplicates only the best is shown
  bool explains = false;  ///< how it was understood, and each score
};

}  // namespace bayan::searcher
