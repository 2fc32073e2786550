#include "common/entity/identity.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string>
#include <unordered_map>

#include "common/entity/name_spelling.h"
#include "common/entity/post_profile.h"

// Three passes, each over groups of names that share a form:
//   1. names of one spelling are one                «راشد عبدالله ال خليفه» = «راشد عبدالله
//   الخليفه»
//   2. names that transliterators or an article tell apart are one where posts, or their other
//      words, say so                                 «بنيامين نتنياهو» = «بنيامين نتانياهو»
//   3. a shorter name joins a fuller one, the fullest names first.
// What joins adds its evidence to what it joins. Each shorter name joins one fuller name or none,
// so no short name ever binds two fuller ones together.
namespace bayan::entity {
namespace {

/// More fuller names than this cannot be told apart by any evidence here.
constexpr std::size_t kMostCandidates = 64;
/// Names of more words stand for too many shorter ones; of those only the likely are made.
constexpr std::size_t kLongName = 7;
/// Names compared with one another in a group of like spelling.
constexpr std::size_t kMostAlike = 32;

constexpr double kLikePosts = 0.45;     ///< the same post, give or take how it was put
constexpr double kOtherPosts = 0.06;    ///< nothing in common
constexpr double kLikePlaces = 0.5;     ///< countries named beside both
constexpr double kRareBearers = 0.1;    ///< so many others would bear the words by chance
constexpr std::uint32_t kFewPosts = 2;  ///< from here on, different posts speak against
constexpr std::uint32_t kMuchOftener = 12;
constexpr std::uint32_t kFarRarer = 8;
constexpr std::uint32_t kFewStatements = 3;

struct Group {
  std::vector<std::string> words;      ///< spelling_form()
  std::vector<std::uint32_t> members;  ///< the most frequent first
  std::uint32_t statements = 0;
  std::uint32_t with_post = 0;
  std::vector<Seen> posts;
  std::vector<Seen> countries;
  std::vector<std::int64_t> sides;  ///< n on one side of the n-th pair kept apart, -n on the other
  std::uint32_t joined = 0;         ///< the group that it is part of; its own number mostly
};

std::string joined_words(const std::vector<std::string>& words, std::size_t begin,
                         std::size_t end) {
  std::string out;
  for (std::size_t i = begin; i < end; ++i) {
    if (i != begin) out += ' ';
    out += words[i];
  }
  return out;
}

std::uint32_t sum(std::span<const Seen> seen) {
  std::uint32_t total = 0;
  for (const Seen& one : seen) total += one.count;
  return total;
}

/// The shorter names of two words and more that can stand for a name: its first word, then words
/// of the rest in their order, the second among them; or first and last.
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

class Settlement {
 public:
  Settlement(std::span<const NameEvidence> names, std::span<const std::string_view> posts,
             std::span<const NamePair> apart)
      : names_(names), profiles_(posts) {
    std::int64_t side = 0;
    for (const NamePair& pair : apart) {
      ++side;
      sides_[pair.first].push_back(side);
      sides_[pair.second].push_back(-side);
    }
  }

  std::vector<std::uint32_t> run() {
    group_by_spelling();
    count_words();
    join_like_spellings();
    join_shorter_names();
    join_overlong_names();
    return best_names();
  }

 private:
  using GroupsByForm = std::unordered_map<std::string, std::vector<std::uint32_t>>;

  // 1. ---------------------------------------------------------------------------------------

  void group_by_spelling() {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < names_.size(); ++i) {
      if (names_[i].statements > 0) order.push_back(i);
    }
    std::ranges::sort(order, [this](std::uint32_t a, std::uint32_t b) {
      return names_[a].statements != names_[b].statements
                 ? names_[a].statements > names_[b].statements
                 : names_[a].key < names_[b].key;
    });
    std::unordered_map<std::string, std::uint32_t> by_form;
    for (const std::uint32_t i : order) {
      std::vector<std::string> words = spelling_form(names_[i].key);
      const auto sides = sides_.find(i);
      std::string form = joined_words(words, 0, words.size());
      if (sides != sides_.end()) form += '\n' + std::to_string(i);
      const auto [place, is_new] =
          by_form.try_emplace(std::move(form), static_cast<std::uint32_t>(groups_.size()));
      if (is_new) {
        groups_.emplace_back();
        groups_.back().words = std::move(words);
        groups_.back().joined = place->second;
        if (sides != sides_.end()) groups_.back().sides = sides->second;
      }
      Group& group = groups_[place->second];
      group.members.push_back(i);
      group.statements += names_[i].statements;
      add_seen(group.posts, names_[i].posts);
      add_seen(group.countries, names_[i].countries);
      group.with_post = sum(group.posts);
    }
  }

  /// In how many names of two words and more each word stands.
  void count_words() {
    for (const Group& group : groups_) {
      if (group.words.size() < 2) continue;
      ++name_count_;
      for_each_word(group, [this](const std::string& word) { ++names_with_word_[word]; });
    }
  }

  template <typename Visit>
  static void for_each_word(const Group& group, Visit visit) {
    for (auto word = group.words.begin(); word != group.words.end(); ++word) {
      if (std::find(group.words.begin(), word, *word) == word) visit(*word);
    }
  }

  // Evidence ---------------------------------------------------------------------------------

  [[nodiscard]] double like_posts(const Group& a, const Group& b) const {
    return PostProfiles::likeness(profiles_.profile(a.posts), profiles_.profile(b.posts));
  }

  [[nodiscard]] bool are_at_odds(const Group& a, const Group& b) const {
    return a.with_post >= kFewPosts && b.with_post >= kFewPosts && like_posts(a, b) < kOtherPosts &&
           likeness(a.countries, b.countries) < kLikePlaces;
  }

  /// How many persons would bear the words of `name` by chance if words of names were drawn one by
  /// one: many for «محمد القحطاني», none for «عادل الجبير». What `name` and `fuller` themselves
  /// add to the counts is left out.
  [[nodiscard]] double expected_bearers(const Group& name, const Group& fuller) const {
    auto bearers = static_cast<double>(name_count_);
    for (const std::string& word : name.words) {
      const bool in_fuller = std::ranges::find(fuller.words, word) != fuller.words.end();
      const auto found = names_with_word_.find(word);
      const double others = (found == names_with_word_.end() ? 0 : found->second) -
                            (name.words.size() > 1 ? 1.0 : 0.0) - (in_fuller ? 1.0 : 0.0);
      bearers *= std::max(others, 0.0) / static_cast<double>(name_count_);
    }
    return bearers;
  }

  [[nodiscard]] static bool are_kept_apart(const Group& a, const Group& b) {
    return std::ranges::any_of(a.sides, [&b](std::int64_t side) {
      return std::ranges::find(b.sides, -side) != b.sides.end();
    });
  }

  void join(std::uint32_t part, std::uint32_t whole) {
    Group& fuller = groups_[whole];
    fuller.sides.insert(fuller.sides.end(), groups_[part].sides.begin(), groups_[part].sides.end());
    groups_[part].joined = whole;
    fuller.statements += groups_[part].statements;
    add_seen(fuller.posts, groups_[part].posts);
    add_seen(fuller.countries, groups_[part].countries);
    fuller.with_post = sum(fuller.posts);
  }

  [[nodiscard]] std::uint32_t whole_of(std::uint32_t group) const {
    while (groups_[group].joined != group) group = groups_[group].joined;
    return group;
  }

  // 2. ---------------------------------------------------------------------------------------

  void join_like_spellings() {
    GroupsByForm alike;
    std::vector<const std::vector<std::uint32_t>*> lists;
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      if (groups_[g].words.size() < 2) continue;
      std::string form;
      for (const std::string& word : groups_[g].words) form += loose_form(word) + ' ';
      alike[form].push_back(g);
    }
    // Groups are in the order of their most frequent member, so a rarer one joins a more usual.
    for (const auto& [form, list] : alike) {
      for (std::size_t i = 1; i < std::min(list.size(), kMostAlike); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
          if (groups_[list[j]].joined != list[j]) continue;
          if (is_other_spelling(groups_[list[i]], groups_[list[j]])) {
            join(list[i], list[j]);
            break;
          }
        }
      }
    }
  }

  [[nodiscard]] bool is_other_spelling(const Group& a, const Group& b) const {
    std::size_t different = 0;
    bool by_article = true;
    for (std::size_t i = 0; i < a.words.size(); ++i) {
      if (a.words[i] == b.words[i]) continue;
      ++different;
      if (without_article(a.words[i]) == without_article(b.words[i])) continue;
      by_article = false;
      if (are_two_names(a.words[i], b.words[i])) return false;
    }
    if (are_kept_apart(a, b) || are_at_odds(a, b)) return false;
    const bool same_posts = a.with_post > 0 && b.with_post > 0 && like_posts(a, b) >= kLikePosts;
    if (same_posts) return true;
    return by_article && different == 1 && a.words.size() > 2;
  }

  /// «حسن» and «حسين», «حمد» and «حمود» are told apart by a vowel letter; an alef is often left out
  /// («ابرهيم»).
  [[nodiscard]] bool are_two_names(const std::string& a, const std::string& b) const {
    if (is_established(a) && is_established(b)) return true;
    return (is_established(a) || is_established(b)) && without_alef(a) != without_alef(b);
  }

  /// Borne by so many that it is a name of its own and no slip.
  [[nodiscard]] bool is_established(const std::string& word) const {
    constexpr std::uint32_t kNames = 6;
    const auto found = names_with_word_.find(word);
    return found != names_with_word_.end() && found->second >= kNames;
  }

  // 3. ---------------------------------------------------------------------------------------

  [[nodiscard]] std::unordered_map<std::string, std::uint32_t> names_of_groups() const {
    std::unordered_map<std::string, std::uint32_t> numbers;
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      numbers.emplace(joined_words(groups_[g].words, 0, groups_[g].words.size()), g);
    }
    return numbers;
  }

  void join_shorter_names() {
    const std::unordered_map<std::string, std::uint32_t> by_name = names_of_groups();
    std::vector<std::vector<std::uint32_t>> fuller(groups_.size());
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      for (const std::string& name : shorter_names(groups_[g].words)) {
        const auto found = by_name.find(name);
        if (found != by_name.end()) fuller[found->second].push_back(g);
      }
    }
    std::vector<std::uint32_t> order(groups_.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, std::greater(),
                             [this](std::uint32_t g) { return groups_[g].words.size(); });
    for (const std::uint32_t g : order) {
      if (!fuller[g].empty()) join_shorter(g, fuller[g]);
    }
  }

  void join_shorter(std::uint32_t name, const std::vector<std::uint32_t>& fuller) {
    const std::uint32_t own = whole_of(name);
    std::vector<std::uint32_t> wholes;
    for (const std::uint32_t g : fuller) {
      const std::uint32_t whole = whole_of(g);
      const bool may_join = whole != own && !are_kept_apart(groups_[own], groups_[whole]);
      if (may_join && std::ranges::find(wholes, whole) == wholes.end()) {
        wholes.push_back(whole);
      }
      if (wholes.size() > kMostCandidates) return;
    }
    if (wholes.empty()) return;
    const std::uint32_t chosen =
        wholes.size() == 1 ? only_candidate(own, wholes[0], fuller[0]) : told_by_posts(own, wholes);
    if (chosen != own) join(own, chosen);
  }

  [[nodiscard]] std::uint32_t only_candidate(std::uint32_t name, std::uint32_t whole,
                                             std::uint32_t fuller) const {
    const Group& a = groups_[name];
    const Group& b = groups_[whole];
    if (are_at_odds(a, b)) return name;
    const bool is_rare = expected_bearers(a, groups_[fuller]) < kRareBearers;
    if (tells_by_posts(a, is_rare) && b.with_post > 0 && like_posts(a, b) >= kLikePosts) {
      return whole;
    }
    return is_rare && a.statements <= kMuchOftener * b.statements ? whole : name;
  }

  /// Where many bear the words, one post among many mentions without says nothing of the others.
  [[nodiscard]] static bool tells_by_posts(const Group& name, bool is_rare) {
    const std::uint32_t least_part = name.words.size() > 2 ? 8 : 4;
    return name.with_post > 0 && (is_rare || name.with_post * least_part >= name.statements);
  }

  /// The one that is named oftenest in the name's posts, where every other is named in other posts
  /// or far more rarely.
  [[nodiscard]] std::uint32_t told_by_posts(std::uint32_t name,
                                            const std::vector<std::uint32_t>& wholes) const {
    const Group& a = groups_[name];
    if (!tells_by_posts(a, false)) return name;
    const std::vector<PostProfiles::Word> own = profiles_.profile(a.posts);
    std::vector<double> like;
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < wholes.size(); ++i) {
      like.push_back(PostProfiles::likeness(own, profiles_.profile(groups_[wholes[i]].posts)));
      if (like[i] < kLikePosts) continue;
      if (!best || groups_[wholes[i]].statements > groups_[wholes[*best]].statements) best = i;
    }
    if (!best) return name;
    const Group& chosen = groups_[wholes[*best]];
    for (std::size_t i = 0; i < wholes.size(); ++i) {
      const bool is_other = like[i] < like[*best] / 2 ||
                            groups_[wholes[i]].statements * kFarRarer <= chosen.statements;
      if (i != *best && !is_other) return name;
    }
    return wholes[*best];
  }

  // 4. ---------------------------------------------------------------------------------------

  /// A word that a recogniser took into the name by mistake makes a fuller name that is met once
  /// or twice, in the posts of the true one.
  void join_overlong_names() {
    const std::unordered_map<std::string, std::uint32_t> by_name = names_of_groups();
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      const Group& group = groups_[g];
      if (group.joined != g || group.statements > kFewStatements || group.with_post == 0) continue;
      std::uint32_t best = g;
      for (const std::string& name : shorter_names(group.words)) {
        const auto found = by_name.find(name);
        if (found == by_name.end()) continue;
        const std::uint32_t whole = whole_of(found->second);
        if (are_kept_apart(group, groups_[whole])) continue;
        const bool is_usual = groups_[whole].statements >= group.statements * kFarRarer &&
                              like_posts(group, groups_[whole]) >= kLikePosts;
        if (whole != g && is_usual && groups_[whole].statements > groups_[best].statements) {
          best = whole;
        }
      }
      if (best != g) join(g, best);
    }
  }

  // -------------------------------------------------------------------------------------------

  /// For each name that of its person: the fullest of its usual ones, else the most frequent.
  [[nodiscard]] std::vector<std::uint32_t> best_names() const {
    std::vector<std::vector<std::uint32_t>> persons(groups_.size());
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      std::vector<std::uint32_t>& members = persons[whole_of(g)];
      members.insert(members.end(), groups_[g].members.begin(), groups_[g].members.end());
    }
    std::vector<std::uint32_t> identities(names_.size());
    std::iota(identities.begin(), identities.end(), 0);
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      if (persons[g].empty()) continue;
      const std::uint32_t best = best_name(persons[g], groups_[g].statements);
      for (const std::uint32_t member : persons[g]) identities[member] = best;
    }
    return identities;
  }

  [[nodiscard]] std::uint32_t best_name(const std::vector<std::uint32_t>& members,
                                        std::uint32_t statements) const {
    std::uint32_t most = 0;
    for (const std::uint32_t i : members) most = std::max(most, names_[i].statements);
    const auto rank = [&](std::uint32_t i) {
      const std::vector<std::string> words = spelling_form(names_[i].key);
      const bool is_usual = is_usual_name(names_[i].statements, words, most, statements);
      const bool has_title = !words.empty() && !names_[i].key.starts_with(words.front());
      return std::tuple(is_usual, is_usual ? words.size() : 0, !has_title, names_[i].statements,
                        names_[i].key);
    };
    return *std::ranges::max_element(members, {}, rank);
  }

  /// A fifth of all mentions, and more than one unless its words stand in other names too: a word
  /// that was taken into the name by mistake stands in no other.
  [[nodiscard]] bool is_usual_name(std::uint32_t count, const std::vector<std::string>& words,
                                   std::uint32_t most, std::uint32_t all) const {
    constexpr std::uint32_t kUsualPart = 5;
    if (count == most) return true;
    if (count * kUsualPart < all) return false;
    return count > 1 || std::ranges::all_of(words, [this](const std::string& word) {
             const auto found = names_with_word_.find(word);
             return found != names_with_word_.end() && found->second > 2;
           });
  }

  std::span<const NameEvidence> names_;
  PostProfiles profiles_;
  std::vector<Group> groups_;
  std::unordered_map<std::uint32_t, std::vector<std::int64_t>> sides_;  ///< by name
  std::unordered_map<std::string, std::uint32_t> names_with_word_;
  std::uint32_t name_count_ = 0;
};

}  // namespace

std::vector<std::uint32_t> find_identities(std::span<const NameEvidence> names,
                                           std::span<const std::string_view> posts,
                                           std::span<const NamePair> apart) {
  return Settlement(names, posts, apart).run();
}

}  // namespace bayan::entity
