#include "searcher/entity_choice.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <vector>

#include "common/entity/country_gazetteer.h"
#include "searcher/entity_finder.h"
#include "searcher/nearest_names.h"
#include "searcher/other_names.h"

namespace bayan::searcher {
namespace {

using index::FieldId;

constexpr std::array kNamedFields = {FieldId::kPerson, FieldId::kOrganisation, FieldId::kPosition,
                                     FieldId::kIssuer};

constexpr std::size_t kCandidates = 5;

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

/// The country; nothing where it is none. `by_sound`: by «Fransa» too.
Result<std::optional<ChosenEntity>> choose_country(const index::IndexReader& index,
                                                   const entity::LazyCountries& countries,
                                                   const std::string& name, bool by_sound) {
  const Result<const entity::CountryGazetteer*> gazetteer = countries.get();
  if (!gazetteer) return tl::unexpected(gazetteer.error());
  const std::optional<std::string> code =
      by_sound ? (*gazetteer)->find_typed(name) : (*gazetteer)->find_named(name);
  if (!code) return std::nullopt;
  const auto id = index.entities.find_key(FieldId::kCountry, *code);
  if (!id) return tl::unexpected(id.error());
  return ChosenEntity{FieldId::kCountry, id->value_or(0), *code, entity::country_name(*code, "ar")};
}

/// That neither a country nor anything in the index has that name, with the nearest of whatever
/// kind.
tl::unexpected<Error> nothing_named(const index::IndexReader& index,
                                    const entity::CountryGazetteer& countries,
                                    const std::string& typed) {
  std::vector<std::string> names = countries.nearest(typed, kCandidates);
  std::vector<NearName> near;
  for (const FieldId field : kNamedFields) {
    const auto of_field =
        nearest_names(index.statements, index.entities, field, typed, kCandidates);
    if (!of_field) return tl::unexpected(of_field.error());
    near.insert(near.end(), of_field->begin(), of_field->end());
  }
  std::ranges::stable_sort(near, {}, &NearName::distance);
  for (const NearName& one : near) {
    if (names.size() < kCandidates) names.push_back(one.name);
  }
  return fail(ErrorKind::kQuery, fmt::format("the index names nobody and nothing «{}»", typed),
              did_you_mean(names, "try one word of the name alone"));
}

Result<ChosenEntity> choose_named(const EntityFinder& finder, FieldId field,
                                  const std::string& name) {
  return finder.choose(field, name).map([field](const FoundEntity& found) {
    return ChosenEntity{field, found.id, found.key, found.name};
  });
}

/// Whom the index names so under some of the fields, the first that does; nothing where none does.
/// Several in one field are an error, where no other has one that is named far oftener.
Result<std::optional<ChosenEntity>> choose_among(const EntityFinder& finder,
                                                 std::span<const FieldId> fields,
                                                 const std::string& name) {
  constexpr std::uint64_t kFarOftener = 3;
  std::optional<Error> several;
  std::uint64_t statements_of_several = 0;
  for (const FieldId field : fields) {
    const auto found = finder.find(field, name);
    if (!found) return tl::unexpected(found.error());
    if (found->empty()) continue;
    const std::uint64_t statements = found->front().statements;
    Result<ChosenEntity> chosen = choose_named(finder, field, name);
    if (chosen && (!several || statements >= kFarOftener * statements_of_several)) return *chosen;
    if (chosen || several) continue;
    several = chosen.error();
    statements_of_several = statements;
  }
  if (several) return tl::unexpected(*several);
  return std::nullopt;
}

/// The fields whose gazetteers know the name.
Result<std::vector<FieldId>> fields_that_know(const std::string& name,
                                              const entity::LazyCountries& countries) {
  std::vector<FieldId> fields;
  for (const FieldId field : kNamedFields) {
    const auto others = other_names(field, name, countries);
    if (!others) return tl::unexpected(others.error());
    if (!others->empty()) fields.push_back(field);
  }
  return fields;
}

}  // namespace

Result<ChosenEntity> choose_entity(const index::IndexReader& index,
                                   const entity::LazyCountries& countries,
                                   const std::string& typed) {
  const Typed wanted = take_field(typed);
  const EntityFinder finder(index.statements, index.entities, countries);
  const bool is_country = wanted.field == FieldId::kCountry;
  if (wanted.field && !is_country) return choose_named(finder, *wanted.field, wanted.name);
  auto found = choose_country(index, countries, wanted.name, is_country);
  if (found && !*found && is_country) {
    return no_such_country(**countries.get(), wanted.name, kCandidates);
  }
  // What sounds like a country or a person is nobody where a gazetteer has it: "King", "UN".
  if (found && !*found) {
    const auto known = fields_that_know(wanted.name, countries);
    if (!known) return tl::unexpected(known.error());
    found = choose_among(finder, *known, wanted.name);
  }
  if (found && !*found) found = choose_country(index, countries, wanted.name, true);
  if (found && !*found) found = choose_among(finder, kNamedFields, wanted.name);
  if (!found) return tl::unexpected(found.error());
  return *found ? Result<ChosenEntity>(**found)
                : nothing_named(index, **countries.get(), wanted.name);
}

}  // namespace bayan::searcher
