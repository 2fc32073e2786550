#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.h"

/// Gazetteers: the tables of names, titles and countries that the recognisers read.
///
/// A gazetteer file is UTF-8, a row a line, columns separated by tabs. Its first line is
///     #bayan-gazetteer 1 <TAB> column <TAB> column …
/// Other lines that begin with # are comments; empty lines are skipped. Cells are trimmed. A row
/// may leave out columns at its end: they are empty. A cell that lists several values separates
/// them by | (split_cell).
namespace bayan::entity {

struct GazetteerRow {
  std::size_t line;  ///< 1-based, for messages
  std::vector<std::string> cells;
};

class GazetteerTable {
 public:
  /// Reads `path`. Errors name the file and line: missing file, other format version, columns that
  /// are not exactly `columns` in that order, a row with too many cells, ill-formed UTF-8.
  [[nodiscard]] static Result<GazetteerTable> load(const std::filesystem::path& path,
                                                   const std::vector<std::string>& columns);
  /// The same on text already read; `name` stands in messages.
  [[nodiscard]] static Result<GazetteerTable> parse(std::string_view text, std::string_view name,
                                                    const std::vector<std::string>& columns);
  [[nodiscard]] const std::vector<GazetteerRow>& rows() const { return rows_; }

 private:
  std::vector<GazetteerRow> rows_;
};

/// The values of a cell, separated by «|», trimmed, empty ones dropped.
[[nodiscard]] std::vector<std::string> split_cell(std::string_view cell);

/// Where the gazetteers shipped with the product lie: $BAYAN_GAZETTEERS, else the folder beside an
/// installed program (../share/bayan/gazetteers), else the source tree the program was built in.
[[nodiscard]] Result<std::filesystem::path> gazetteer_directory();

}  // namespace bayan::entity
