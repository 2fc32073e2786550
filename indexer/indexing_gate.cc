#include "indexer/indexing_gate.h"

#include "common/index/schema.h"
#include "common/index/xapian_wall.h"

namespace bayan::indexer {

bool IndexingGate::begin_source(const std::filesystem::path& file) {
  if (!parts_.tracker.begin(file)) return false;
  source_path_.clear();
  return true;
}

void IndexingGate::end_source(const std::filesystem::path& /*file*/, bool is_whole) {
  parts_.tracker.end(is_whole);
}

std::uint32_t IndexingGate::source_of(const statement::Statement& statement) {
  if (source_path_.empty() || source_path_ != statement.location.path) {
    source_path_ = statement.location.path;
    source_ = parts_.tracker.number_of(source_path_);
    own_documents_.clear();
    if (parts_.before != nullptr) own_documents_ = parts_.before->documents_of(source_path_);
  }
  return source_;
}

std::optional<Origin> IndexingGate::admit(const statement::Statement& statement) {
  parts_.tracker.note_statement();
  Origin origin{.sequence = ++sequence_,
                .fingerprint = statement::fingerprint_of(statement),
                .url = statement::url_hash(statement)};
  if (statement.id == format_location(statement.location)) {
    origin.copy = statement::copy_hash(statement);
  }
  const Result<bool> is_known = index::guarded("the index", [&] {
    origin.source = source_of(statement);
    return is_removed(statement, origin) || is_indexed(statement, origin) ||
           is_resumed(statement, origin);
  });
  if (!is_known) {
    if (!error_) error_ = is_known.error();
    return std::nullopt;
  }
  return *is_known ? std::nullopt : std::optional(origin);
}

bool IndexingGate::is_removed(const statement::Statement& statement, const Origin& origin) const {
  if (parts_.removed.empty()) return false;
  const auto entry = parts_.removed.find(index::make_term(index::FieldId::kId, statement.id));
  return entry != parts_.removed.end() && entry->second == origin.fingerprint.content;
}

bool IndexingGate::is_indexed(const statement::Statement& statement, Origin& origin) {
  if (parts_.before == nullptr) return false;
  const std::optional<IndexedStatements::Found> found = parts_.before->find(statement.id);
  if (!found) return false;
  origin.indexed_as = found->document;
  const bool is_same = found->fingerprint.content == origin.fingerprint.content;
  origin.is_moved = is_same;
  origin.older_versions = found->older_versions + (is_same ? 0 : 1);
  note_other_holders(statement, origin);
  if (found->fingerprint != origin.fingerprint) return false;
  parts_.places.note({.id = hash_of_id(statement.id),
                      .sequence = origin.sequence,
                      .content = origin.fingerprint.content,
                      .segment = kIndexBefore,
                      .document = found->document,
                      .indexed_as = found->document,
                      .source = origin.source});
  return true;
}

/// Notes the sources that the index says held the statement before this run.
void IndexingGate::note_other_holders(const statement::Statement& statement, const Origin& origin) {
  std::vector<std::string> holders = parts_.before->sharers_of(statement.id);
  if (holders.empty() && !own_documents_[origin.indexed_as]) {
    holders.push_back(parts_.before->path_of(origin.indexed_as));
  }
  for (const std::string& path : holders) {
    if (!parts_.tracker.before().contains(path)) continue;
    parts_.places.note({.id = hash_of_id(statement.id),
                        .sequence = 0,
                        .content = 0,
                        .document = origin.indexed_as,
                        .indexed_as = origin.indexed_as,
                        .source = parts_.tracker.number_of(path)});
  }
}

bool IndexingGate::is_resumed(const statement::Statement& statement, const Origin& origin) {
  if (parts_.resumed == nullptr) return false;
  const std::optional<ResumedSegments::Place> place =
      parts_.resumed->claim(statement.id, origin.fingerprint);
  if (!place) return false;
  ++resumed_count_;
  parts_.places.note({.id = hash_of_id(statement.id),
                      .sequence = origin.sequence,
                      .content = origin.fingerprint.content,
                      .copy = origin.copy,
                      .url = origin.url,
                      .segment = place->segment,
                      .document = place->document,
                      .indexed_as = origin.indexed_as,
                      .source = origin.source});
  return true;
}

}  // namespace bayan::indexer
