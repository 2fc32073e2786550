#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "common/entity/identity.h"

namespace bayan::entity {

/// Adds the counts of `more` to `seen`; both have rising ids.
void add_seen(std::vector<Seen>& seen, std::span<const Seen> more);

/// How alike two countings are, 0 to 1: the cosine.
[[nodiscard]] double likeness(std::span<const Seen> a, std::span<const Seen> b);

/// Compares the posts that names were seen in, word by word, so that «وزير الخارجية» meets «وزير
/// الخارجية السعودي»; a word of many posts («رئيس») says little.
class PostProfiles {
 public:
  explicit PostProfiles(std::span<const std::string_view> posts);

  struct Word {
    std::uint32_t word;
    double weight;
  };
  /// What stands for these posts in likeness(): rising words. A state («@BH») tells men of
  /// different ones apart; where all are of one it says nothing.
  [[nodiscard]] std::vector<Word> profile(std::span<const Seen> posts,
                                          bool with_states = true) const;
  /// 0 to 1.
  [[nodiscard]] static double likeness(std::span<const Word> a, std::span<const Word> b);
  /// How well some post among the usual ones of `all` agrees with each of `part`, 0 to 1: who
  /// changed his post is named in one of them in one form and in all of them in another.
  [[nodiscard]] double coverage(std::span<const Seen> part, std::span<const Seen> all,
                                bool with_states = true) const;

 private:
  std::vector<std::vector<std::uint32_t>> words_of_post_;
  std::vector<double> weight_of_word_;
  std::vector<bool> is_state_;
};

}  // namespace bayan::entity
