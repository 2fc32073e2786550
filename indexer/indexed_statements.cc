#include "indexer/indexed_statements.h"

#include <charconv>

#include "common/index/schema.h"
#include "common/index/source_ledger.h"
#include "common/index/text_dictionaries.h"

namespace bayan::indexer {
namespace {

std::string path_term(const std::string& path) {
  return index::make_term(index::FieldId::kPath, path);
}

}  // namespace

IndexedStatements::IndexedStatements(Xapian::Database database)
    : database_(std::move(database)),
      has_sharers_(index::has_sharers(database_)),
      decoder_(index::decoder_of(database_)),
      seen_(database_.get_lastdocid() + 1) {}

std::optional<IndexedStatements::Found> IndexedStatements::find(const std::string& id) {
  const std::string term = index::make_term(index::FieldId::kId, id);
  const auto posting = database_.postlist_begin(term);
  if (posting == database_.postlist_end(term)) return std::nullopt;
  Found found{*posting, {}, 0};
  seen_[found.document] = true;
  const Xapian::Document document =
      database_.get_document(found.document, Xapian::DOC_ASSUME_VALID);
  found.fingerprint = statement::decode_fingerprint(document.get_value(index::kFingerprintSlot))
                          .value_or(statement::Fingerprint{});
  const std::string older = document.get_value(index::kOlderSlot);
  std::from_chars(older.data(), older.data() + older.size(), found.older_versions);
  return found;
}

Xapian::docid IndexedStatements::find_copy(
    std::uint64_t copy_hash, const std::function<bool(Xapian::docid)>& is_wanted) const {
  const std::string term = index::copy_term(copy_hash);
  for (auto it = database_.postlist_begin(term); it != database_.postlist_end(term); ++it) {
    if (is_wanted(*it)) return *it;
  }
  return 0;
}

Result<statement::Statement> IndexedStatements::read(Xapian::docid document) const {
  return decoder_.decode(database_.get_document(document).get_data());
}

std::string IndexedStatements::path_of(Xapian::docid document) const {
  const Result<statement::Statement> statement = read(document);
  return statement ? statement->location.path : std::string();
}

std::vector<std::string> IndexedStatements::sharers_of(const std::string& id) const {
  if (!has_sharers_) return {};
  return index::sharers_of(database_, index::make_term(index::FieldId::kId, id));
}

std::vector<std::pair<std::string, std::vector<std::string>>> IndexedStatements::all_sharers()
    const {
  return has_sharers_ ? index::all_sharers(database_) : decltype(all_sharers()){};
}

bool IndexedStatements::is_seen(const std::string& id_term) const {
  const auto posting = database_.postlist_begin(id_term);
  return posting != database_.postlist_end(id_term) && seen_[*posting];
}

std::vector<Xapian::docid> IndexedStatements::unseen_of(const std::string& path) const {
  std::vector<Xapian::docid> unseen;
  const std::string term = path_term(path);
  for (auto it = database_.postlist_begin(term); it != database_.postlist_end(term); ++it) {
    if (!seen_[*it]) unseen.push_back(*it);
  }
  return unseen;
}

std::vector<bool> IndexedStatements::documents_of(const std::string& path) const {
  std::vector<bool> documents(seen_.size());
  const std::string term = path_term(path);
  for (auto it = database_.postlist_begin(term); it != database_.postlist_end(term); ++it) {
    documents[*it] = true;
  }
  return documents;
}

}  // namespace bayan::indexer
