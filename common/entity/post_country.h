#pragma once

#include <string>
#include <vector>

#include "common/entity/country_gazetteer.h"
#include "common/entity/post_lexicon.h"

namespace bayan::entity {

/// A post while it is being brought to its normal form.
struct PostParts {
  std::vector<PostWord> words;
  std::vector<PostWord> former;  ///< «السابق», to stand behind the country
  std::string country;           ///< ISO code
  std::string host;              ///< of an envoy
};

/// Finds the country of a post. `homes` are the ISO codes of the countries where it may have been
/// printed, likeliest first. The words of `parts` are not empty.
class CountryOfPost {
 public:
  /// `lexicon` and `countries` must outlive it.
  CountryOfPost(const PostLexicon& lexicon, const CountryGazetteer& countries)
      : lexicon_(lexicon), countries_(countries) {}

  /// «… لدى فرنسا» behind an envoy; without it, he is accredited at home.
  void take_host(PostParts& parts, const std::vector<std::string>& homes) const;

  /// Takes the country at the end of the words, or a word for the one at home («البلاد»), out of
  /// them. Whether there is one; of the second `country` stays empty if `homes` are.
  bool take_country(PostParts& parts, const std::vector<std::string>& homes) const;

  /// The country of a post that take_country() found none in: that of the only state that has such
  /// a post, the adjective inside it, or a home.
  void supply_country(PostParts& parts, const std::vector<std::string>& homes) const;

 private:
  [[nodiscard]] std::string country_of(const std::vector<PostWord>& words, std::size_t begin,
                                       std::size_t end, bool& is_name) const;
  bool take_home_word(PostParts& parts, const std::vector<std::string>& homes) const;
  void take_last_country(PostParts& parts) const;
  void take_inner_country(PostParts& parts) const;
  [[nodiscard]] bool is_of_state(const std::vector<PostWord>& words) const;
  [[nodiscard]] bool is_of_ruler(const std::vector<PostWord>& words) const;
  [[nodiscard]] bool names_place(const std::vector<PostWord>& words) const;
  [[nodiscard]] std::string home_of(const std::vector<PostWord>& words,
                                    const std::vector<std::string>& homes) const;

  const PostLexicon& lexicon_;
  const CountryGazetteer& countries_;
};

}  // namespace bayan::entity
