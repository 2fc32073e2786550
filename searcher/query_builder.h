#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "common/base/error.h"
#include "common/entity/lazy_countries.h"
#include "common/index/index_reader.h"
#include "searcher/query_tree.h"
#include "searcher/request.h"
#include "searcher/snippet.h"

namespace bayan::searcher {

/// Turns trees and filters into Xapian queries over one index. Throws what Xapian throws; call it
/// behind index::guarded().
class QueryBuilder {
 public:
  QueryBuilder(const index::IndexReader& index, const entity::LazyCountries& countries)
      : index_(index), countries_(countries) {}

  struct Words {
    Xapian::Query all;
    Xapian::Query any;
    bool has_words = false;
    MatchedForms forms;
  };
  [[nodiscard]] Result<Words> build_words(const QueryNode& tree);

  /// Statements in which some value of the filter occurs. Errors: a value that names no known
  /// country and nobody in the index, with the nearest candidates.
  [[nodiscard]] Result<Xapian::Query> build_filter(index::FieldId field,
                                                   const std::vector<std::string>& values);

 private:
  [[nodiscard]] Result<Xapian::Query> build(const QueryNode& node, bool all);
  [[nodiscard]] Result<Xapian::Query> build_words_node(const QueryNode& node, bool all);
  /// Which forms of the index stand for a word: those that surely do, or every one worth a weight.
  enum class Reach { kStrict, kGreedy };
  [[nodiscard]] Result<Xapian::Query> build_word(const QueryNode& node, Reach reach);
  [[nodiscard]] Xapian::Query build_phrase(index::FieldId field,
                                           const std::vector<std::string>& forms);
  [[nodiscard]] Result<Xapian::Query> build_value(index::FieldId field, const std::string& value);
  [[nodiscard]] Result<Xapian::Query> build_entity(index::FieldId field, const std::string& value);

  const index::IndexReader& index_;
  const entity::LazyCountries& countries_;
  MatchedForms forms_;
  std::size_t word_count_ = 0;
};

}  // namespace bayan::searcher
