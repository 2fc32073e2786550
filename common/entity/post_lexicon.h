#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/base/error.h"
#include "common/entity/word.h"

namespace bayan::entity {

/// A word of a post.
struct PostWord {
  std::string form;     ///< folded
  std::string printed;  ///< without diacritics and tatweel
};

/// The words and numbers of a printed post; its marks are dropped.
[[nodiscard]] std::vector<PostWord> post_words(std::string_view printed);

/// Whether the word was printed with teh marbuta, which folding makes a heh.
[[nodiscard]] bool is_feminine(const PostWord& word);

/// «وزير» -> «الوزير»; a word that has the article stays.
void give_article(PostWord& word);

/// The folded words of a text, a space between.
[[nodiscard]] std::string folded_words(std::string_view text);

/// What a word can be in a post; a word may be several of them.
enum PostFlag : std::uint32_t {
  kHonour = 1U << 0,       ///< المعظم: says nothing of the post
  kNew = 1U << 1,          ///< الجديد: the man is, not the post
  kFormer = 1U << 2,       ///< السابق: stands behind the country
  kHomeWord = 1U << 3,     ///< البلاد: the country at home
  kOfState = 1U << 4,      ///< وزير: the post is a state's
  kWide = 1U << 5,         ///< الدولي: the post is no state's
  kEnvoy = 1U << 6,        ///< سفير
  kRuler = 1U << 7,        ///< الملك
  kGeneral = 1U << 8,      ///< أمين: عام may follow
  kPreposition = 1U << 9,  ///< على
  kReference = 1U << 10,   ///< نظيره: points to a post and is none
  kCut = 1U << 11,         ///< الذي: no post goes on over it
};

/// Words of posts and their classes (post_words.tsv), and the bodies of states
/// (organisations.tsv). All keys are folded.
class PostLexicon {
 public:
  using Forms = std::vector<std::string>;  ///< folded words

  [[nodiscard]] static Result<PostLexicon> load(const std::filesystem::path& directory);

  [[nodiscard]] bool has(const std::string& form, std::uint32_t flag) const;
  /// The same for a word that may have a proclitic: «لشركة» -> «شركة», «للجمهورية» ->
  /// «الجمهورية».
  [[nodiscard]] bool has_behind_clitic(const std::string& form, std::uint32_t flag) const;
  [[nodiscard]] bool has_any(const std::vector<PostWord>& words, std::uint32_t flag) const;

  /// Posts that only one state has -> its ISO code, or «home».
  [[nodiscard]] const std::unordered_map<std::string, std::string>& sole() const { return sole_; }
  /// Feminine words -> masculine ones, as printed.
  [[nodiscard]] const std::unordered_map<std::string, std::string>& masculine() const {
    return masculine_;
  }
  /// Words of a post -> the other way to call it, as printed; the longest first.
  [[nodiscard]] const std::vector<std::pair<Forms, std::string>>& same() const { return same_; }
  /// Words of «مجلس النواب» and its like, which not all states have -> the states that have one.
  [[nodiscard]] const std::vector<std::pair<Forms, std::vector<std::string>>>& bodies() const {
    return bodies_;
  }

 private:
  Result<void> load_words(const std::filesystem::path& path);
  Result<void> load_bodies(const std::filesystem::path& path);

  std::unordered_map<std::string, std::uint32_t> flags_;
  std::unordered_map<std::string, std::string> sole_;
  std::unordered_map<std::string, std::string> masculine_;
  std::vector<std::pair<Forms, std::string>> same_;
  std::vector<std::pair<Forms, std::vector<std::string>>> bodies_;
};

}  // namespace bayan::entity
