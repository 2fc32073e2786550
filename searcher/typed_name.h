#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bayan::searcher {

/// A name as somebody typed it, taken apart: «King Hamad», «الشيخ راشد بن عبد الله آل خليفة».
struct TypedName {
  std::vector<std::string> words;  ///< without بن and its like; «عبد الله» is one
  bool is_latin = false;
  /// What a title in front (not among the words) says of the person's posts: words of which a post
  /// holds one, folded («ملك», «عاهل»); empty where there is no title or it says nothing.
  std::vector<std::string_view> post_words;
  /// «bin» stands before the last word, in Latin letters: it is a father and no family.
  bool ends_in_father = false;
  /// A title stood in front that goes before first names: «الأمير», "Sheikh".
  bool is_by_first_name = false;
};

/// `keeps_title`: a title that is a name too («سلطان», "Sultan") is taken for one.
[[nodiscard]] TypedName take_apart(std::string_view typed, bool keeps_title);

/// The same with all its words: of what no title stands before.
[[nodiscard]] TypedName without_titles(std::string_view typed);

/// The folded words of a name as the entity table has them: without بن and its like, which names
/// have or leave out.
[[nodiscard]] std::vector<std::string> table_words(std::string_view name);

/// The words of an Arabic name as they are compared: folded, without بن and its like, «عبد الله»
/// one word.
[[nodiscard]] std::vector<std::string> compared_words(std::string_view name);

/// How well the words typed (or those of the name that they stand for) name somebody.
enum class Fit {
  kWhole,     ///< the name itself
  kShort,     ///< a form that the name is shortened to: first name and family, first two, …
  kSomeWords  ///< words of the name, in whatever order
};
[[nodiscard]] Fit fit_of(const std::vector<std::string>& typed,
                         const std::vector<std::string>& name);

/// A name in Latin letters held against an Arabic one.
struct LatinFit {
  Fit fit = Fit::kSomeWords;
  bool begins_alike = false;  ///< the first word typed is the first of the name
  double distance = 0;  ///< of a typed word on the average: below 0.4 it is surely its spelling
};
[[nodiscard]] LatinFit fit_latin(const TypedName& typed, const std::vector<std::string>& name);

}  // namespace bayan::searcher
