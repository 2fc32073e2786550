#include "common/entity/short_name_rules.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string>
#include <unordered_map>

#include "common/entity/house_names.h"

namespace bayan::entity {
namespace {

/// More fuller names than this cannot be told apart by any evidence here.
constexpr std::size_t kMostCandidates = 64;

constexpr double kRareBearers = 0.1;  ///< so many others would bear the words by chance
constexpr std::uint32_t kMuchOftener = 12;
constexpr std::uint32_t kFarRarer = 8;
/// Of a name's statements one in so many beside another shows that they are two.
constexpr std::uint32_t kBesidePart = 20;
/// So many times a rival's statements must a ruling house's man have.
constexpr std::uint32_t kFarMore = 4;

/// Where many bear the words, one post among many mentions without says nothing of the others.
bool tells_by_posts(const NameGroup& name, bool is_rare) {
  const std::uint32_t least_part = name.words.size() > 2 ? 8 : 4;
  return name.with_post > 0 && (is_rare || name.with_post * least_part >= name.statements);
}

}  // namespace

ShortNameRules::Fuller ShortNameRules::fuller_names() const {
  const std::unordered_map<std::string, std::uint32_t> by_name = groups_.numbers_by_name();
  Fuller fuller;
  fuller.names.resize(groups_.size());
  fuller.by_post.resize(groups_.size());
  const auto add = [&by_name](const std::vector<std::string>& names, std::uint32_t g,
                              std::vector<std::vector<std::uint32_t>>& lists) {
    for (const std::string& name : names) {
      const auto found = by_name.find(name);
      if (found != by_name.end() && found->second != g) lists[found->second].push_back(g);
    }
  };
  for (std::uint32_t g = 0; g < groups_.size(); ++g) {
    add(shorter_names(groups_[g].words), g, fuller.names);
    add(great_grandfather_names(groups_[g].words), g, fuller.names);
    add(house_short_names(groups_[g].words), g, fuller.by_post);
  }
  return fuller;
}

/// «سلطان بن محمد القاسمي» on a throne and «سلطان بن محمد بن سلطان القاسمي» next to it.
void ShortNameRules::keep_grandsons_apart(const std::vector<std::vector<std::uint32_t>>& fuller) {
  constexpr std::size_t kGrandfather = 2;
  for (std::uint32_t g = 0; g < groups_.size(); ++g) {
    const NameGroup& name = groups_[g];
    if (name.words.size() < 3 || !is_of_ruling_house(name.words)) continue;
    for (const std::uint32_t other : fuller[g]) {
      const NameGroup& grandson = groups_[other];
      const bool has_his_name =
          grandson.words.size() > 3 && grandson.words[kGrandfather] == name.words[0];
      if (has_his_name && groups_.are_of_two_thrones(name, grandson)) groups_.keep_apart(g, other);
    }
  }
}

/// A statement that holds two names apart which words could make one man knows two.
void ShortNameRules::keep_neighbours_apart(const std::vector<std::vector<std::uint32_t>>& fuller,
                                           const TogetherSource& together) {
  constexpr std::size_t kTwoMen = 3;  // words; shorter names a statement always gives to somebody
  std::vector<std::vector<std::uint32_t>> sets(groups_.size());
  std::vector<NamePair> pairs;
  for (std::uint32_t g = 0; g < groups_.size(); ++g) {
    const std::vector<std::string>& words = groups_[g].words;
    if (words.size() < kTwoMen || fuller[g].size() > kMostCandidates) continue;
    for (const std::uint32_t other : fuller[g]) {
      if (groups_[other].words.back() != words.back()) continue;
      pairs.push_back({g, other});
      for (const std::uint32_t one : {g, other}) sets[one] = groups_[one].members;
    }
  }
  const std::vector<std::uint32_t> counts = together(sets, pairs);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto& [a, b] = pairs[i];
    const std::uint32_t rarer = std::min(groups_[a].own_statements, groups_[b].own_statements);
    if (counts[i] > 0 && counts[i] * kBesidePart >= rarer) groups_.keep_apart(a, b);
  }
}

void ShortNameRules::join_shorter_names(const TogetherSource& together) {
  const Fuller fuller = fuller_names();
  keep_grandsons_apart(fuller.names);
  if (together) keep_neighbours_apart(fuller.names, together);
  std::vector<std::uint32_t> order(groups_.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, std::greater(),
                           [this](std::uint32_t g) { return groups_[g].words.size(); });
  for (const std::uint32_t g : order) {
    if (!fuller.names[g].empty()) join_shorter(g, fuller.names[g], false);
    const bool is_alone = groups_.whole_of(g) == g;
    if (is_alone && !fuller.by_post[g].empty()) join_shorter(g, fuller.by_post[g], true);
  }
}

void ShortNameRules::join_shorter(std::uint32_t name, const std::vector<std::uint32_t>& fuller,
                                  bool by_post) {
  const std::uint32_t own = groups_.whole_of(name);
  std::vector<std::uint32_t> wholes;
  for (const std::uint32_t g : fuller) {
    const std::uint32_t whole = groups_.whole_of(g);
    const bool may_join = whole != own && !groups_.are_kept_apart(groups_[own], groups_[whole]);
    if (may_join && std::ranges::find(wholes, whole) == wholes.end()) {
      wholes.push_back(whole);
    }
    if (wholes.size() > kMostCandidates) return;
  }
  if (wholes.empty()) return;
  const std::uint32_t chosen = wholes.size() == 1 && !by_post
                                   ? only_candidate(own, wholes[0], fuller[0])
                                   : told_by_posts(own, wholes);
  if (chosen != own) {
    groups_.join(own, chosen);
  } else {
    undecided_.push_back({own, std::move(wholes)});
  }
}

std::uint32_t ShortNameRules::only_candidate(std::uint32_t name, std::uint32_t whole,
                                             std::uint32_t fuller) const {
  const NameGroup& a = groups_[name];
  const NameGroup& b = groups_[whole];
  const bool is_he_alone =
      is_sole_in_house(a) && is_of_ruling_house(b.words) && groups_.has_own_name_alone(a);
  if (groups_.are_at_odds(a, b) && !is_he_alone) return name;
  const bool is_rare = groups_.expected_bearers(a, groups_[fuller]) < kRareBearers;
  if (tells_by_posts(a, is_rare) && b.with_post > 0 && groups_.posts_agree(a, b) >= kLikePosts) {
    return whole;
  }
  if (!is_rare || is_thin_in_house(a, b)) return name;
  return a.statements <= kMuchOftener * b.statements || is_sole_in_house(a) ? whole : name;
}

/// «تميم بن حمد آل ثاني»: a man of a ruling house by a name that none of its others has.
bool ShortNameRules::is_sole_in_house(const NameGroup& name) const {
  return name.words.size() > 2 && is_of_ruling_house(name.words) &&
         groups_.expected_bearers_in_house(name) < kRareBearers;
}

/// «خليفة بن أحمد آل خليفة» and «خليفة بن أحمد بن عبدالله آل خليفة», in other posts, where such
/// names are common in the house.
bool ShortNameRules::is_thin_in_house(const NameGroup& name, const NameGroup& fuller) const {
  return name.words.size() > 2 && is_of_ruling_house(name.words) &&
         is_of_ruling_house(fuller.words) && name.with_post > 0 && fuller.with_post > 0 &&
         groups_.posts_agree(name, fuller) < kLikePosts && !is_sole_in_house(name);
}

/// The one that is named oftenest in the name's posts, where every other is named in other posts,
/// far more rarely, or not in the very post that hardly anybody has.
std::uint32_t ShortNameRules::told_by_posts(std::uint32_t name,
                                            const std::vector<std::uint32_t>& wholes) const {
  const NameGroup& a = groups_[name];
  if (!tells_by_posts(a, false)) return name;
  std::vector<double> like;
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < wholes.size(); ++i) {
    like.push_back(groups_.posts_agree(a, groups_[wholes[i]]));
    if (like[i] < kLikePosts) continue;
    if (!best || groups_[wholes[i]].statements > groups_[wholes[*best]].statements) best = i;
  }
  if (!best) return name;
  const NameGroup& chosen = groups_[wholes[*best]];
  const bool has_own_post = groups_.share_own_post(a, chosen);
  for (std::size_t i = 0; i < wholes.size(); ++i) {
    const NameGroup& other = groups_[wholes[i]];
    const bool is_other = like[i] < like[*best] / 2 ||
                          other.statements * kFarRarer <= chosen.statements ||
                          (has_own_post && !groups_.share_own_post(a, other));
    if (i != *best && !is_other) return name;
  }
  return wholes[*best];
}

/// The man of a ruling house for whom a patronymic stands; the name's own number where there is
/// none or another is nearly as known.
std::uint32_t ShortNameRules::house_bearer(const Undecided& one) const {
  std::vector<std::uint32_t> wholes;
  for (const std::uint32_t fuller : one.fuller) wholes.push_back(groups_.whole_of(fuller));
  std::ranges::sort(wholes);
  wholes.erase(std::unique(wholes.begin(), wholes.end()), wholes.end());
  std::erase_if(wholes, [&](std::uint32_t whole) {
    const NameGroup& fuller = groups_[whole];
    return fuller.words.size() < 3 || fuller.words[1] != groups_[one.name].words[1];
  });
  std::uint32_t best = one.name;
  std::uint32_t all = 0;
  for (const std::uint32_t whole : wholes) {
    const NameGroup& fuller = groups_[whole];
    all += fuller.statements;
    const bool is_better = best == one.name || fuller.statements > groups_[best].statements;
    if (is_better && is_of_ruling_house(fuller.words)) best = whole;
  }
  if (best == one.name) return best;
  const std::uint32_t own = groups_[best].statements;
  return (all - own) * kFarMore <= own ? best : one.name;
}

void ShortNameRules::join_patronymics() {
  for (const Undecided& one : undecided_) {
    const NameGroup& name = groups_[one.name];
    const bool is_patronymic = name.words.size() == 2 && name.patronymic * 2 > name.own_statements;
    if (!is_patronymic || groups_.whole_of(one.name) != one.name) continue;
    const std::uint32_t whole = house_bearer(one);
    if (whole == one.name) continue;
    const NameGroup& fuller = groups_[whole];
    const bool may_join = !NameGroups::are_kept_apart(name, fuller) &&
                          !groups_.are_at_odds(name, fuller) &&
                          name.statements <= kMuchOftener * fuller.statements;
    if (may_join) groups_.join(one.name, whole);
  }
}

}  // namespace bayan::entity
