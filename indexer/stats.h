#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "common/index/manifest.h"

namespace bayan::indexer {

/// The figures of an index.
struct Stats {
  /// Statements by some property, and what the empty string stands for: those without it.
  using Counts = std::map<std::string, std::uint64_t>;

  std::string index;
  index::Manifest manifest;
  std::vector<std::pair<std::string, std::uint64_t>> keys;  ///< of the entity table, by field
  Counts by_year;
  Counts by_issuer;
  Counts by_issuer_source;
  Counts by_format;
  Counts by_date_source;
  Counts by_language;
  std::uint64_t files = 0;                           ///< that it was read from
  std::uint64_t files_with_problems = 0;             ///< of them
  std::uint64_t problems = 0;                        ///< met in them
  Counts problems_by_kind;                           ///< the first ones of each file
  std::uint64_t clusters = 0;                        ///< of near-duplicates
  std::uint64_t clustered = 0;                       ///< statements in them
  std::uint64_t bytes = 0;                           ///< of the generation, on disk
  std::map<std::string, std::uint64_t> table_bytes;  ///< «statements/postlist» -> bytes
};

/// Reads the figures out of the published generation: walks over value slots, and decodes no text.
[[nodiscard]] Result<Stats> read_stats(const std::filesystem::path& index);

/// For people: a line a figure; the largest counts of each property.
[[nodiscard]] std::string format_stats(const Stats& stats);
/// For programs: one object with all counts. bayan-indexer(1) describes it.
[[nodiscard]] std::string format_stats_json(const Stats& stats);

}  // namespace bayan::indexer
