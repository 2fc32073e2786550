#pragma once

#include <xapian.h>

#include <set>
#include <string>

#include "common/base/error.h"
#include "common/index/index_reader.h"
#include "searcher/results.h"
#include "searcher/snippet.h"

namespace bayan::searcher {

/// Makes what an answer shows of stored statements and their sources, the query's forms marked in
/// title and passage; where the query has none, entities whose terms are in `named`.
class ResultBuilder {
 public:
  /// All must outlive it. Throws what Xapian throws.
  ResultBuilder(const index::IndexReader& index, const MatchedForms& forms,
                const std::set<std::string>& named);

  /// Rank, score and near-duplicates are left to the caller. Throws what Xapian throws.
  [[nodiscard]] Result<SearchResult> make(const Xapian::Document& document) const;

 private:
  [[nodiscard]] Snippet passage_of(const std::string& stored, const std::string& body,
                                   const std::vector<NamedPlace>& named) const;

  const index::IndexReader& index_;
  const MatchedForms& forms_;
  const std::set<std::string>& named_;
  PassageFinder passages_;
  // Most indexes have none of either, and looking for them in each statement takes its time.
  bool has_sharers_;
  bool has_older_versions_;
};

}  // namespace bayan::searcher
