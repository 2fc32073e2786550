#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/entity/entity.h"

namespace bayan::entity {

/// Remembers what printed posts were split into: texts call the same men by the same posts again
/// and again. Forgets all of it when it is full (some 1 MB). Used by one thread at a time.
class PostMemo {
 public:
  /// The posts in `printed` where the states of `homes` are at home, the likeliest first;
  /// `work_out()` gives them where they are not remembered.
  template <typename WorkOut>
  [[nodiscard]] std::vector<Post> posts(std::string_view printed,
                                        const std::vector<std::string>& homes, WorkOut&& work_out) {
    key_.assign(printed);
    for (const std::string& home : homes) key_.append(1, kBetween).append(home);
    if (const auto known = known_.find(key_); known != known_.end()) return known->second;
    if (known_.size() == kMost) known_.clear();
    return known_.emplace(key_, work_out()).first->second;
  }

 private:
  static constexpr std::size_t kMost = 4096;
  static constexpr char kBetween = '\n';  ///< in no code of a state
  std::unordered_map<std::string, std::vector<Post>> known_;
  std::string key_;
};

}  // namespace bayan::entity
