#include "searcher/table_writer.h"

#include <algorithm>
#include <array>

#include "common/base/printable.h"

namespace bayan::searcher {
namespace {

/// What makes a formula of a cell in Excel and LibreOffice; the wide signs are typed on East Asian
/// keyboards.
constexpr std::array<std::string_view, 8> kFormulaSigns = {"=",      "+",      "-",      "@",
                                                           "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};

bool begins_formula(std::string_view text) {
  return std::ranges::any_of(kFormulaSigns,
                             [text](std::string_view sign) { return text.starts_with(sign); });
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

}  // namespace

void TableWriter::cell(std::string_view text) {
  // One line without controls: no tab and no line end is left to break a row with.
  std::string line = printable_line(text);
  if (begins_formula(line)) line.insert(0, 1, '\'');
  const bool wants_quotes = kind_ == TableKind::kCsv
                                ? line.find_first_of(",\"") != std::string::npos
                                : line.starts_with('"');
  out_ += wants_quotes ? quoted(line) : line;
}

void TableWriter::row(std::initializer_list<std::string_view> cells) {
  bool is_first = true;
  for (const std::string_view text : cells) {
    if (!is_first) out_ += kind_ == TableKind::kCsv ? ',' : '\t';
    cell(text);
    is_first = false;
  }
  out_ += kind_ == TableKind::kCsv ? "\r\n" : "\n";
}

}  // namespace bayan::searcher
