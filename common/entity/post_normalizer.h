#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/error.h"
#include "common/entity/country_gazetteer.h"
#include "common/entity/entity.h"
#include "common/entity/post_lexicon.h"
#include "common/entity/word_class.h"

namespace bayan::entity {

struct PostParts;

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
  PostNormalizer(PostLexicon lexicon, const CountryGazetteer& countries)
      : lexicon_(std::move(lexicon)), countries_(&countries) {}
  [[nodiscard]] std::vector<Post> split_at(std::string_view printed,
                                           const WordClassifier& classifier,
                                           const std::vector<std::string>& homes) const;
  void cut_sentence(std::vector<PostWord>& words) const;
  [[nodiscard]] bool is_fragment(const std::vector<PostWord>& words) const;
  void drop_honours(PostParts& parts) const;
  void make_masculine(std::vector<PostWord>& words) const;
  void drop_place(std::vector<PostWord>& words) const;
  void make_general(std::vector<PostWord>& words) const;
  void unify(std::vector<PostWord>& words) const;
  [[nodiscard]] Post finish(const PostParts& parts) const;

  PostLexicon lexicon_;
  const CountryGazetteer* countries_;
};

}  // namespace bayan::entity
