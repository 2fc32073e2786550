#pragma once

#include <xapian.h>

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/index/index_reader.h"

namespace bayan::searcher {

/// How many statements match, and how often each value of some facets occurs in them: exact.
struct MatchCounts {
  struct OfFacet {
    index::FieldId field;
    std::vector<std::uint64_t> by_id;  ///< by the id that stands for an entity
  };
  std::uint64_t total = 0;
  std::vector<OfFacet> facets;  ///< as they were asked for
  /// Statements by cluster of near-duplicates, where clusters were asked for.
  std::unordered_map<std::string, std::uint64_t> clusters;
};

/// Sees every match of a search and counts the statements and the entities in their facet slots,
/// one place of an array an id. A statement with two keys of one entity counts once. The search has
/// to check all matches, which is for whoever starts it to ask for.
class MatchCounter : public Xapian::MatchSpy {
 public:
  /// `index` must outlive it. Throws what Xapian throws.
  MatchCounter(const index::IndexReader& index, std::span<const index::FieldId> facets,
               bool with_clusters = false);

  void operator()(const Xapian::Document& document, double weight) override;

  /// What was counted; leaves nothing.
  [[nodiscard]] MatchCounts take() { return std::move(counts_); }

 private:
  void count(std::uint32_t id, std::size_t facet);

  MatchCounts counts_;
  std::span<const std::uint32_t> entity_ids_;
  bool with_clusters_;
  /// By entity: the last match and facet that counted it, as one number.
  std::vector<std::uint64_t> last_counted_;
};

/// Counts in one pass over everything that `query` matches. Throws what Xapian throws.
[[nodiscard]] MatchCounts count_matches(const index::IndexReader& index, const Xapian::Query& query,
                                        std::span<const index::FieldId> facets);

}  // namespace bayan::searcher
