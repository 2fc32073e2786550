#include "searcher/other_names.h"

#include <algorithm>
#include <filesystem>

#include "common/entity/english_names.h"
#include "common/entity/gazetteer.h"
#include "common/entity/organisation_lexicon.h"
#include "common/entity/word.h"
#include "common/text/skeleton.h"

namespace bayan::searcher {
namespace {

using index::FieldId;
using Names = std::vector<std::string>;
using EnglishKind = entity::EnglishNames::Kind;

Result<Names> english_names(EnglishKind kind, std::string_view typed,
                            const std::filesystem::path& directory,
                            const entity::LazyCountries& countries) {
  if (!text::is_latin_name(typed)) return Names();
  return countries.get()
      .and_then([&](const entity::CountryGazetteer* gazetteer) {
        return entity::EnglishNames::load(directory, *gazetteer);
      })
      .map([&](const entity::EnglishNames& names) { return names.in_arabic(kind, typed); });
}

/// The name that a body has in the gazetteer, of one of its aliases.
Result<Names> usual_name(std::string_view typed, const std::filesystem::path& directory) {
  return entity::OrganisationLexicon::load(directory).map(
      [&](const entity::OrganisationLexicon& lexicon) {
        const std::string folded = entity::joined_forms(typed);
        const entity::KnownBody* body = lexicon.find(folded).body;
        const bool has_other = body != nullptr && entity::joined_forms(body->name) != folded;
        return has_other ? Names{body->name} : Names();
      });
}

/// The names of the issuer's row.
Result<Names> issuer_names(std::string_view typed, const std::filesystem::path& directory) {
  const auto table =
      entity::GazetteerTable::load(directory / "issuers.tsv", {"country", "kind", "names"});
  if (!table) return tl::unexpected(table.error());
  const std::string folded = entity::joined_forms(typed);
  for (const entity::GazetteerRow& row : table->rows()) {
    Names names = entity::split_cell(row.cells[2]);
    const bool is_it = std::ranges::any_of(
        names, [&folded](const std::string& name) { return entity::joined_forms(name) == folded; });
    if (is_it) return names;
  }
  return Names();
}

}  // namespace

Result<Names> other_names(FieldId field, std::string_view typed,
                          const entity::LazyCountries& countries) {
  const auto directory = entity::gazetteer_directory();
  if (!directory) return tl::unexpected(directory.error());
  switch (field) {
    case FieldId::kOrganisation: {
      Result<Names> names = usual_name(typed, *directory);
      if (!names || !names->empty()) return names;
      return english_names(EnglishKind::kBody, typed, *directory, countries);
    }
    case FieldId::kPosition:
      return english_names(EnglishKind::kPost, typed, *directory, countries);
    case FieldId::kIssuer:
      return issuer_names(typed, *directory);
    default:
      return Names();
  }
}

}  // namespace bayan::searcher
