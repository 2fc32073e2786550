#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.h"
#include "common/entity/lazy_countries.h"
#include "common/index/index_reader.h"

namespace bayan::searcher {

/// The values of «FR,BH»: what stands between commas (Arabic ones too), without the quotes ("…" or
/// «…») that keep a comma in a name. Empty parts are dropped.
[[nodiscard]] std::vector<std::string> split_values(std::string_view text);

/// Turns filters into Xapian queries over one index. Throws what Xapian throws.
class FilterBuilder {
 public:
  /// Both must outlive the builder.
  FilterBuilder(const index::IndexReader& index, const entity::LazyCountries& countries)
      : index_(index), countries_(countries) {}

  /// Statements in which some value of «A,B» occurs. A value with commas that is a known name whole
  /// is one value. «=name» is the entity of that very name; else a person or body is the one that
  /// EntityFinder chooses, an issuer every one that holds the words. A post that the index knows
  /// stands for itself in every country or in the one that is typed with it, and not for those that
  /// hold its words («نائب وزير الداخلية»); other words stand for every post that holds them.
  /// Errors: a value that names no known country, nothing in the index or no time, with the nearest
  /// candidates.
  [[nodiscard]] Result<Xapian::Query> build(index::FieldId field, const std::string& values) const;

  /// The same for one value, whatever commas and quotes it holds.
  [[nodiscard]] Result<Xapian::Query> build_value(index::FieldId field,
                                                  const std::string& value) const;

  /// Statements that name one of these entities by whatever key of theirs; 0 is named by none.
  [[nodiscard]] Result<Xapian::Query> statements_of(index::FieldId field,
                                                    const std::vector<std::uint32_t>& ids) const;

 private:
  [[nodiscard]] Result<Xapian::Query> build_country(const std::string& value) const;
  [[nodiscard]] Result<Xapian::Query> build_exact(index::FieldId field,
                                                  const std::string& value) const;
  [[nodiscard]] Result<Xapian::Query> build_entity(index::FieldId field,
                                                   const std::string& value) const;
  [[nodiscard]] Result<std::vector<std::uint32_t>> find_entities(index::FieldId field,
                                                                 const std::string& value) const;
  [[nodiscard]] Result<std::vector<std::uint32_t>> find_posts(const std::string& value) const;
  [[nodiscard]] Result<std::vector<std::uint32_t>> find_issuers(const std::string& value) const;

  const index::IndexReader& index_;
  const entity::LazyCountries& countries_;
};

}  // namespace bayan::searcher
