#include "indexer/stats.h"

#include <xapian.h>

#include "common/index/entity_table.h"
#include "common/index/index_directory.h"
#include "common/index/provenance.h"
#include "common/index/schema.h"
#include "common/index/source_ledger.h"
#include "common/index/xapian_wall.h"

namespace bayan::indexer {
namespace {

namespace fs = std::filesystem;

/// Calls `visit(value)` for each statement that has something in the slot.
template <typename Visit>
void walk(const Xapian::Database& statements, Xapian::valueno slot, Visit&& visit) {
  const auto end = statements.valuestream_end(slot);
  for (auto it = statements.valuestream_begin(slot); it != end; ++it) visit(*it);
}

/// Adds under the empty string what no other count holds.
void add_rest(Stats::Counts& counts, std::uint64_t total) {
  std::uint64_t counted = 0;
  for (const auto& [name, count] : counts) counted += count;
  if (counted < total) counts[""] += total - counted;
}

Result<void> count_keys(const index::EntityTable& entities, Stats& stats) {
  std::map<index::FieldId, std::uint64_t> counts;
  for (std::uint32_t id = 1; id <= entities.last_id(); ++id) {
    const Result<index::EntityRecord> record = entities.record(id);
    if (!record) return tl::unexpected(record.error());
    ++counts[record->field];
  }
  for (const index::Field& field : index::fields()) {
    if (field.facet && field.kind == index::FieldKind::kEntity) {
      stats.keys.emplace_back(field.name, counts[field.id]);
    }
  }
  return {};
}

Result<void> count_issuers(const Xapian::Database& statements, const index::EntityTable& entities,
                           Stats& stats) {
  std::map<std::uint32_t, std::uint64_t> by_id;
  walk(statements, index::kIssuerSlot, [&](const std::string& value) {
    index::for_each_id(value, [&](std::uint32_t id) { ++by_id[id]; });
  });
  for (const auto& [id, count] : by_id) {
    const Result<index::EntityRecord> record = entities.record(id);
    if (!record) return tl::unexpected(record.error());
    stats.by_issuer[record->name] += count;
  }
  return {};
}

Result<void> count_sources(const Xapian::Database& statements, Stats& stats) {
  const Result<index::SourceRecords> sources = index::read_sources_of(statements);
  if (!sources) return tl::unexpected(sources.error());
  stats.files = sources->size();
  for (const auto& [path, record] : *sources) {
    stats.problems += record.problem_count;
    if (record.problem_count > 0) ++stats.files_with_problems;
    for (const index::RememberedProblem& problem : record.problems) {
      ++stats.problems_by_kind[problem.kind];
    }
  }
  return {};
}

void count_slots(const Xapian::Database& statements, Stats& stats) {
  constexpr std::size_t kYearSize = 4;
  walk(statements, index::kDateSlot,
       [&](const std::string& day) { ++stats.by_year[day.substr(0, kYearSize)]; });
  std::map<std::string, std::uint64_t> origins;
  walk(statements, index::kOriginSlot, [&](const std::string& value) { ++origins[value]; });
  for (const auto& [value, count] : origins) {
    const index::Provenance origin = index::decode_provenance(value);
    stats.by_format[origin.format] += count;
    stats.by_date_source[origin.date_from] += count;
    stats.by_issuer_source[origin.issuer_from] += count;
    stats.by_language[origin.language] += count;
  }
  std::map<std::string, std::uint64_t> clusters;
  walk(statements, index::kClusterSlot, [&](const std::string& value) { ++clusters[value]; });
  stats.clusters = clusters.size();
  for (const auto& [cluster, count] : clusters) stats.clustered += count;
  const std::uint64_t total = statements.get_doccount();
  for (Stats::Counts* counts :
       {&stats.by_year, &stats.by_issuer, &stats.by_format, &stats.by_date_source,
        &stats.by_issuer_source, &stats.by_language}) {
    add_rest(*counts, total);
  }
}

void measure_files(const fs::path& generation, Stats& stats) {
  std::error_code error;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(generation, error)) {
    if (!entry.is_regular_file(error)) continue;
    const std::uint64_t size = entry.file_size(error);
    stats.bytes += size;
    if (entry.path().extension() != ".glass") continue;
    stats.table_bytes[entry.path().lexically_relative(generation).replace_extension().string()] =
        size;
  }
}

}  // namespace

Result<Stats> read_stats(const fs::path& path) {
  const Result<index::Generation> generation = index::published_generation(path);
  if (!generation) return tl::unexpected(generation.error());
  Result<index::Manifest> manifest = index::read_manifest(generation->manifest());
  if (!manifest) return tl::unexpected(manifest.error());
  const Result<index::EntityTable> entities = index::EntityTable::open(generation->entities());
  if (!entities) return tl::unexpected(entities.error());
  Stats stats;
  stats.index = path.string();
  stats.manifest = std::move(*manifest);
  measure_files(generation->directory, stats);
  const Result<void> counted = index::guarded(generation->statements().string(), [&] {
    const Xapian::Database statements(generation->statements().string());
    return count_keys(*entities, stats)
        .and_then([&] { return count_issuers(statements, *entities, stats); })
        .and_then([&] { return count_sources(statements, stats); })
        .map([&] { count_slots(statements, stats); });
  });
  if (!counted) return tl::unexpected(counted.error());
  return stats;
}

}  // namespace bayan::indexer
