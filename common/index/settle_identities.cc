#include "common/index/settle_identities.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace bayan::index {
namespace {

using Person = EntityEvidence::Person;

class Settlement {
 public:
  Settlement(const EntityTableBuilder& entities, std::vector<Person> persons)
      : entities_(entities), persons_(std::move(persons)) {}

  Identities run() {
    result_.entity_ids.resize(persons_.size());
    std::iota(result_.entity_ids.begin(), result_.entity_ids.end(), 0);
    find_persons();
    choose_keys();
    follow_keys_without_statements();
    for (const auto& [best, members] : members_) describe(best, members);
    return std::move(result_);
  }

 private:
  /// Fills members_ by the id of the best name.
  void find_persons() {
    std::vector<std::uint32_t> ids;
    std::vector<entity::NameEvidence> names;
    std::vector<std::string_view> posts;
    std::vector<std::uint32_t> place_of_post(persons_.size());
    for (std::uint32_t id = 1; id < persons_.size(); ++id) {
      if (entities_.field_of(id) == FieldId::kPosition) {
        place_of_post[id] = static_cast<std::uint32_t>(posts.size());
        posts.push_back(entities_.key_of(id));
      }
    }
    for (std::uint32_t id = 1; id < persons_.size(); ++id) {
      if (entities_.field_of(id) != FieldId::kPerson || persons_[id].statements == 0) continue;
      ids.push_back(id);
      entity::NameEvidence name{entities_.key_of(id), persons_[id].statements, persons_[id].posts,
                                persons_[id].countries};
      for (entity::Seen& post : name.posts) post.id = place_of_post[post.id];
      names.push_back(std::move(name));
    }
    const std::vector<std::uint32_t> best = entity::find_identities(names, posts);
    for (std::size_t i = 0; i < ids.size(); ++i) members_[ids[best[i]]].push_back(ids[i]);
  }

  /// A published key that may stand for a new entity, with how many statements of its went there.
  struct Claim {
    std::uint32_t key;
    std::uint32_t statements;
  };

  void choose_keys() {
    std::map<std::uint32_t, std::map<std::uint32_t, std::uint32_t>> claims;  // published -> best
    for (const auto& [best, members] : members_) {
      for (const std::uint32_t id : members) {
        if (const std::uint32_t published = entities_.published_entity(id)) {
          claims[published][best] += persons_[id].statements;
          if (published == id) holder_[published] = best;
        }
      }
    }
    std::map<std::uint32_t, Claim> keys;  // by best name
    for (const auto& [published, parts] : claims) {
      const auto held = holder_.find(published);
      const std::uint32_t best = held != holder_.end() ? held->second : largest(parts);
      const Claim claim{published, parts.at(best)};
      const auto [place, is_first] = keys.try_emplace(best, claim);
      if (!is_first && claim.statements > place->second.statements) place->second = claim;
    }
    for (const auto& [best, members] : members_) {
      const auto key = keys.find(best);
      key_of_[best] = key == keys.end() ? best : key->second.key;
      for (const std::uint32_t id : members) result_.entity_ids[id] = key_of_[best];
      result_.entity_ids[key_of_[best]] = key_of_[best];
    }
  }

  static std::uint32_t largest(const std::map<std::uint32_t, std::uint32_t>& parts) {
    return std::ranges::max_element(parts, {}, [](const auto& part) { return part.second; })->first;
  }

  /// A key that no statement holds any more stays where it was.
  void follow_keys_without_statements() {
    for (std::uint32_t id = 1; id < persons_.size(); ++id) {
      if (entities_.field_of(id) != FieldId::kPerson || persons_[id].statements > 0) continue;
      const std::uint32_t published = entities_.published_entity(id);
      if (published != 0 && published != id) {
        result_.entity_ids[id] = result_.entity_ids[published];
      }
    }
  }

  /// The name, and the posts that make up a part of all that is worth telling.
  void describe(std::uint32_t best, const std::vector<std::uint32_t>& members) {
    constexpr std::size_t kMostPosts = 4;
    std::vector<entity::Seen> posts;
    for (const std::uint32_t id : members) {
      posts.insert(posts.end(), persons_[id].posts.begin(), persons_[id].posts.end());
    }
    std::ranges::sort(posts, {}, &entity::Seen::id);
    std::vector<entity::Seen> summed;
    for (const entity::Seen& post : posts) {
      if (!summed.empty() && summed.back().id == post.id) {
        summed.back().count += post.count;
      } else {
        summed.push_back(post);
      }
    }
    std::ranges::sort(summed, [this](const entity::Seen& a, const entity::Seen& b) {
      return a.count != b.count ? a.count > b.count
                                : entities_.key_of(a.id) < entities_.key_of(b.id);
    });
    if (summed.size() > kMostPosts) summed.resize(kMostPosts);
    const std::uint32_t key = key_of_[best];
    const bool has_own_name = key == best || entities_.name_of(key) == entities_.name_of(best);
    if (summed.empty() && has_own_name) return;
    Identities::Entity& entity = result_.entities[key];
    if (!has_own_name) entity.name = entities_.name_of(best);
    for (const entity::Seen& post : summed) entity.posts.push_back(entities_.name_of(post.id));
  }

  const EntityTableBuilder& entities_;
  std::vector<Person> persons_;
  Identities result_;
  std::map<std::uint32_t, std::vector<std::uint32_t>> members_;  ///< by the best name
  std::map<std::uint32_t, std::uint32_t> holder_;  ///< the new entity that a published key is in
  std::map<std::uint32_t, std::uint32_t> key_of_;  ///< by the best name
};

}  // namespace

Identities settle_identities(const EntityTableBuilder& entities, EntityEvidence evidence) {
  return Settlement(entities, evidence.persons(entities.last_id())).run();
}

}  // namespace bayan::index
