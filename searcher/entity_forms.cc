#include "searcher/entity_forms.h"

#include <algorithm>

#include "common/base/printable.h"
#include "common/text/fold.h"

namespace bayan::searcher {

void EntityForms::note(const statement::Statement& statement,
                       const std::vector<entity::Mention>& mentions) {
  for (const entity::Mention& mention : mentions) {
    const std::string& text =
        mention.field == entity::Field::kTitle ? statement.title : statement.body;
    if (mention.begin >= mention.end || mention.end > text.size()) continue;
    ++counts_[printable_line(
        std::string_view(text).substr(mention.begin, mention.end - mention.begin))];
  }
}

void EntityForms::read(const statement::Statement& statement) {
  const entity::Recognised& entities = statement.entities;
  switch (field_) {
    case index::FieldId::kPerson:
      for (const entity::Person& person : entities.persons) {
        if (keys_.contains(person.key)) ++counts_[person.name];
      }
      break;
    case index::FieldId::kCountry:
      for (const entity::Country& country : entities.countries) {
        if (keys_.contains(country.code)) note(statement, country.mentions);
      }
      break;
    case index::FieldId::kOrganisation:
      for (const entity::Organisation& organisation : entities.organisations) {
        if (keys_.contains(organisation.key)) note(statement, organisation.mentions);
      }
      break;
    default:
      break;
  }
}

std::vector<FacetValue> EntityForms::most_frequent(std::size_t most) const {
  std::vector<FacetValue> forms;
  for (const auto& [form, count] : counts_) forms.push_back({text::fold(form), form, count});
  std::ranges::stable_sort(forms, std::greater<>(), &FacetValue::count);
  if (forms.size() > most) forms.resize(most);
  return forms;
}

}  // namespace bayan::searcher
