#include "common/entity/identity.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <unordered_map>

#include "common/entity/company_rules.h"
#include "common/entity/house_names.h"
#include "common/entity/name_groups.h"
#include "common/entity/name_spelling.h"
#include "common/entity/short_name_rules.h"

// Passes, each over groups of names that share a form:
//   1. names of one spelling are one                «راشد عبدالله ال خليفه» = «راشد عبدالله
//   الخليفه»
//   2. names that transliterators or an article tell apart are one where posts, or their other
//      words, say so                                 «بنيامين نتنياهو» = «بنيامين نتانياهو»
//   3. a shorter name joins a fuller one (short_name_rules.h).
//   4. a longer name with a word too many joins the usual one.
//   5. what is left apart joins by the company that it keeps (company_rules.h).
// What joins adds its evidence to what it joins. Each shorter name joins one fuller name or none,
// so no short name ever binds two fuller ones together.
namespace bayan::entity {
namespace {

/// Names compared with one another in a group of like spelling.
constexpr std::size_t kMostAlike = 32;

constexpr std::uint32_t kFarRarer = 8;
constexpr std::uint32_t kFewStatements = 3;

class Settlement {
 public:
  Settlement(std::span<const NameEvidence> names, std::span<const std::string_view> posts,
             std::span<const NamePair> apart)
      : names_(names), groups_(names, posts, apart) {}

  std::vector<std::uint32_t> run(const CompanySource& company, const TogetherSource& together) {
    join_like_spellings();
    ShortNameRules short_names(groups_);
    short_names.join_shorter_names(together);
    short_names.join_patronymics();
    join_overlong_names();
    if (company) {
      CompanyRules rules(groups_, company);
      rules.join_by_company(short_names.undecided());
      rules.join_surnames();
    }
    return best_names();
  }

 private:
  using GroupsByForm = std::unordered_map<std::string, std::vector<std::uint32_t>>;

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
            groups_.join(list[i], list[j]);
            break;
          }
        }
      }
    }
  }

  [[nodiscard]] bool is_other_spelling(const NameGroup& a, const NameGroup& b) const {
    std::size_t different = 0;
    bool by_article = true;
    for (std::size_t i = 0; i < a.words.size(); ++i) {
      if (a.words[i] == b.words[i]) continue;
      ++different;
      if (without_article(a.words[i]) == without_article(b.words[i])) continue;
      by_article = false;
      const bool is_sure =
          (without_alef(a.words[i]) == without_alef(b.words[i]) && are_surely_of_one_post(a, b)) ||
          (plain_form(a.words[i]) == plain_form(b.words[i]) && has_rare_surname(a));
      if (!is_sure && are_two_names(a.words[i], b.words[i])) return false;
    }
    if (groups_.are_kept_apart(a, b) || groups_.are_at_odds(a, b)) return false;
    const bool same_posts =
        a.with_post > 0 && b.with_post > 0 && groups_.like_posts(a, b) >= kLikePosts;
    if (same_posts) return true;
    return by_article && different == 1 && a.words.size() > 2;
  }

  /// «فرنسوا هولاند» and «فرانسوا هولاند», each often and in hardly any other post.
  [[nodiscard]] bool are_surely_of_one_post(const NameGroup& a, const NameGroup& b) const {
    constexpr double kSamePosts = 0.8;
    constexpr std::uint32_t kOften = 5;
    return std::min(a.with_post, b.with_post) >= kOften && groups_.like_posts(a, b) >= kSamePosts;
  }

  /// «أنتوني بلينكن» and «أنطوني بلينكن».
  [[nodiscard]] bool has_rare_surname(const NameGroup& name) const {
    return !is_established(name.words.back());
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
    return groups_.names_with(word) >= kNames;
  }

  // 4. ---------------------------------------------------------------------------------------

  /// A word that a recogniser took into the name by mistake makes a fuller name that is met once
  /// or twice, in the posts of the true one.
  void join_overlong_names() {
    const std::unordered_map<std::string, std::uint32_t> by_name = groups_.numbers_by_name();
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
      const NameGroup& group = groups_[g];
      if (group.joined != g || group.statements > kFewStatements || group.with_post == 0) continue;
      std::uint32_t best = g;
      for (const std::string& name : shorter_names(group.words)) {
        const auto found = by_name.find(name);
        if (found == by_name.end()) continue;
        const std::uint32_t whole = groups_.whole_of(found->second);
        if (groups_.are_kept_apart(group, groups_[whole])) continue;
        const bool is_usual = groups_[whole].statements >= group.statements * kFarRarer &&
                              groups_.like_posts(group, groups_[whole]) >= kLikePosts;
        if (whole != g && is_usual && groups_[whole].statements > groups_[best].statements) {
          best = whole;
        }
      }
      if (best != g) groups_.join(g, best);
    }
  }

  // -------------------------------------------------------------------------------------------

  /// For each name that of its person: the fullest of its usual ones, else the most frequent.
  [[nodiscard]] std::vector<std::uint32_t> best_names() const {
    const std::vector<std::vector<std::uint32_t>> persons = groups_.members_of_wholes();
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

  /// A fifth of all mentions, or a tenth with the name of a ruling house, and more than one unless
  /// its words stand in other names too: a word that was taken into the name by mistake stands in
  /// no other.
  [[nodiscard]] bool is_usual_name(std::uint32_t count, const std::vector<std::string>& words,
                                   std::uint32_t most, std::uint32_t all) const {
    constexpr std::uint32_t kUsualPart = 5;
    if (count == most) return true;
    constexpr std::uint32_t kUsualPartInHouse = 10;
    const std::uint32_t part =
        is_of_ruling_house(words) && words.size() > 2 ? kUsualPartInHouse : kUsualPart;
    if (count * part < all) return false;
    return count > 1 || std::ranges::all_of(words, [this](const std::string& word) {
             return groups_.names_with(word) > 2;
           });
  }

  std::span<const NameEvidence> names_;
  NameGroups groups_;
};

}  // namespace

std::vector<std::uint32_t> find_identities(std::span<const NameEvidence> names,
                                           std::span<const std::string_view> posts,
                                           std::span<const NamePair> apart,
                                           const CompanySource& company,
                                           const TogetherSource& together) {
  return Settlement(names, posts, apart).run(company, together);
}

}  // namespace bayan::entity
