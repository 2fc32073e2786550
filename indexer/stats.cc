#include "indexer/stats.h"

#include <fmt/format.h>

#include <array>

#include "common/base/printable.h"
#include "common/index/entity_table.h"
#include "common/index/index_directory.h"
#include "indexer/report.h"

namespace bayan::indexer {
namespace {

namespace fs = std::filesystem;

double megabytes_below(const fs::path& directory) {
  constexpr double kMegabyte = 1e6;
  std::uintmax_t total = 0;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(directory, error)) {
    if (entry.is_regular_file(error)) total += entry.file_size(error);
  }
  return static_cast<double>(total) / kMegabyte;
}

/// How many keys of each field the entity table holds.
Result<std::array<std::uint64_t, 16>> count_keys(const index::EntityTable& table) {
  std::array<std::uint64_t, 16> counts{};
  for (std::uint32_t id = 1; id <= table.last_id(); ++id) {
    const Result<index::EntityRecord> record = table.record(id);
    if (!record) return tl::unexpected(record.error());
    ++counts[static_cast<std::size_t>(record->field)];
  }
  return counts;
}

std::string row(std::string_view name, std::string_view value) {
  return fmt::format("{:<14}{}\n", name, value);
}

}  // namespace

Result<std::string> format_stats(const fs::path& path) {
  const Result<index::Generation> generation = index::published_generation(path);
  if (!generation) return tl::unexpected(generation.error());
  const Result<index::Manifest> manifest = index::read_manifest(generation->manifest());
  if (!manifest) return tl::unexpected(manifest.error());
  const Result<index::EntityTable> entities = index::EntityTable::open(generation->entities());
  if (!entities) return tl::unexpected(entities.error());
  const Result<std::array<std::uint64_t, 16>> keys = count_keys(*entities);
  if (!keys) return tl::unexpected(keys.error());

  std::string out = row("index", printable_line(path.string()));
  out += row("statements", grouped(manifest->statement_count));
  for (const index::Field& field : index::fields()) {
    const bool has_keys = field.facet && field.kind == index::FieldKind::kEntity;
    if (has_keys) out += row(field.name, grouped((*keys)[static_cast<std::size_t>(field.id)]));
  }
  out += row("built", manifest->built + " by " + printable_line(manifest->built_by));
  out += row("generation", std::to_string(manifest->generation));
  out += row("format", std::to_string(manifest->format_version));
  out +=
      row("size", fmt::format("{:.1f} MB (statements {:.1f}, entities {:.1f}, dictionary {:.1f})",
                              megabytes_below(generation->directory),
                              megabytes_below(generation->statements()),
                              megabytes_below(generation->entities()),
                              megabytes_below(generation->dictionary())));
  for (const std::string& source : manifest->sources) out += row("source", printable_line(source));
  return out;
}

}  // namespace bayan::indexer
