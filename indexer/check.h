#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "common/base/error.h"

namespace bayan::indexer {

/// What looking through an index found.
struct CheckReport {
  struct Finding {
    std::string place;
    std::string fact;
  };
  std::string index;
  std::uint64_t statement_count = 0;
  bool has_checked_blocks = true;   ///< Xapian looks through those only where it may write
  std::uint64_t checked_count = 0;  ///< statements compared with their own text
  std::vector<Finding> findings;    ///< empty where the index is sound
};

/// Looks through the published generation: the blocks of all tables; counts against the manifest;
/// the ledger, the lists of sources and the clusters against the statements; the entity table and
/// the dictionary by themselves and against the statements; and of up to kMostCheckedStatements,
/// evenly spread, whether their terms, values and token streams are those that their stored text
/// gives. Reads only. An error where it cannot be looked through at all: no index, of another
/// version, a manifest that cannot be read.
[[nodiscard]] Result<CheckReport> check_index(const std::filesystem::path& index);

inline constexpr std::uint64_t kMostCheckedStatements = 1000;

/// The line for a sound index.
[[nodiscard]] std::string format_check(const CheckReport& report);

}  // namespace bayan::indexer
