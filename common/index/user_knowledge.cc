#include "common/index/user_knowledge.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "common/entity/country_gazetteer.h"

namespace bayan::index {
namespace {

class Resolver {
 public:
  explicit Resolver(EntityTableBuilder& entities) : entities_(entities) {
    for (std::uint32_t id = 1; id <= entities_.last_id(); ++id) {
      if (entities_.field_of(id) == FieldId::kPerson) {
        ids_.try_emplace(std::string(entities_.key_of(id)), id);
      } else if (entities_.field_of(id) == FieldId::kOrganisation) {
        // A body's key holds its state besides its words.
        bodies_.try_emplace(entity::gazetteer_key(entities_.name_of(id)), id);
      }
    }
  }

  UserKnowledge run(const entity::UserGazetteer& gazetteer) {
    for (const auto& person : gazetteer.persons) add_named(FieldId::kPerson, person);
    for (const auto& body : gazetteer.organisations) add_named(FieldId::kOrganisation, body);
    for (const auto& country : gazetteer.countries) add_country(country);
    for (const auto& pair : gazetteer.same) {
      const auto first = find(pair.first);
      const auto second = find(pair.second);
      if (first && second) known_.same.emplace_back(*first, *second);
    }
    for (const auto& pair : gazetteer.apart) {
      const auto first = find(pair.first);
      const auto second = find(pair.second);
      if (first && second) known_.apart.emplace_back(*first, *second);
    }
    for (const std::string& name : gazetteer.nobody) {
      if (const auto id = find(name)) known_.nobody.push_back(*id);
    }
    for (const auto& pair : gazetteer.renames) {
      if (const auto id = find(pair.first)) known_.names[*id] = pair.second;
    }
    for (const auto& post : gazetteer.posts) {
      const auto id = find(post.name);
      if (!id) continue;
      known_.posts[*id].push_back(
          post.years.empty() ? post.post : fmt::format("{} ({})", post.post, post.years));
    }
    return std::move(known_);
  }

 private:
  [[nodiscard]] std::optional<std::uint32_t> find(const std::string& name) const {
    const std::string key = entity::gazetteer_key(name);
    if (const auto person = ids_.find(key); person != ids_.end()) return person->second;
    if (const auto body = bodies_.find(key); body != bodies_.end()) return body->second;
    return std::nullopt;
  }

  std::uint32_t add(FieldId field, const std::string& name) {
    const std::string key = entity::gazetteer_key(name);
    auto& ids = field == FieldId::kPerson ? ids_ : bodies_;
    const auto [place, is_new] = ids.try_emplace(key, 0);
    if (is_new) place->second = entities_.add_key(field, key, name);
    return place->second;
  }

  void add_named(FieldId field, const entity::UserGazetteer::Named& named) {
    const std::uint32_t id = add(field, named.name);
    known_.names[id] = named.name;
    for (const std::string& alias : named.others) {
      const std::uint32_t other = add(field, alias);
      if (other != id) known_.same.emplace_back(id, other);
    }
  }

  void add_country(const entity::UserGazetteer::Named& country) {
    const std::uint32_t id = entities_.add_key(FieldId::kCountry, country.name, country.name);
    for (const std::string& alias : country.others) {
      const std::uint32_t other =
          entities_.add_key(FieldId::kCountry, entity::gazetteer_key(alias), alias);
      if (other != id) known_.same.emplace_back(id, other);
    }
  }

  EntityTableBuilder& entities_;
  std::unordered_map<std::string, std::uint32_t> ids_;     ///< of persons, by key
  std::unordered_map<std::string, std::uint32_t> bodies_;  ///< by the folded words of their names
  UserKnowledge known_;
};

}  // namespace

UserKnowledge resolve(const entity::UserGazetteer& gazetteer, EntityTableBuilder& entities) {
  return Resolver(entities).run(gazetteer);
}

void learn_gazetteer(EntityTableBuilder& entities) {
  if (entities.gazetteer().empty()) return entities.set_known({});
  // What is wrong was told before the gazetteer was taken in.
  std::vector<entity::GazetteerProblem> problems;
  entities.set_known(
      resolve(entity::parse_user_gazetteer(entities.gazetteer(), problems), entities));
}

}  // namespace bayan::index
