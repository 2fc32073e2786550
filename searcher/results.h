#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "searcher/explanation.h"
#include "searcher/request.h"
#include "searcher/score_parts.h"

/// The answer to a query as plain values; views format it and ask nothing more.
namespace bayan::searcher {

/// A passage of a statement in its own spelling; highlights are byte ranges in `text`, rising and
/// apart.
struct Snippet {
  std::string text;
  std::vector<std::pair<std::size_t, std::size_t>> highlights;
};

struct ResultPerson {
  std::string key;
  std::string name;
  std::string position;
};

struct SearchResult {
  std::size_t rank = 0;
  std::string id;
  double score = 0;
  Snippet title;
  std::string date;
  std::string issuer;
  std::string location;
  std::string url;
  std::vector<ResultPerson> persons;
  std::vector<std::string> countries;
  std::vector<std::string> sources;  ///< all files that hold it; empty where it is one
  std::uint64_t older_versions = 0;  ///< with the same id, replaced by this one
  std::uint64_t similar = 0;         ///< near-duplicates among the matches that it stands for
  Snippet snippet;
  /// Where it is explained, and the second stage ranked it.
  std::optional<ScoreParts> parts;
};

struct FacetValue {
  std::string key;
  std::string name;
  std::uint64_t count = 0;
  /// What finds those statements as a filter, where it was asked for: note_filters().
  std::string filter = {};
};

struct Facet {
  std::string field;
  std::vector<FacetValue> values;  ///< most frequent first, ties by key
  std::size_t distinct = 0;        ///< how many there are to list
};

/// «month» or «year».
[[nodiscard]] constexpr const char* unit_name(TimelineUnit unit) {
  return unit == TimelineUnit::kYear ? "year" : "month";
}

/// How many statements there are over time.
struct Timeline {
  struct Period {
    std::string period;  ///< 2024-07, or 2024
    std::uint64_t count = 0;
  };
  TimelineUnit unit = TimelineUnit::kMonth;
  std::vector<Period> periods;  ///< from the first that has some to the last, without gaps
  std::uint64_t undated = 0;
};

/// Another query that statements hold all the words of.
struct Suggestion {
  std::string query;
  std::uint64_t count = 0;
};

/// The statement that those of an answer are like.
struct SimilarTo {
  std::string id;
  std::string title;
};

struct Answer {
  std::string query;
  std::string match;  ///< "all" or "any": what total and facets count
  std::uint64_t total = 0;
  std::uint64_t with_all_words = 0;
  std::size_t left_out_words = 0;  ///< of a long query: the least telling, not asked for
  bool is_as_typed = false;        ///< a long query, its words without their inflections
  std::vector<SearchResult> results;
  std::vector<Facet> facets;
  std::optional<Timeline> timeline;
  std::vector<Suggestion>
      suggestions;  ///< likeliest first; only where next to nothing holds all the words
  std::optional<Explanation> explanation;  ///< where it is asked for
  std::vector<RequestedEntity> together;   ///< what all of them name; then they stand by years
  std::optional<SimilarTo> similar_to;     ///< then `total` is how many are listed
  std::string shown_for;  ///< in the text view: the query without matches that `query` stands for
};

}  // namespace bayan::searcher
