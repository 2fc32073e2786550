#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "common/cli/display_options.h"
#include "common/cli/option_table.h"
#include "searcher/request.h"

namespace bayan::searcher {

/// Every option of bayan-searcher, in the order of --help.
[[nodiscard]] std::span<const cli::OptionRow> option_rows();

struct Options {
  enum class Task { kSearch, kQueries, kShow, kSimilar, kEntity, kTogether, kHelp, kVersion };
  enum class Format { kText, kJson, kJsonLines, kCsv, kTsv, kMarkdown, kTrec };
  Task task = Task::kSearch;
  Format format = Format::kText;
  bool has_bom = false;  ///< before CSV and TSV
  std::filesystem::path index;
  Request request;
  std::string queries_file;
  std::string entity;
  std::vector<std::string> together;
  std::size_t entity_values = 10;  ///< how many forms, posts and neighbours a card lists
  std::string which;  ///< the statement to show, or to find the like of: an id or a number
  cli::DisplayOptions display;
  bool quiet = false;
};

/// True where there is neither a query nor a filter nor anything to count.
[[nodiscard]] bool asks_nothing(const Request& request);

/// Parses the arguments (without the program's name).
[[nodiscard]] Result<Options> parse_options(const std::vector<std::string>& arguments);
[[nodiscard]] std::string help_text();
/// The fields of a query as a list in mdoc, for the manual page.
[[nodiscard]] std::string manual_fields();

}  // namespace bayan::searcher
