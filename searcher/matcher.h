#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/index/document_set.h"

/// Which statements a query matches: all of them, read list by list.
///
/// Xapian's own matcher finds the best few and walks through all lists of a query side by side. An
/// answer here wants every match (totals and facets are exact) of words that stand for dozens of
/// forms, and then reading one list to its end after the other into a set of bits takes a quarter
/// of the time (tools/bench/QUERIES.md). What it does not know (ranges of values, posting sources)
/// it asks Xapian for.
namespace bayan::searcher {

/// A statement that holds a term, and how often.
struct Posting {
  Xapian::docid id;
  std::uint32_t count;
};

/// Of one search; reads each term's list once. Its methods throw what Xapian throws.
class Matcher {
 public:
  explicit Matcher(const Xapian::Database& statements)
      : statements_(statements), last_(statements.get_lastdocid()) {}

  [[nodiscard]] index::DocumentSet match(const Xapian::Query& query);

  /// Rising; the list stays where it is as long as the matcher lives.
  [[nodiscard]] const std::vector<Posting>& postings(const std::string& term);

  /// How many statements hold a term.
  [[nodiscard]] std::size_t frequency(const std::string& term) const;

  [[nodiscard]] const Xapian::Database& statements() const { return statements_; }

 private:
  [[nodiscard]] index::DocumentSet any_of_terms(const Xapian::Query& query);
  [[nodiscard]] index::DocumentSet combine(const Xapian::Query& query);
  [[nodiscard]] index::DocumentSet everything() const;
  [[nodiscard]] index::DocumentSet ask_xapian(const Xapian::Query& query) const;

  Xapian::Database statements_;
  Xapian::docid last_;
  std::unordered_map<std::string, std::vector<Posting>> postings_;
};

/// True for a term and for a set of synonyms: what the first stage takes for one word.
[[nodiscard]] bool is_word(const Xapian::Query& query);

}  // namespace bayan::searcher
