#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace bayan::index {

/// Which keys of an entity table are one entity, and what entities are called.
struct Identities {
  struct Entity {
    std::string name;                ///< as people know it; empty where that is the key's own
    std::vector<std::string> posts;  ///< of a person: the most usual first, a few
  };
  /// By id, from 1 (place 0 is unused): the id of the key that stands for the entity; 0 where the
  /// key names nothing. Ids behind the end are entities of their own.
  std::vector<std::uint32_t> entity_ids;
  /// By the id that stands for an entity, where there is more to tell than the key's own name.
  std::unordered_map<std::uint32_t, Entity> entities;
};

/// A user's gazetteer in the ids of an entity table.
struct UserKnowledge {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> same;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> apart;
  std::vector<std::uint32_t> nobody;
  std::map<std::uint32_t, std::string> names;               ///< of the entity that the key is in
  std::map<std::uint32_t, std::vector<std::string>> posts;  ///< likewise, with years
};

}  // namespace bayan::index
