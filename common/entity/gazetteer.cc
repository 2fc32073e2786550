#include "common/entity/gazetteer.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "common/base/utf8.h"
#include "common/text/blank.h"

namespace bayan::entity {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kHead = "#bayan-gazetteer";
constexpr std::string_view kVersion = "1";

std::vector<std::string> split(std::string_view line, char separator) {
  std::vector<std::string> cells;
  while (true) {
    const std::size_t end = line.find(separator);
    cells.emplace_back(text::trim(line.substr(0, end)));
    if (end == std::string_view::npos) return cells;
    line.remove_prefix(end + 1);
  }
}

tl::unexpected<Error> malformed(std::string_view name, std::size_t line, std::string_view fact) {
  return fail(ErrorKind::kUsage,
              std::string(name) + ":" + std::to_string(line) + ": " + std::string(fact),
              "the manual page bayan-gazetteer(5) describes the format");
}

/// The first line: «#bayan-gazetteer 1», then the columns.
Result<void> check_head(std::string_view line, std::string_view name,
                        const std::vector<std::string>& columns) {
  std::vector<std::string> cells = split(line, '\t');
  if (cells.front() != std::string(kHead) + " " + std::string(kVersion)) {
    return malformed(name, 1, "the first line is not «#bayan-gazetteer 1» and the columns");
  }
  cells.erase(cells.begin());
  if (cells != columns) {
    std::string wanted;
    for (const std::string& column : columns) wanted += (wanted.empty() ? "" : ", ") + column;
    return malformed(name, 1, "the columns are not " + wanted);
  }
  return {};
}

}  // namespace

Result<GazetteerTable> GazetteerTable::load(const fs::path& path,
                                            const std::vector<std::string>& columns) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    return fail(ErrorKind::kUsage, path.string() + ": the gazetteer cannot be read",
                "is the product installed whole? $BAYAN_GAZETTEERS names another folder");
  }
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return parse(text, path.string(), columns);
}

Result<GazetteerTable> GazetteerTable::parse(std::string_view text, std::string_view name,
                                             const std::vector<std::string>& columns) {
  GazetteerTable table;
  std::size_t line_number = 0;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    ++line_number;
    if (utf8::find_ill_formed(line)) return malformed(name, line_number, "not valid UTF-8");
    if (line_number == 1) {
      if (Result<void> checked = check_head(line, name, columns); !checked) {
        return tl::unexpected(checked.error());
      }
      continue;
    }
    if (text::trim(line).empty() || line.front() == '#') continue;
    std::vector<std::string> cells = split(line, '\t');
    if (cells.size() > columns.size()) return malformed(name, line_number, "too many columns");
    cells.resize(columns.size());
    table.rows_.push_back({line_number, std::move(cells)});
  }
  if (line_number == 0) return malformed(name, 1, "the file is empty");
  return table;
}

std::vector<std::string> split_cell(std::string_view cell) {
  std::vector<std::string> values = split(cell, '|');
  std::erase_if(values, [](const std::string& value) { return value.empty(); });
  return values;
}

Result<fs::path> gazetteer_directory() {
  std::error_code error;
  if (const char* named = std::getenv("BAYAN_GAZETTEERS")) return fs::path(named);
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path installed = program.parent_path().parent_path() / "share/bayan/gazetteers";
  if (!error && fs::is_directory(installed, error)) return installed;
  if (fs::is_directory(BAYAN_SOURCE_GAZETTEERS, error)) return fs::path(BAYAN_SOURCE_GAZETTEERS);
  return fail(ErrorKind::kUsage, "the gazetteers are not found",
              "install the product whole, or name their folder in $BAYAN_GAZETTEERS");
}

}  // namespace bayan::entity
