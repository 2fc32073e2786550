#include "searcher/facet_names.h"

#include <algorithm>
#include <array>

#include "common/entity/country_gazetteer.h"
#include "common/text/analyzer.h"
#include "common/text/fold.h"

namespace bayan::searcher {
namespace {

/// Whether a word of `name` and those behind it begin as typed.
bool holds_beginning(std::string_view name, const std::string& folded) {
  const std::string whole = text::fold(name);
  const std::size_t at = whole.find(folded);
  return at == 0 || (at != std::string::npos && whole[at - 1] == ' ');
}

bool is_country_found(std::string_view code, const std::string& folded) {
  const std::array<std::string, 3> names = {entity::country_name(code, "ar"),
                                            entity::country_name(code, "en"), std::string(code)};
  return std::ranges::any_of(
      names, [&](const std::string& name) { return holds_beginning(name, folded); });
}

}  // namespace

std::string facet_name(const index::EntityRecord& record) {
  const bool is_known_country =
      record.field == index::FieldId::kCountry && entity::is_country_code(record.key);
  return is_known_country ? entity::country_name(record.key, "ar") : record.name;
}

Result<std::vector<bool>> find_values(const index::IndexReader& index, index::FieldId field,
                                      std::string_view typed) {
  std::vector<bool> found(std::size_t{index.entities.last_id()} + 1);
  // Countries are in the table by their codes alone, months by digits: few enough to look at all.
  const bool is_named_elsewhere =
      field == index::FieldId::kCountry || field == index::FieldId::kMonth;
  std::vector<std::string> words =
      is_named_elsewhere ? std::vector<std::string>() : text::word_forms(typed);
  if (words.empty()) words.emplace_back();
  const auto ids = index.entities.find_beginnings(field, words, index.entities.last_id());
  if (!ids) return tl::unexpected(ids.error());
  const std::string folded = text::fold(typed);
  for (const std::uint32_t id : *ids) {
    if (is_named_elsewhere) {
      const Result<index::EntityRecord> record = index.entities.record(id);
      if (!record) return tl::unexpected(record.error());
      found[id] = field == index::FieldId::kCountry ? is_country_found(record->key, folded)
                                                    : record->key.starts_with(folded);
      continue;
    }
    const Result<std::vector<std::uint32_t>> members = index.entities.members(id);
    if (!members) return tl::unexpected(members.error());
    for (const std::uint32_t member : *members) found[member] = true;
  }
  return found;
}

}  // namespace bayan::searcher
