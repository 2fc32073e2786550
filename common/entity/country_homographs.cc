#include "common/entity/country_homographs.h"

#include <unicode/uloc.h>

#include "common/entity/gazetteer.h"
#include "common/entity/word.h"

namespace bayan::entity {
namespace {

bool is_iso_code(const std::string& code) {
  for (const char* const* known = uloc_getISOCountries(); *known != nullptr; ++known) {
    if (code == *known) return true;
  }
  return false;
}

std::vector<std::string> folded_values(const std::string& cell) {
  std::vector<std::string> values = split_cell(cell);
  for (std::string& value : values) value = joined_forms(value);
  return values;
}

}  // namespace

Result<CountryHomographs> CountryHomographs::load(const std::filesystem::path& directory) {
  const std::filesystem::path path = directory / "country_homographs.tsv";
  const Result<GazetteerTable> table =
      GazetteerTable::load(path, {"code", "forms", "before", "after"});
  if (!table) return tl::unexpected(table.error());
  CountryHomographs homographs;
  for (const GazetteerRow& row : table->rows()) {
    const std::string place = path.string() + ":" + std::to_string(row.line) + ": ";
    if (!is_iso_code(row.cells[0])) {
      return fail(ErrorKind::kUsage, place + "no country has the code «" + row.cells[0] + "»");
    }
    CountryHomograph homograph{folded_values(row.cells[1]), folded_values(row.cells[2]),
                               folded_values(row.cells[3])};
    if (homograph.forms.empty() && homograph.before.empty() && homograph.after.empty()) {
      return fail(ErrorKind::kUsage, place + "the row asks nothing");
    }
    homographs.by_code_[row.cells[0]].push_back(std::move(homograph));
  }
  return homographs;
}

const std::vector<CountryHomograph>* CountryHomographs::find(const std::string& code) const {
  const auto found = by_code_.find(code);
  return found == by_code_.end() ? nullptr : &found->second;
}

}  // namespace bayan::entity
