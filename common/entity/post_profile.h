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
  /// What stands for these posts in likeness(): rising words.
  [[nodiscard]] std::vector<Word> profile(std::span<const Seen> posts) const;
  /// 0 to 1.
  [[nodiscard]] static double likeness(std::span<const Word> a, std::span<const Word> b);

 private:
  std::vector<std::vector<std::uint32_t>> words_of_post_;
  std::vector<double> weight_of_word_;
};

}  // namespace bayan::entity
