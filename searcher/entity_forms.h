#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "common/index/schema.h"
#include "common/statement/statement.h"
#include "searcher/results.h"

namespace bayan::searcher {

/// Counts a form under the same one without و, ف, ب, ك or ل where that occurs too: «واليمن» and
/// «لليمن» under «اليمن». «بريطانيا» stays, for nobody writes «ريطانيا».
void join_proclitics(std::map<std::string, std::uint64_t>& counts);

/// Collects how statements write an entity: «فرنسا» 812, «الفرنسية» 401, …
class EntityForms {
 public:
  /// The keys of the entity under that field.
  EntityForms(index::FieldId field, std::set<std::string> keys)
      : field_(field), keys_(std::move(keys)) {}

  /// Notes the mentions in a statement: of a person each form once, of others each mention.
  void read(const statement::Statement& statement);

  /// The most frequent forms, ties by their letters.
  [[nodiscard]] std::vector<FacetValue> most_frequent(std::size_t most) const;

 private:
  void note(const statement::Statement& statement, const std::vector<entity::Mention>& mentions);

  index::FieldId field_;
  std::set<std::string> keys_;
  std::map<std::string, std::uint64_t> counts_;
};

}  // namespace bayan::searcher
