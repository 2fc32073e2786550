#include "common/entity/name_groups.h"

#include <algorithm>

#include "common/entity/house_names.h"
#include "common/entity/name_spelling.h"
#include "common/entity/throne.h"

namespace bayan::entity {
namespace {

constexpr double kSurelyLike = 0.9;
constexpr std::size_t kMostCovered = 12;  ///< posts; who has more is compared in all at once
constexpr double kOtherPosts = 0.06;      ///< nothing in common
constexpr double kLikePlaces = 0.5;       ///< countries named beside both
constexpr std::uint32_t kFewHolders = 6;  ///< names in a post that tells who is meant
constexpr std::uint32_t kUsualPart = 10;  ///< of a name's posts
constexpr std::uint32_t kFewPosts = 2;    ///< from here on, different posts speak against
/// Names of more words stand for too many shorter ones; of those only the likely are made.
constexpr std::size_t kLongName = 7;

std::uint32_t sum(std::span<const Seen> seen) {
  std::uint32_t total = 0;
  for (const Seen& one : seen) total += one.count;
  return total;
}

/// A man's own name in a house, or a forefather's.
std::string house_word(const std::string& house, const std::string& word, bool is_own) {
  return house + (is_own ? " " : " بن ") + word;
}

}  // namespace

std::string joined_words(const std::vector<std::string>& words, std::size_t begin,
                         std::size_t end) {
  std::string out;
  for (std::size_t i = begin; i < end; ++i) {
    if (i != begin) out += ' ';
    out += words[i];
  }
  return out;
}

std::vector<std::string> shorter_names(const std::vector<std::string>& words) {
  const std::size_t size = words.size();
  std::vector<std::string> out;
  if (size < 3) return out;
  const std::string head = words[0] + ' ' + words[1];
  out.push_back(words[0] + ' ' + words.back());
  if (size > kLongName) {
    for (std::size_t end = 2; end < size; ++end) out.push_back(joined_words(words, 0, end));
    out.push_back(head + ' ' + words.back());
  } else {
    const std::uint32_t choices = 1U << (size - 2);
    for (std::uint32_t choice = 0; choice + 1 < choices; ++choice) {
      std::string name = head;
      for (std::size_t i = 2; i < size; ++i) {
        if ((choice >> (i - 2) & 1U) != 0) name += ' ' + words[i];
      }
      out.push_back(std::move(name));
    }
  }
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

NameGroups::NameGroups(std::span<const NameEvidence> names, std::span<const std::string_view> posts,
                       std::span<const NamePair> apart)
    : profiles_(posts), posts_(posts) {
  for (const NamePair& pair : apart) {
    ++last_side_;
    sides_[pair.first].push_back(last_side_);
    sides_[pair.second].push_back(-last_side_);
  }
  group_by_spelling(names);
  count_words();
  count_holders(posts.size());
}

void NameGroups::group_by_spelling(std::span<const NameEvidence> names) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    if (names[i].statements > 0) order.push_back(i);
  }
  std::ranges::sort(order, [&names](std::uint32_t a, std::uint32_t b) {
    return names[a].statements != names[b].statements ? names[a].statements > names[b].statements
                                                      : names[a].key < names[b].key;
  });
  std::unordered_map<std::string, std::uint32_t> by_form;
  for (const std::uint32_t i : order) {
    std::vector<std::string> words = spelling_form(names[i].key);
    const auto sides = sides_.find(i);
    std::string form = joined_words(words, 0, words.size());
    if (sides != sides_.end()) form += '\n' + std::to_string(i);
    const auto [place, is_new] = by_form.try_emplace(std::move(form), size());
    if (is_new) {
      groups_.emplace_back();
      groups_.back().words = std::move(words);
      groups_.back().joined = place->second;
      if (sides != sides_.end()) groups_.back().sides = sides->second;
    }
    NameGroup& group = groups_[place->second];
    group.members.push_back(i);
    group.statements += names[i].statements;
    group.own_statements = group.statements;
    if (names[i].is_patronymic) group.patronymic += names[i].statements;
    add_seen(group.posts, names[i].posts);
    add_seen(group.countries, names[i].countries);
    group.with_post = sum(group.posts);
  }
}

void NameGroups::count_in_house(const NameGroup& group) {
  const std::string& house = group.words.back();
  const std::string man = joined_words(group.words, 0, 2);
  const auto count_once = [&](const std::string& word) {
    if (house_men_.insert(word + '\n' + man).second) ++house_men_with_word_[word];
  };
  count_once(house);
  count_once(house_word(house, group.words[0], true));
  for (std::size_t i = 1; i + 1 < group.words.size(); ++i) {
    count_once(house_word(house, group.words[i], false));
  }
}

void NameGroups::count_words() {
  for (const NameGroup& group : groups_) {
    if (group.words.size() < 2) continue;
    ++name_count_;
    if (group.words.size() > 2 && is_of_ruling_house(group.words)) count_in_house(group);
    for (auto word = group.words.begin(); word != group.words.end(); ++word) {
      if (std::find(group.words.begin(), word, *word) == word) ++names_with_word_[*word];
    }
  }
}

void NameGroups::count_holders(std::size_t posts) {
  holders_of_post_.assign(posts, 0);
  for (const NameGroup& group : groups_) {
    for (const Seen& seen : group.posts) ++holders_of_post_[seen.id];
  }
}

std::unordered_map<std::string, std::uint32_t> NameGroups::numbers_by_name() const {
  std::unordered_map<std::string, std::uint32_t> numbers;
  for (std::uint32_t g = 0; g < size(); ++g) {
    numbers.emplace(joined_words(groups_[g].words, 0, groups_[g].words.size()), g);
  }
  return numbers;
}

void NameGroups::keep_apart(std::uint32_t a, std::uint32_t b) {
  ++last_side_;
  groups_[a].sides.push_back(last_side_);
  groups_[b].sides.push_back(-last_side_);
}

void NameGroups::join(std::uint32_t part, std::uint32_t whole) {
  NameGroup& fuller = groups_[whole];
  fuller.sides.insert(fuller.sides.end(), groups_[part].sides.begin(), groups_[part].sides.end());
  groups_[part].joined = whole;
  fuller.statements += groups_[part].statements;
  add_seen(fuller.posts, groups_[part].posts);
  add_seen(fuller.countries, groups_[part].countries);
  fuller.with_post = sum(fuller.posts);
}

std::uint32_t NameGroups::whole_of(std::uint32_t group) const {
  while (groups_[group].joined != group) group = groups_[group].joined;
  return group;
}

std::vector<std::vector<std::uint32_t>> NameGroups::members_of_wholes() const {
  std::vector<std::vector<std::uint32_t>> persons(groups_.size());
  for (std::uint32_t g = 0; g < groups_.size(); ++g) {
    std::vector<std::uint32_t>& members = persons[whole_of(g)];
    members.insert(members.end(), groups_[g].members.begin(), groups_[g].members.end());
  }
  return persons;
}

double NameGroups::like_posts(const NameGroup& a, const NameGroup& b) const {
  const bool with_states = !is_of_ruling_house(a.words) || !is_of_ruling_house(b.words);
  return PostProfiles::likeness(profiles_.profile(a.posts, with_states),
                                profiles_.profile(b.posts, with_states));
}

double NameGroups::posts_agree(const NameGroup& name, const NameGroup& fuller) const {
  const double alike = like_posts(name, fuller);
  if (alike >= kSurelyLike || name.posts.size() > kMostCovered) return alike;
  const bool with_states = !is_of_ruling_house(name.words) || !is_of_ruling_house(fuller.words);
  return std::max(alike, profiles_.coverage(name.posts, fuller.posts, with_states));
}

bool NameGroups::are_at_odds(const NameGroup& a, const NameGroup& b) const {
  return a.with_post >= kFewPosts && b.with_post >= kFewPosts && like_posts(a, b) < kOtherPosts &&
         likeness(a.countries, b.countries) < kLikePlaces;
}

bool NameGroups::are_of_two_thrones(const NameGroup& a, const NameGroup& b) const {
  const auto has = [this](const NameGroup& name, Throne throne) {
    return std::ranges::any_of(
        name.posts, [&](const Seen& seen) { return throne_of(posts_[seen.id]) == throne; });
  };
  const auto is_only = [&has](const NameGroup& name, Throne throne, Throne other) {
    return has(name, throne) && !has(name, other);
  };
  return (is_only(a, Throne::kRuler, Throne::kHeir) && is_only(b, Throne::kHeir, Throne::kRuler)) ||
         (is_only(a, Throne::kHeir, Throne::kRuler) && is_only(b, Throne::kRuler, Throne::kHeir));
}

bool NameGroups::are_kept_apart(const NameGroup& a, const NameGroup& b) {
  return std::ranges::any_of(a.sides, [&b](std::int64_t side) {
    return std::ranges::find(b.sides, -side) != b.sides.end();
  });
}

double NameGroups::expected_bearers(const NameGroup& name, const NameGroup& fuller) const {
  auto bearers = static_cast<double>(name_count_);
  for (const std::string& word : name.words) {
    const bool in_fuller = std::ranges::find(fuller.words, word) != fuller.words.end();
    const double others =
        names_with(word) - (name.words.size() > 1 ? 1.0 : 0.0) - (in_fuller ? 1.0 : 0.0);
    bearers *= std::max(others, 0.0) / static_cast<double>(name_count_);
  }
  return bearers;
}

std::uint32_t NameGroups::house_men(const std::string& word) const {
  const auto found = house_men_with_word_.find(word);
  return found == house_men_with_word_.end() ? 0 : found->second;
}

double NameGroups::expected_bearers_in_house(const NameGroup& name) const {
  const std::string& house = name.words.back();
  const double all = std::max(1U, house_men(house));
  double bearers = all;
  for (std::size_t i = 0; i + 1 < name.words.size(); ++i) {
    const std::uint32_t men = house_men(house_word(house, name.words[i], i == 0));
    bearers *= (men > 1 ? men - 1.0 : 0.0) / all;
  }
  return bearers;
}

bool NameGroups::has_own_name_alone(const NameGroup& name) const {
  constexpr std::uint32_t kMany = 10;
  const std::string& house = name.words.back();
  return house_men(house) >= kMany && house_men(house_word(house, name.words[0], true)) == 1;
}

bool NameGroups::share_own_post(const NameGroup& a, const NameGroup& b) const {
  std::uint32_t shared = 0;
  auto other = b.posts.begin();
  for (const Seen& one : a.posts) {
    while (other != b.posts.end() && other->id < one.id) ++other;
    if (other == b.posts.end()) break;
    const bool is_usual = other->id == one.id && other->count * kUsualPart >= b.with_post;
    if (is_usual && holders_of_post_[one.id] <= kFewHolders) shared += one.count;
  }
  return shared > 0 && shared * 2 >= a.with_post;
}

std::uint32_t NameGroups::names_with(const std::string& word) const {
  const auto found = names_with_word_.find(word);
  return found == names_with_word_.end() ? 0 : found->second;
}

}  // namespace bayan::entity
