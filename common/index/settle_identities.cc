#include "common/index/settle_identities.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <numeric>

namespace bayan::index {
namespace {

using Person = EntityEvidence::Person;

/// «2015-07» in months since the year 0.
std::uint32_t month_number(std::string_view key) {
  std::uint32_t year = 0;
  std::uint32_t month = 0;
  const std::size_t dash = std::min(key.find('-'), key.size());
  std::from_chars(key.data(), key.data() + dash, year);
  if (dash < key.size()) std::from_chars(key.data() + dash + 1, key.data() + key.size(), month);
  return year * 12 + month;
}

/// «محمد بن زايد», two words and what joins them.
bool is_patronymic(std::string_view name) {
  constexpr std::array<std::string_view, 2> kJoints = {" بن ", " بنت "};
  return std::ranges::any_of(kJoints, [name](std::string_view joint) {
    const std::size_t at = name.find(joint);
    return at != std::string_view::npos && name.find(' ') == at &&
           name.find(' ', at + joint.size()) == std::string_view::npos;
  });
}

/// Sets of ids; each is known by the root of what was joined to first.
class Sets {
 public:
  explicit Sets(std::size_t size) : parents_(size) {
    std::iota(parents_.begin(), parents_.end(), 0);
  }
  [[nodiscard]] std::uint32_t root_of(std::uint32_t id) {
    while (parents_[id] != id) {
      parents_[id] = parents_[parents_[id]];
      id = parents_[id];
    }
    return id;
  }
  void join(std::uint32_t to, std::uint32_t id) { parents_[root_of(id)] = root_of(to); }

 private:
  std::vector<std::uint32_t> parents_;
};

class Settlement {
 public:
  Settlement(const EntityTableBuilder& entities, EntityEvidence evidence)
      : entities_(entities),
        persons_(evidence.persons(entities.last_id())),
        evidence_(std::move(evidence)),
        known_(entities.known()),
        sets_(persons_.size()) {}

  Identities run() {
    result_.entity_ids.resize(persons_.size());
    std::iota(result_.entity_ids.begin(), result_.entity_ids.end(), 0);
    join_persons();
    for (const auto& [first, second] : known_.same) {
      if (entities_.field_of(first) == entities_.field_of(second)) sets_.join(first, second);
    }
    collect_members();
    choose_keys();
    follow_keys_without_statements();
    for (const auto& [best, members] : members_) describe(best, members);
    apply_names();
    apply_vetoes();
    return std::move(result_);
  }

 private:
  [[nodiscard]] bool is_person(std::uint32_t id) const {
    return entities_.field_of(id) == FieldId::kPerson;
  }

  /// What names and evidence say. The root of a set is the name that its person is known by best.
  void join_persons() {
    std::vector<std::uint32_t> ids;
    std::vector<entity::NameEvidence> names;
    std::vector<std::string_view> posts;
    std::vector<std::uint32_t> place_of(persons_.size());
    for (std::uint32_t id = 1; id < persons_.size(); ++id) {
      if (entities_.field_of(id) != FieldId::kPosition) continue;
      place_of[id] = static_cast<std::uint32_t>(posts.size());
      posts.push_back(entities_.key_of(id));
    }
    for (std::uint32_t id = 1; id < persons_.size(); ++id) {
      if (!is_person(id)) continue;
      entity::NameEvidence name{entities_.key_of(id), persons_[id].statements, persons_[id].posts,
                                persons_[id].countries};
      name.is_patronymic = is_patronymic(entities_.name_of(id));
      for (entity::Seen& post : name.posts) post.id = place_of[post.id];
      place_of[id] = static_cast<std::uint32_t>(names.size());
      ids.push_back(id);
      names.push_back(std::move(name));
    }
    std::vector<entity::NamePair> apart;
    for (const auto& [first, second] : known_.apart) {
      if (is_person(first) && is_person(second)) {
        apart.push_back({place_of[first], place_of[second]});
      }
    }
    const auto company = [&](const std::vector<std::vector<std::uint32_t>>& sets) {
      return company_of(sets, ids, place_of);
    };
    const auto together = [&](std::vector<std::vector<std::uint32_t>> sets,
                              std::span<const entity::NamePair> pairs) {
      for (std::vector<std::uint32_t>& set : sets) {
        for (std::uint32_t& one : set) one = ids[one];
      }
      return evidence_.statements_with_both(sets, pairs);
    };
    const std::vector<std::uint32_t> best =
        entity::find_identities(names, posts, apart, company, together);
    for (std::size_t i = 0; i < ids.size(); ++i) sets_.join(ids[best[i]], ids[i]);
  }

  /// EntityEvidence::company_of() in numbers of names: `ids` by number, `place_of` by id.
  [[nodiscard]] std::vector<entity::Company> company_of(
      std::vector<std::vector<std::uint32_t>> sets, const std::vector<std::uint32_t>& ids,
      const std::vector<std::uint32_t>& place_of) const {
    for (std::vector<std::uint32_t>& set : sets) {
      for (std::uint32_t& name : set) name = ids[name];
    }
    std::vector<entity::Company> companies;
    for (EntityEvidence::Company& found : evidence_.company_of(sets)) {
      entity::Company company;
      company.names = std::move(found.persons);
      for (entity::Seen& seen : company.names) seen.id = place_of[seen.id];
      company.issuers = std::move(found.issuers);
      for (const std::uint32_t id : found.months) {
        const std::uint32_t month = month_number(entities_.key_of(id));
        if (company.first_month == 0) company.first_month = company.last_month = month;
        company.first_month = std::min(company.first_month, month);
        company.last_month = std::max(company.last_month, month);
      }
      companies.push_back(std::move(company));
    }
    return companies;
  }

  /// Sets of several keys, and of single persons that statements name.
  void collect_members() {
    for (std::uint32_t id = 1; id < persons_.size(); ++id) {
      const std::uint32_t root = sets_.root_of(id);
      if (root != id || persons_[id].statements > 0) members_[root].push_back(id);
    }
    for (auto& [root, members] : members_) {
      if (std::ranges::find(members, root) == members.end()) members.push_back(root);
    }
  }

  /// A published key that may stand for a new entity, with how many statements of its went there.
  struct Claim {
    std::uint32_t key;
    std::uint32_t statements;
  };

  void choose_keys() {
    std::map<std::uint32_t, std::map<std::uint32_t, std::uint32_t>> claims;  // published -> best
    std::map<std::uint32_t, std::uint32_t> holders;  // the set that a published key itself is in
    for (const auto& [best, members] : members_) {
      if (!is_person(best)) continue;
      for (const std::uint32_t id : members) {
        if (const std::uint32_t published = entities_.published_entity(id)) {
          claims[published][best] += persons_[id].statements;
          if (published == id) holders[published] = best;
        }
      }
    }
    std::map<std::uint32_t, Claim> keys;  // by best name
    for (const auto& [published, parts] : claims) {
      const auto held = holders.find(published);
      const std::uint32_t best = held != holders.end() ? held->second : largest(parts);
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
      if (!is_person(id) || persons_[id].statements > 0 || members_.contains(sets_.root_of(id))) {
        continue;
      }
      const std::uint32_t published = entities_.published_entity(id);
      if (published != 0 && published != id) {
        result_.entity_ids[id] = result_.entity_ids[published];
      }
    }
  }

  /// The name, and the posts that are told oftenest.
  void describe(std::uint32_t best, const std::vector<std::uint32_t>& members) {
    std::vector<std::string> posts = usual_posts(members);
    const std::uint32_t key = key_of_[best];
    const bool has_own_name = key == best || entities_.name_of(key) == entities_.name_of(best);
    if (posts.empty() && has_own_name) return;
    Identities::Entity& entity = result_.entities[key];
    if (!has_own_name) entity.name = entities_.name_of(best);
    entity.posts = std::move(posts);
  }

  [[nodiscard]] std::vector<std::string> usual_posts(
      const std::vector<std::uint32_t>& members) const {
    constexpr std::size_t kMostPosts = 4;
    std::map<std::uint32_t, std::uint32_t> counts;
    for (const std::uint32_t id : members) {
      for (const entity::Seen& post : persons_[id].posts) counts[post.id] += post.count;
    }
    std::vector<entity::Seen> sorted;
    for (const auto& [post, count] : counts) sorted.push_back({post, count});
    std::ranges::sort(sorted, [this](const entity::Seen& a, const entity::Seen& b) {
      return a.count != b.count ? a.count > b.count
                                : entities_.key_of(a.id) < entities_.key_of(b.id);
    });
    std::vector<std::string> posts;
    for (const entity::Seen& post : sorted) {
      if (posts.size() < kMostPosts) posts.push_back(entities_.name_of(post.id));
    }
    return posts;
  }

  /// The user's names and posts.
  void apply_names() {
    for (const auto& [id, name] : known_.names) {
      const std::uint32_t key = result_.entity_ids[id];
      const bool is_own = entities_.name_of(key) == name;
      if (!is_own || result_.entities.contains(key)) {
        result_.entities[key].name = is_own ? "" : name;
      }
    }
    for (const auto& [id, posts] : known_.posts) {
      std::vector<std::string>& all = result_.entities[result_.entity_ids[id]].posts;
      all.insert(all.begin(), posts.begin(), posts.end());
    }
  }

  /// A vetoed name takes all keys of its entity along only where the entity is known by it.
  void apply_vetoes() {
    for (const std::uint32_t id : known_.nobody) {
      const std::uint32_t root = sets_.root_of(id);
      const auto members = members_.find(root);
      const bool is_known_by_it =
          members != members_.end() && (root == id || key_of_.at(root) == id);
      if (is_known_by_it) {
        for (const std::uint32_t member : members->second) result_.entity_ids[member] = 0;
      }
      result_.entity_ids[id] = 0;
    }
  }

  const EntityTableBuilder& entities_;
  std::vector<Person> persons_;
  EntityEvidence evidence_;
  const UserKnowledge& known_;
  Sets sets_;
  Identities result_;
  std::map<std::uint32_t, std::vector<std::uint32_t>> members_;  ///< by the best name
  std::map<std::uint32_t, std::uint32_t> key_of_;                ///< likewise
};

}  // namespace

Identities settle_identities(const EntityTableBuilder& entities, EntityEvidence evidence) {
  return Settlement(entities, std::move(evidence)).run();
}

}  // namespace bayan::index
