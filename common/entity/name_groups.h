#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "common/entity/identity.h"
#include "common/entity/post_profile.h"

namespace bayan::entity {

/// The same post, give or take how it was put: so alike are posts then.
inline constexpr double kLikePosts = 0.45;

/// Names of one spelling, with all that speaks for or against their being another's; what
/// find_identities() joins.
struct NameGroup {
  std::vector<std::string> words;      ///< spelling_form()
  std::vector<std::uint32_t> members;  ///< numbers of names, the most frequent first
  std::uint32_t statements = 0;
  std::uint32_t own_statements = 0;  ///< without those of groups that joined it
  std::uint32_t with_post = 0;
  std::vector<Seen> posts;
  std::vector<Seen> countries;
  std::uint32_t patronymic = 0;     ///< statements that print «X بن Y» and no more
  std::vector<std::int64_t> sides;  ///< n on one side of the n-th pair kept apart, -n on the other
  std::uint32_t joined = 0;         ///< the group that it is part of; its own number mostly
};

/// The groups of an archive's names, numbered with the most frequent first, and the evidence that
/// rules weigh. What is joined to a group adds its evidence to it.
class NameGroups {
 public:
  /// `posts` must outlive the groups.
  NameGroups(std::span<const NameEvidence> names, std::span<const std::string_view> posts,
             std::span<const NamePair> apart);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(groups_.size()); }
  [[nodiscard]] const NameGroup& operator[](std::uint32_t group) const { return groups_[group]; }
  /// By their words between single spaces.
  [[nodiscard]] std::unordered_map<std::string, std::uint32_t> numbers_by_name() const;

  /// What is part of the one never becomes part of the other.
  void keep_apart(std::uint32_t a, std::uint32_t b);
  void join(std::uint32_t part, std::uint32_t whole);
  /// The group that stands for all that this one was joined to.
  [[nodiscard]] std::uint32_t whole_of(std::uint32_t group) const;
  /// The numbers of the names in each group and in what was joined to it; by whole_of().
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> members_of_wholes() const;

  /// 0 to 1. States tell nothing in ruling houses.
  [[nodiscard]] double like_posts(const NameGroup& a, const NameGroup& b) const;
  /// The same, or how well the posts of `name` are among the usual ones of `fuller`, which may have
  /// changed them. Not the other way: a short name may be many men's.
  [[nodiscard]] double posts_agree(const NameGroup& name, const NameGroup& fuller) const;
  /// Named in different posts and in the company of different countries.
  [[nodiscard]] bool are_at_odds(const NameGroup& a, const NameGroup& b) const;
  /// Whether the one was named as a ruler and never as an heir, and the other the other way round.
  [[nodiscard]] bool are_of_two_thrones(const NameGroup& a, const NameGroup& b) const;
  /// By the user, or by keep_apart().
  [[nodiscard]] static bool are_kept_apart(const NameGroup& a, const NameGroup& b);
  /// How many persons would bear the words of `name` by chance if words of names were drawn one by
  /// one: many for «محمد القحطاني», none for «عادل الجبير». What `name` and `fuller` themselves
  /// add to the counts is left out.
  [[nodiscard]] double expected_bearers(const NameGroup& name, const NameGroup& fuller) const;
  /// The same among the men of a ruling house, one for each name and father's; of a name of three
  /// words and more.
  [[nodiscard]] double expected_bearers_in_house(const NameGroup& name) const;
  /// Whether of a house of whom many are named nobody else has the man's own name.
  [[nodiscard]] bool has_own_name_alone(const NameGroup& name) const;
  /// Whether most of the posts of `a` are usual ones of `b` that hardly anybody else has.
  [[nodiscard]] bool share_own_post(const NameGroup& a, const NameGroup& b) const;
  /// In how many names of two words and more a word stands.
  [[nodiscard]] std::uint32_t names_with(const std::string& word) const;

 private:
  void group_by_spelling(std::span<const NameEvidence> names);
  void count_words();
  void count_in_house(const NameGroup& group);
  /// Men of a ruling house; keys as in house_word().
  [[nodiscard]] std::uint32_t house_men(const std::string& word) const;
  void count_holders(std::size_t posts);

  PostProfiles profiles_;
  std::vector<NameGroup> groups_;
  std::unordered_map<std::uint32_t, std::vector<std::int64_t>> sides_;  ///< by name
  std::int64_t last_side_ = 0;
  std::unordered_map<std::string, std::uint32_t> names_with_word_;
  std::unordered_map<std::string, std::uint32_t> house_men_with_word_;
  std::unordered_set<std::string> house_men_;  ///< those counted, with the word
  std::vector<std::uint32_t> holders_of_post_;
  std::span<const std::string_view> posts_;
  std::uint32_t name_count_ = 0;
};

/// «راشد بن صقر»: words [begin, end) between single spaces.
[[nodiscard]] std::string joined_words(const std::vector<std::string>& words, std::size_t begin,
                                       std::size_t end);

/// The shorter names of two words and more that can stand for a name: its first word, then words
/// of the rest in their order, the second among them; or first and last. Sorted, unique.
[[nodiscard]] std::vector<std::string> shorter_names(const std::vector<std::string>& words);

}  // namespace bayan::entity
