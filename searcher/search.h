#pragma once

#include "common/base/error.h"
#include "common/entity/lazy_countries.h"
#include "common/index/index_reader.h"
#include "searcher/request.h"
#include "searcher/results.h"

namespace bayan::searcher {

/// Answers requests over one index. Not for several threads at once.
///
/// Totals and facet counts are over the statements that hold all the words where there are any
/// (match "all"), else over those that hold some of them ("any"); so are the results. Ties in score
/// are broken by id; without words the newest come first.
class Searcher {
 public:
  /// Both must outlive the searcher.
  Searcher(const index::IndexReader& index, const entity::LazyCountries& countries)
      : index_(index), countries_(countries) {}

  [[nodiscard]] Result<Answer> search(const Request& request) const;

  /// Adds other queries to the answer of `request`, each with the number of statements that hold
  /// all its words, where no statement holds all the words of that one (suggest.h).
  [[nodiscard]] Result<void> suggest(const Request& request, Answer& answer) const;

 private:
  const index::IndexReader& index_;
  const entity::LazyCountries& countries_;
};

}  // namespace bayan::searcher
