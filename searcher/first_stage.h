#pragma once

#include <xapian.h>

#include <vector>

#include "common/index/document_set.h"
#include "common/index/statement_columns.h"
#include "searcher/matcher.h"

namespace bayan::searcher {

/// A match and what the words of the query are worth in it.
struct Weighed {
  Xapian::docid id;
  double weight;
};

/// The first ranking stage: BM25 of the query's words in each of `matches`, which the second stage
/// then re-ranks the best of.
///
/// A set of synonyms is one word: its forms' occurrences are counted together, and it is as rare as
/// the statements that hold any of them are few. Filters, excluded words and what is scaled weigh
/// nothing. The formula is Xapian's BM25Weight with k1 = .4, b = .8, lengths of less than a tenth
/// of the average counting as a tenth (Robertson and Zaragoza, "The probabilistic relevance
/// framework: BM25 and beyond", 2009). Rising ids. Throws what Xapian throws.
[[nodiscard]] std::vector<Weighed> weigh(const Xapian::Query& query,
                                         const index::DocumentSet& matches, Matcher& matcher,
                                         const index::StatementColumns& columns);

}  // namespace bayan::searcher
