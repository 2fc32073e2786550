#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.h"
#include "common/index/word_classes.h"
#include "common/index/word_grams.h"

/// The dictionary: which forms of the index stand for the same word.
///
///   «وزير» -> «وزير» «الوزير» «للوزير» «وزراء» … and, for ranking alone, «زير» …
///
/// A query word becomes a set of forms, each with a grade that says how surely it is the same word.
/// What must be right (matching all words, counts, filters, highlighting) takes the strict grades,
/// is_match() and is_highlighted(); ranking takes every grade, with weights that fall:
///
///   const Result<std::vector<RelatedForm>> all = dictionary.related_forms("وزير");
///   for (const RelatedForm& related : *all) {
///     if (is_match(related.grade)) filter_set.push_back(related.form);
///     ranking_set.emplace_back(related.form, weight_of(related.grade));
///   }
///
/// The dictionary is a small Xapian database that holds nothing but a synonym table, so that
/// shards' dictionaries can be merged by Xapian's own tools and kept by a client. Its keys begin
/// with a letter that says what they lead to, so that more kinds can be added beside:
///
///   s<stem>  the strict class of a stem: its forms, each behind the digit of its grade; in them a
///            byte of 1 stands for the stem
///   g<stem>  the greedy class
///   n<gram>  the forms that hold four letters on end (word_grams.h)
///   f<form>  the stems of a form, where the evidence of this index gives others than the tables
///
/// Stems, forms and grams stand there with compact letters (common/text/compact_letters.h).
///
/// Beside them its metadata holds the words themselves with their counts, one string for each
/// number of letters, and those that were added later in strings of their own; suggestions read
/// those, and nothing else does.
namespace bayan::index {

/// Raised whenever what write_dictionary() writes changes; the manifest records it.
inline constexpr int kDictionaryVersion = 10;

/// How surely a form of the index stands for the word that was asked for; falling.
enum class FormGrade : std::uint8_t {
  kSame,     ///< the form itself, or itself with another seat of its hamza
  kLight,    ///< the word inflected, with the article, behind و ف ب ك ل, before a pronoun
  kPlural,   ///< its broken plural or singular, however inflected
  kDerived,  ///< a country and its nisba: «فرنسا» «الفرنسية»
  kGreedy,   ///< it shares the greedy stem and no more: «وزير» and «زير»
};

/// True for what is counted, filtered and asked for when all words must be there.
[[nodiscard]] constexpr bool is_match(FormGrade grade) { return grade <= FormGrade::kPlural; }
/// True for what is marked in snippets.
[[nodiscard]] constexpr bool is_highlighted(FormGrade grade) {
  return grade <= FormGrade::kDerived;
}

struct RelatedForm {
  std::string form;
  FormGrade grade;
  bool operator==(const RelatedForm&) const = default;
};

/// Groups the text terms of `statements` by their stems and writes the dictionary into a new
/// folder.
[[nodiscard]] Result<void> write_dictionary(const Xapian::Database& statements,
                                            const std::filesystem::path& directory);

/// Adds to a dictionary, written for `statements`, forms that they are about to gain: under the
/// stems that each has by itself. What hangs on the whole vocabulary (broken plurals, nisbas) waits
/// until the dictionary is written anew. Forms that statements lose may stay behind: they find
/// nothing.
[[nodiscard]] Result<void> add_to_dictionary(const Xapian::Database& statements,
                                             const std::vector<std::string>& rising_forms,
                                             const std::filesystem::path& directory);

/// Longest word that visit_words() gives.
inline constexpr std::size_t kMostWordLetters = 16;

class Dictionary {
 public:
  [[nodiscard]] static Result<Dictionary> open(const std::filesystem::path& directory);

  /// The forms that stand for `form` (folded): itself first, then others, by grade; each form once,
  /// under its best grade. Itself and bare stems may be missing in the index, all others are in it.
  /// A stem brings at most kMostClassForms of a grade.
  [[nodiscard]] Result<std::vector<RelatedForm>> related_forms(std::string_view form) const;

  /// The grams of `form`, with the forms that hold them; for ranking.
  [[nodiscard]] Result<std::vector<Gram>> grams(std::string_view form) const;

  /// Calls `visit` for each form of `fewest` to `most` letters (UTF-8 code points), in no order.
  /// Of a large index the forms of one statement alone are left out. Forms of more than
  /// kMostWordLetters are not listed.
  [[nodiscard]] Result<void> visit_words(
      std::size_t fewest, std::size_t most,
      const std::function<void(std::string_view form, std::uint32_t count)>& visit) const;

 private:
  Dictionary(Xapian::Database database, std::string place)
      : database_(std::move(database)), place_(std::move(place)) {}
  Xapian::Database database_;
  std::string place_;
};

}  // namespace bayan::index
