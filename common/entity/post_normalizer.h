#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/base/error.h"
#include "common/entity/country_gazetteer.h"
#include "common/entity/entity.h"
#include "common/entity/word_class.h"

namespace bayan::entity {

/// Brings printed posts to the form that they are counted and filtered under: one spelling, one
/// gender, no honours, the country as an adjective behind all else.
///
///   «وزيرة خارجية جمهورية ألمانيا الاتحادية»   «وزير الخارجية الألماني»     -> «وزير الخارجية
///   الألماني» «ملك البلاد المعظم» at home in Bahrain      «عاهل مملكة البحرين»         -> «الملك
///   البحريني» «سفير خادم الحرمين الشريفين لدى فرنسا»      -> «السفير السعودي لدى فرنسا»
///
/// Safe from several threads.
class PostNormalizer {
 public:
  /// `countries` must outlive it.
  [[nodiscard]] static Result<PostNormalizer> load(const std::filesystem::path& directory,
                                                   const CountryGazetteer& countries);

  /// The one post that `printed` is. A post of a state that names no country belongs to the first
  /// of `homes` (ISO codes, likeliest first; HomeCountry), if there is one. Both strings are empty
  /// for what is a fragment of a post («قائد», «نظيره»).
  [[nodiscard]] Post normalize(std::string_view printed,
                               const std::vector<std::string>& homes) const;

  /// The posts of «نائب رئيس مجلس الوزراء وزير الداخلية», told by the heads of posts in it. Where
  /// one names its country, those that name none are of it.
  [[nodiscard]] std::vector<Post> split(std::string_view printed, const WordClassifier& classifier,
                                        const std::vector<std::string>& homes) const;

  /// Whether a typed post means one that is counted: the same but for a country, or a host that was
  /// not typed. Arguments are keys.
  [[nodiscard]] static bool means(std::string_view typed_key, std::string_view counted_key);

 private:
  struct Parts;
  struct PostWord {
    std::string form;     ///< folded
    std::string printed;  ///< without diacritics and tatweel
  };
  explicit PostNormalizer(const CountryGazetteer& countries) : countries_(&countries) {}
  Result<void> load_bodies(const std::filesystem::path& directory);
  [[nodiscard]] std::string home_of(const std::vector<PostWord>& words,
                                    const std::vector<std::string>& homes) const;
  [[nodiscard]] std::vector<Post> split_at(std::string_view printed,
                                           const WordClassifier& classifier,
                                           const std::vector<std::string>& homes) const;
  [[nodiscard]] static std::vector<PostWord> words_of(std::string_view printed);
  [[nodiscard]] bool has(const std::string& form, std::uint32_t flag) const;
  [[nodiscard]] bool has_any(const std::vector<PostWord>& words, std::uint32_t flag) const;
  [[nodiscard]] bool has_behind_clitic(const std::string& form, std::uint32_t flag) const;
  [[nodiscard]] bool is_of_ruler(const std::vector<PostWord>& words) const;
  [[nodiscard]] static std::string joined(const std::vector<PostWord>& words);
  [[nodiscard]] static bool is_feminine(const PostWord& word);
  static void give_article(PostWord& word);
  void make_general(std::vector<PostWord>& words) const;
  void drop_place(std::vector<PostWord>& words) const;
  void cut_sentence(std::vector<PostWord>& words) const;
  [[nodiscard]] bool is_fragment(const std::vector<PostWord>& words) const;
  void drop_honours(Parts& parts) const;
  void make_masculine(std::vector<PostWord>& words) const;
  void unify(std::vector<PostWord>& words) const;
  void take_host(Parts& parts, const std::vector<std::string>& homes) const;
  void take_country(Parts& parts) const;
  void take_inner_country(Parts& parts) const;
  bool take_home_word(Parts& parts, const std::vector<std::string>& homes) const;
  [[nodiscard]] std::string country_of(const std::vector<PostWord>& words, std::size_t begin,
                                       std::size_t end, bool& is_name) const;
  [[nodiscard]] bool names_place(const std::vector<PostWord>& words) const;
  [[nodiscard]] Post finish(const Parts& parts) const;

  const CountryGazetteer* countries_;
  std::unordered_map<std::string, std::uint32_t> flags_;    ///< by folded word
  std::unordered_map<std::string, std::string> sole_;       ///< folded post -> ISO code or «home»
  std::unordered_map<std::string, std::string> masculine_;  ///< folded feminine -> printed
  std::vector<std::pair<std::vector<std::string>, std::string>> same_;  ///< folded words -> printed
  /// Folded words of a body -> the states that have one.
  std::vector<std::pair<std::vector<std::string>, std::vector<std::string>>> bodies_;
};

}  // namespace bayan::entity
