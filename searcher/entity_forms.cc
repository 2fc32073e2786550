#include "searcher/entity_forms.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/base/printable.h"
#include "common/text/fold.h"

namespace bayan::searcher {
namespace {

/// What a form may be without its proclitic: «واليمن» -> «اليمن», «لليمن» -> «اليمن».
std::string without_proclitic(std::string_view form) {
  constexpr std::array<std::string_view, 5> kProclitics = {"و", "ف", "ب", "ك", "ل"};
  if (form.starts_with("لل")) return "ال" + std::string(form.substr(2 * text::kLetterBytes));
  for (const std::string_view proclitic : kProclitics) {
    if (form.starts_with(proclitic)) return std::string(form.substr(proclitic.size()));
  }
  return {};
}

}  // namespace

void join_proclitics(std::map<std::string, std::uint64_t>& counts) {
  for (auto form = counts.begin(); form != counts.end();) {
    const std::string once = without_proclitic(form->first);
    auto bare = counts.find(once);
    // «ولليمن» has two.
    if (bare == counts.end()) bare = counts.find(without_proclitic(once));
    if (bare == counts.end() || bare == form) {
      ++form;
      continue;
    }
    bare->second += form->second;
    form = counts.erase(form);
  }
}

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
  std::map<std::string, std::uint64_t> counts = counts_;
  if (field_ != index::FieldId::kPerson) join_proclitics(counts);
  std::vector<FacetValue> forms;
  for (const auto& [form, count] : counts) forms.push_back({text::fold(form), form, count});
  std::ranges::stable_sort(forms, std::greater<>(), &FacetValue::count);
  if (forms.size() > most) forms.resize(most);
  return forms;
}

}  // namespace bayan::searcher
