#include "searcher/statement_by_id.h"

namespace bayan::searcher {

Result<Xapian::Document> statement_by_id(const index::IndexReader& index,
                                         const FilterBuilder& filters, const std::string& id) {
  const Result<Xapian::Query> query = filters.build_value(index::FieldId::kId, "=" + id);
  if (!query) return tl::unexpected(query.error());
  Xapian::Enquire enquire(index.statements);
  enquire.set_query(*query);
  return enquire.get_mset(0, 1).begin().get_document();
}

}  // namespace bayan::searcher
