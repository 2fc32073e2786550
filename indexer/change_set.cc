#include "indexer/change_set.h"

#include <algorithm>
#include <charconv>

#include "common/index/schema.h"

namespace bayan::indexer {

std::vector<Xapian::docid> outdated_documents(const ChangeSet& changes) {
  std::vector<Xapian::docid> documents = changes.dropped;
  for (const Resolution::Kept& kept : changes.resolution.kept) {
    if (kept.replaces != 0) documents.push_back(kept.replaces);
  }
  std::ranges::sort(documents);
  const auto repeated = std::ranges::unique(documents);
  documents.erase(repeated.begin(), repeated.end());
  return documents;
}

std::vector<Xapian::docid> unwanted_documents(const ChangeSet& changes, std::uint32_t number) {
  std::vector<Xapian::docid> documents;
  for (const auto* places : {&changes.resolution.superseded, &changes.unclaimed}) {
    for (const Resolution::Place& place :
         std::ranges::equal_range(*places, number, {}, &Resolution::Place::segment)) {
      documents.push_back(place.document);
    }
  }
  std::ranges::sort(documents);
  return documents;
}

void add_older_versions(Xapian::Document& document, std::uint32_t count) {
  const std::string before = document.get_value(index::kOlderSlot);
  std::uint32_t sum = 0;
  std::from_chars(before.data(), before.data() + before.size(), sum);
  document.add_value(index::kOlderSlot, std::to_string(sum + count));
}

void count_corrected(Xapian::WritableDatabase& statements, const ChangeSet& changes) {
  for (const auto& [id_term, count] : changes.corrected) {
    const auto posting = statements.postlist_begin(id_term);
    if (posting == statements.postlist_end(id_term)) continue;
    Xapian::Document document = statements.get_document(*posting);
    add_older_versions(document, count);
    statements.replace_document(*posting, document);
  }
}

void write_ledger(Xapian::WritableDatabase& statements, const ChangeSet& changes) {
  for (const std::string& path : changes.erased_sources) index::erase_source(statements, path);
  for (const index::SourceRecord& record : changes.sources) {
    index::write_source(statements, record);
  }
  for (const auto& [id_term, paths] : changes.sharers) {
    index::write_sharers(statements, id_term, paths);
  }
  for (const auto& [id_term, content] : changes.removed) {
    index::write_removed(statements, id_term, content);
  }
}

}  // namespace bayan::indexer
