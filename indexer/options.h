#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "common/cli/option_table.h"
#include "common/cli/terminal.h"
#include "indexer/formats/field_map.h"
#include "indexer/limits.h"
#include "indexer/memory_budget.h"
#include "indexer/selection.h"

namespace bayan::indexer {

/// Every option of bayan-indexer, in the order of --help.
[[nodiscard]] std::span<const cli::OptionRow> option_rows();

/// What the user asked for, checked.
struct Options {
  enum class Task { kIndex, kDryRun, kRemove, kGazetteer, kCheck, kStats, kHelp, kVersion };
  Task task = Task::kIndex;
  bool stats_as_json = false;
  std::filesystem::path index;
  std::vector<std::string> paths;
  unsigned jobs = 1;
  MemoryBudget memory;
  FieldMap fields;
  std::string encoding;
  std::string format;
  Selection selection;
  Limits limits;
  std::string errors_file;
  std::string gazetteer;  ///< the user's own, or empty
  bool rebuild = false;
  bool prune = false;
  bool retry = false;
  std::vector<std::string> removals;  ///< ids and paths
  std::string reading_settings;       ///< the options that reading hangs on, as they were given
  bool quiet = false;
  bool verbose = false;
};

/// Parses the arguments (without the program's name).
[[nodiscard]] Result<Options> parse_options(const std::vector<std::string>& arguments);

/// The text of --help.
[[nodiscard]] std::string help_text();

}  // namespace bayan::indexer
