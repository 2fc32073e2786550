#pragma once

#include <xapian.h>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.h"
#include "common/entity/lazy_countries.h"
#include "common/index/index_reader.h"
#include "searcher/filter_builder.h"
#include "searcher/form_cache.h"
#include "searcher/matcher.h"
#include "searcher/positional.h"
#include "searcher/query_tree.h"
#include "searcher/ranked_words.h"
#include "searcher/request.h"
#include "searcher/snippet.h"

namespace bayan::searcher {

/// True where `node` asks for nothing but function words, which beside others are not asked for.
[[nodiscard]] bool is_only_stop_words(const QueryNode& node);

/// Turns trees and filters into Xapian queries over one index. Throws what Xapian throws; call it
/// behind index::guarded().
class QueryBuilder {
 public:
  QueryBuilder(const index::IndexReader& index, const entity::LazyCountries& countries)
      : index_(index),
        filters_(index, countries),
        matcher_(index.statements),
        related_(index.dictionary) {}

  struct Words {
    Xapian::Query all;
    Xapian::Query any;
    bool has_words = false;
    MatchedForms forms;
    std::set<std::string> named;     ///< terms of the entities that filters in the query ask for
    std::vector<std::string> notes;  ///< what the person should know of how it was understood
    std::vector<RankedWord> ranked;  ///< what the statements gain by
  };
  /// `query` is what the tree was parsed from, for the places of errors.
  [[nodiscard]] Result<Words> build_words(const QueryNode& tree, std::string_view query);

  [[nodiscard]] const FilterBuilder& filters() const { return filters_; }
  [[nodiscard]] const Xapian::Database& statements() const { return index_.statements; }
  /// Of the search that the queries are for: it knows the lists that building them has read.
  [[nodiscard]] Matcher& matcher() { return matcher_; }

 private:
  [[nodiscard]] Result<Xapian::Query> build(const QueryNode& node, bool all);
  [[nodiscard]] Result<Xapian::Query> build_words_node(const QueryNode& node, bool all);
  /// Which forms of the index stand for a word: those that surely do, or every one worth a weight.
  enum class Reach { kStrict, kGreedy };
  [[nodiscard]] Result<Xapian::Query> build_word(const QueryNode& node, Reach reach);
  [[nodiscard]] Xapian::Query any_of(index::FieldId field, const std::vector<std::string>& forms);
  [[nodiscard]] Result<Xapian::Query> build_excluded(const QueryNode& node);
  [[nodiscard]] Result<Xapian::Query> build_filter(const QueryNode& node);
  [[nodiscard]] Result<WordSlot> wildcard_forms(const QueryNode& node, const std::string& pattern);
  [[nodiscard]] Result<WordSequence> sequence_of(const QueryNode& node, bool with_inflections);
  [[nodiscard]] Result<void> add_alternatives(const QueryNode& node,
                                              std::vector<WordSequence>& out);
  [[nodiscard]] Result<Xapian::Query> build_placed(const QueryNode& node);
  [[nodiscard]] Xapian::Query placed_query(const PositionalWords& words, index::FieldId field);

  const index::IndexReader& index_;
  FilterBuilder filters_;
  Matcher matcher_;
  FormCache related_;
  std::string_view query_;
  std::map<std::string, Xapian::Query> placed_;  ///< by description
  std::vector<std::string> notes_;
  MatchedForms forms_;
  std::set<std::string> named_;
  std::size_t word_count_ = 0;
};

}  // namespace bayan::searcher
