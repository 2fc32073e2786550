#include "searcher/entity_choice.h"

#include <fmt/format.h>

#include <array>
#include <optional>

#include "common/entity/country_gazetteer.h"
#include "searcher/entity_finder.h"

namespace bayan::searcher {
namespace {

using index::FieldId;

constexpr std::array kNamedFields = {FieldId::kPerson, FieldId::kOrganisation, FieldId::kPosition,
                                     FieldId::kIssuer};

/// «field:name», where that is a field whose entities have cards.
struct Typed {
  std::optional<FieldId> field;
  std::string name;
};

Typed take_field(const std::string& typed) {
  const std::size_t colon = typed.find(':');
  if (colon == std::string::npos) return {std::nullopt, typed};
  const index::Field* field = index::find_field(typed.substr(0, colon));
  const bool has_cards =
      field != nullptr && field->kind == index::FieldKind::kEntity && field->id != FieldId::kMonth;
  return has_cards ? Typed{field->id, typed.substr(colon + 1)} : Typed{std::nullopt, typed};
}

/// The country; nothing where it is none.
Result<std::optional<ChosenEntity>> choose_country(const index::IndexReader& index,
                                                   const entity::LazyCountries& countries,
                                                   const std::string& name) {
  const Result<const entity::CountryGazetteer*> gazetteer = countries.get();
  if (!gazetteer) return tl::unexpected(gazetteer.error());
  const std::optional<std::string> code = (*gazetteer)->find_typed(name);
  if (!code) return std::nullopt;
  const auto id = index.entities.find_key(FieldId::kCountry, *code);
  if (!id) return tl::unexpected(id.error());
  if (!*id) {
    return fail(ErrorKind::kQuery, fmt::format("no statement names the country «{}»", name));
  }
  return ChosenEntity{FieldId::kCountry, **id, entity::country_name(*code, "ar")};
}

Result<ChosenEntity> choose_named(const EntityFinder& finder, FieldId field,
                                  const std::string& name) {
  return finder.choose(field, name).map([field](const FoundEntity& found) {
    return ChosenEntity{field, found.id, found.name};
  });
}

}  // namespace

Result<ChosenEntity> choose_entity(const index::IndexReader& index,
                                   const entity::LazyCountries& countries,
                                   const std::string& typed) {
  const Typed wanted = take_field(typed);
  const EntityFinder finder(index.statements, index.entities);
  if (wanted.field && *wanted.field != FieldId::kCountry) {
    return choose_named(finder, *wanted.field, wanted.name);
  }
  const auto country = choose_country(index, countries, wanted.name);
  if (!country) return tl::unexpected(country.error());
  if (*country) return **country;
  if (wanted.field) {
    return fail(ErrorKind::kQuery, fmt::format("there is no country «{}»", wanted.name),
                "countries are named in Arabic or English or by ISO code");
  }
  std::optional<Error> several;
  for (const FieldId field : kNamedFields) {
    const auto found = finder.find(field, wanted.name);
    if (!found) return tl::unexpected(found.error());
    if (found->empty()) continue;
    Result<ChosenEntity> chosen = choose_named(finder, field, wanted.name);
    if (chosen) return chosen;
    if (!several) several = chosen.error();
  }
  if (several) return tl::unexpected(*several);
  return finder.nobody(FieldId::kPerson, wanted.name);
}

}  // namespace bayan::searcher
