#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <span>
#include <string>
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
};

/// Sees every match of a search and counts the statements and the entities in their facet slots,
/// one place of an array an id. A statement with two keys of one entity counts once. The search has
/// to check all matches, which is for whoever starts it to ask for.
class MatchCounter : public Xapian::MatchSpy {
 public:
  /// `index` must outlive it. Throws what Xapian throws.
  MatchCounter(const index::IndexReader& index, std::span<const index::FieldId> facets);

  void operator()(const Xapian::Document& document, double weight) override;

  /// What was counted; leaves nothing.
  [[nodiscard]] MatchCounts take() { return std::move(counts_); }

 private:
  void count(std::uint32_t id, std::size_t facet);

  MatchCounts counts_;
  std::span<const std::uint32_t> entity_ids_;
  /// By facet and entity: the number of the last match it is in.
  std::vector<std::vector<std::uint32_t>> last_match_;
};

/// Counts in one pass over everything that `query` matches. Throws what Xapian throws.
[[nodiscard]] MatchCounts count_matches(const index::IndexReader& index, const Xapian::Query& query,
                                        std::span<const index::FieldId> facets);

/// How many of the statements that `query` matches stand in each cluster of near-duplicates, by the
/// value of the cluster slot. Looks at none that stand alone. Throws what Xapian throws.
[[nodiscard]] std::map<std::string, std::uint64_t> count_clusters(
    const Xapian::Database& statements, const Xapian::Query& query);

}  // namespace bayan::searcher
