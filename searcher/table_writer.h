#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

/// Rows for spreadsheets and for programs that read tables.
///
///   TableWriter table(TableKind::kCsv);
///   table.row({"id", "title"});
///   table.row({"7", "=1+1"});      // 7,'=1+1
namespace bayan::searcher {

enum class TableKind : std::uint8_t {
  kCsv,  ///< commas, quotes and CR LF as RFC 4180 says
  kTsv,  ///< tabs and LF; a cell that begins with a quote is quoted, as readers of both expect
};

class TableWriter {
 public:
  explicit TableWriter(TableKind kind) : kind_(kind) {}

  /// Any bytes may stand in a cell: it comes out as one printable line, and what a spreadsheet
  /// would take for a formula begins with an apostrophe.
  void row(std::initializer_list<std::string_view> cells);
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void cell(std::string_view text);

  TableKind kind_;
  std::string out_;
};

}  // namespace bayan::searcher
