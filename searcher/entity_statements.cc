#include "searcher/entity_statements.h"

#include "common/index/schema.h"

namespace bayan::searcher {

Result<std::uint64_t> count_statements(const Xapian::Database& statements,
                                       const index::EntityTable& entities, index::FieldId field,
                                       std::uint32_t id) {
  const Result<std::vector<std::string>> keys = entities.member_keys(id);
  if (!keys) return tl::unexpected(keys.error());
  std::uint64_t count = 0;
  for (const std::string& key : *keys) {
    count += statements.get_termfreq(index::make_term(field, key));
  }
  return count;
}

}  // namespace bayan::searcher
