#pragma once

#include <cstdint>
#include <vector>

#include "common/entity/identity.h"
#include "common/entity/name_groups.h"

namespace bayan::entity {

/// A shorter name that words and posts left apart, and the groups that it can stand for.
struct Undecided {
  std::uint32_t name = 0;
  std::vector<std::uint32_t> fuller;
};

/// Joins shorter names to fuller ones of the same man.
class ShortNameRules {
 public:
  /// `groups` must outlive the rules.
  explicit ShortNameRules(NameGroups& groups) : groups_(groups) {}

  /// The fullest names first: a shorter name joins the only fuller one that it can stand for, where
  /// its words are not what many bear, or that of several which its posts tell; none that stands
  /// beside it in statements.
  void join_shorter_names(const TogetherSource& together);

  /// «محمد بن زايد» without more is no way to call an ordinary man: it joins him of a ruling house,
  /// where no other is nearly as known.
  void join_patronymics();

  /// What was left apart for want of evidence.
  [[nodiscard]] const std::vector<Undecided>& undecided() const { return undecided_; }

 private:
  /// The fuller names of each name; those that it stands for by its post alone apart.
  struct Fuller {
    std::vector<std::vector<std::uint32_t>> names;
    std::vector<std::vector<std::uint32_t>> by_post;
  };
  [[nodiscard]] Fuller fuller_names() const;
  void keep_grandsons_apart(const std::vector<std::vector<std::uint32_t>>& fuller);
  void keep_neighbours_apart(const std::vector<std::vector<std::uint32_t>>& fuller,
                             const TogetherSource& together);
  void join_shorter(std::uint32_t name, const std::vector<std::uint32_t>& fuller, bool by_post);
  [[nodiscard]] std::uint32_t only_candidate(std::uint32_t name, std::uint32_t whole,
                                             std::uint32_t fuller) const;
  [[nodiscard]] bool is_sole_in_house(const NameGroup& name) const;
  [[nodiscard]] bool is_thin_in_house(const NameGroup& name, const NameGroup& fuller) const;
  [[nodiscard]] std::uint32_t told_by_posts(std::uint32_t name,
                                            const std::vector<std::uint32_t>& wholes) const;
  [[nodiscard]] std::uint32_t house_bearer(const Undecided& one) const;

  NameGroups& groups_;
  std::vector<Undecided> undecided_;
};

}  // namespace bayan::entity
