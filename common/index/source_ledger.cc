#include "common/index/source_ledger.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <charconv>

#include "common/base/bytes.h"
#include "common/index/xapian_wall.h"

namespace bayan::index {
namespace {

constexpr std::string_view kSourceHead = "source:";
constexpr std::string_view kSharersHead = "sharers:";
constexpr std::string_view kRemovedHead = "removed:";
constexpr char kRecordVersion = 1;

std::string key_of(std::string_view head, std::string_view rest) {
  return std::string(head) + std::string(rest);
}

std::string source_key(std::string_view path) {
  const XXH128_hash_t hash = XXH3_128bits(path.data(), path.size());
  return fmt::format("{}{:016x}{:016x}", kSourceHead, hash.high64, hash.low64);
}

std::string encode(const SourceRecord& record) {
  std::string out(1, kRecordVersion);
  append_string(out, record.path);
  append_varint(out, record.size);
  append_varint(out, static_cast<std::uint64_t>(record.mtime_ns));
  append_string(out, record.hash);
  append_varint(out, record.settings);
  append_varint(out, record.statement_count);
  append_varint(out, record.problem_count);
  append_varint(out, record.problems.size());
  for (const RememberedProblem& problem : record.problems) {
    append_string(out, problem.kind);
    append_string(out, problem.place);
    append_string(out, problem.fact);
    append_varint(out, problem.is_loss ? 1 : 0);
  }
  return out;
}

tl::unexpected<Error> damaged() {
  return fail(ErrorKind::kIndexDamaged, "the index's ledger of sources is damaged",
              "build the index again: bayan-indexer --rebuild PATH…");
}

Result<SourceRecord> decode(std::string_view bytes) {
  if (bytes.empty() || bytes.front() != kRecordVersion) return damaged();
  ByteReader in(bytes.substr(1));
  SourceRecord record;
  record.path = in.read_string();
  record.size = in.read_varint();
  record.mtime_ns = static_cast<std::int64_t>(in.read_varint());
  record.hash = in.read_string();
  record.settings = in.read_varint();
  record.statement_count = in.read_varint();
  record.problem_count = in.read_varint();
  const std::uint64_t kept = in.read_varint();
  if (kept > kMostRememberedProblems) return damaged();
  for (std::uint64_t i = 0; i < kept && in.ok(); ++i) {
    RememberedProblem problem;
    problem.kind = in.read_string();
    problem.place = in.read_string();
    problem.fact = in.read_string();
    problem.is_loss = in.read_varint() != 0;
    record.problems.push_back(std::move(problem));
  }
  if (!in.ok() || !in.at_end()) return damaged();
  return record;
}

}  // namespace

bool SourceRecord::lost_something() const {
  return std::ranges::any_of(problems, &RememberedProblem::is_loss);
}

Result<SourceRecords> read_sources_of(const Xapian::Database& statements) {
  return guarded("the index's ledger of sources", [&]() -> Result<SourceRecords> {
    SourceRecords records;
    const std::string head(kSourceHead);
    for (auto key = statements.metadata_keys_begin(head); key != statements.metadata_keys_end(head);
         ++key) {
      Result<SourceRecord> record = decode(statements.get_metadata(*key));
      if (!record) return tl::unexpected(record.error());
      std::string path = record->path;
      records.emplace(std::move(path), std::move(*record));
    }
    return records;
  });
}

void write_source(Xapian::WritableDatabase& statements, const SourceRecord& record) {
  statements.set_metadata(source_key(record.path), encode(record));
}

void erase_source(Xapian::WritableDatabase& statements, std::string_view path) {
  statements.set_metadata(source_key(path), "");
}

std::vector<std::string> sharers_of(const Xapian::Database& statements, std::string_view id_term) {
  const std::string value = statements.get_metadata(key_of(kSharersHead, id_term));
  std::vector<std::string> paths;
  ByteReader in(value);
  while (in.ok() && !in.at_end()) paths.emplace_back(in.read_string());
  return paths;
}

void write_sharers(Xapian::WritableDatabase& statements, std::string_view id_term,
                   const std::vector<std::string>& paths) {
  std::string value;
  if (paths.size() > 1) {
    for (const std::string& path : paths) append_string(value, path);
  }
  statements.set_metadata(key_of(kSharersHead, id_term), value);
}

std::vector<std::pair<std::string, std::vector<std::string>>> all_sharers(
    const Xapian::Database& statements) {
  std::vector<std::pair<std::string, std::vector<std::string>>> all;
  const std::string head(kSharersHead);
  for (auto key = statements.metadata_keys_begin(head); key != statements.metadata_keys_end(head);
       ++key) {
    std::string id_term = (*key).substr(head.size());
    std::vector<std::string> paths = sharers_of(statements, id_term);
    all.emplace_back(std::move(id_term), std::move(paths));
  }
  return all;
}

bool has_sharers(const Xapian::Database& statements) {
  const std::string head(kSharersHead);
  return statements.metadata_keys_begin(head) != statements.metadata_keys_end(head);
}

std::map<std::string, std::uint64_t> removed_statements(const Xapian::Database& statements) {
  std::map<std::string, std::uint64_t> removed;
  const std::string head(kRemovedHead);
  for (auto key = statements.metadata_keys_begin(head); key != statements.metadata_keys_end(head);
       ++key) {
    const std::string value = statements.get_metadata(*key);
    std::uint64_t content = 0;
    std::from_chars(value.data(), value.data() + value.size(), content, 16);
    removed.emplace((*key).substr(head.size()), content);
  }
  return removed;
}

void write_removed(Xapian::WritableDatabase& statements, std::string_view id_term,
                   std::uint64_t content) {
  statements.set_metadata(key_of(kRemovedHead, id_term), fmt::format("{:x}", content));
}

}  // namespace bayan::index
