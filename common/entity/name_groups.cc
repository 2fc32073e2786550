#include "common/entity/name_groups.h"

#include <algorithm>

#include "common/entity/name_spelling.h"

namespace bayan::entity {
namespace {

constexpr double kOtherPosts = 0.06;    ///< nothing in common
constexpr double kLikePlaces = 0.5;     ///< countries named beside both
constexpr std::uint32_t kFewPosts = 2;  ///< from here on, different posts speak against
/// Names of more words stand for too many shorter ones; of those only the likely are made.
constexpr std::size_t kLongName = 7;

std::uint32_t sum(std::span<const Seen> seen) {
  std::uint32_t total = 0;
  for (const Seen& one : seen) total += one.count;
  return total;
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
    : profiles_(posts) {
  std::int64_t side = 0;
  for (const NamePair& pair : apart) {
    ++side;
    sides_[pair.first].push_back(side);
    sides_[pair.second].push_back(-side);
  }
  group_by_spelling(names);
  count_words();
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
    add_seen(group.posts, names[i].posts);
    add_seen(group.countries, names[i].countries);
    group.with_post = sum(group.posts);
  }
}

void NameGroups::count_words() {
  for (const NameGroup& group : groups_) {
    if (group.words.size() < 2) continue;
    ++name_count_;
    for (auto word = group.words.begin(); word != group.words.end(); ++word) {
      if (std::find(group.words.begin(), word, *word) == word) ++names_with_word_[*word];
    }
  }
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
  return PostProfiles::likeness(profiles_.profile(a.posts), profiles_.profile(b.posts));
}

bool NameGroups::are_at_odds(const NameGroup& a, const NameGroup& b) const {
  return a.with_post >= kFewPosts && b.with_post >= kFewPosts && like_posts(a, b) < kOtherPosts &&
         likeness(a.countries, b.countries) < kLikePlaces;
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

std::uint32_t NameGroups::names_with(const std::string& word) const {
  const auto found = names_with_word_.find(word);
  return found == names_with_word_.end() ? 0 : found->second;
}

}  // namespace bayan::entity
