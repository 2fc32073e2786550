#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/string_table.h"
#include "common/index/number_lists.h"
#include "common/index/vocabulary.h"

/// Computes the dictionary's classes from a whole vocabulary: which forms share a stem, which
/// stems are singular and broken plural, noun and nisba. No Xapian database is read or written
/// here.
///
/// Kept are numbers alone, of stems and of forms: what a stem borrows from others is gathered when
/// it is asked for. An archive of 300,000 statements has a million forms, and lists of them by stem
/// would take more memory than all the rest of indexing.
namespace bayan::index {

/// Forms by their number in the vocabulary, most frequent first, at most kMostClassForms.
using FormNumbers = std::vector<std::uint32_t>;

/// All forms that one stem leads to.
struct StemClass {
  FormNumbers light;
  FormNumbers plural;
  FormNumbers derived;
};

/// The strict classes.
class WordClasses {
 public:
  /// `vocabulary` must outlive this.
  explicit WordClasses(const Vocabulary& vocabulary);

  /// Calls `visit` for each stem, in no order.
  void visit_classes(
      const std::function<void(std::string_view stem, const StemClass& forms)>& visit) const;

  /// Calls `visit` for each form for which the vocabulary's evidence gives other stems than the
  /// tables alone.
  void visit_own_stems(
      const std::function<void(std::string_view form, const std::vector<std::string_view>& stems)>&
          visit) const;

 private:
  [[nodiscard]] std::uint32_t count(std::string_view form) const;
  [[nodiscard]] bool is_noun(std::string_view stem) const;
  [[nodiscard]] bool has_sound_plural(std::string_view stem) const;
  [[nodiscard]] bool is_plural_in_heh(std::string_view stem) const;
  [[nodiscard]] bool is_conjoined(std::string_view stem) const;
  [[nodiscard]] bool may_be_plural(std::string_view stem) const;
  void collect_stems();
  void join_plurals();
  void join_nisbas();
  void append_light(std::uint32_t stem, FormNumbers& out) const;
  void append_group(std::uint32_t singular, FormNumbers& out) const;
  void fill(std::uint32_t stem, StemClass& out) const;

  const Vocabulary& vocabulary_;
  StringTable stems_;
  NumberLists light_;         ///< the forms of a stem
  NumberLists plurals_of_;    ///< of a singular, stems both
  NumberLists singulars_of_;  ///< the other way
  NumberLists derived_from_;  ///< the nisbas of a noun, the nouns of a nisba
  NumberLists own_stems_;     ///< of a form
};

/// Calls `visit` for each greedy stem, in no order, with its forms.
void visit_greedy_classes(
    const Vocabulary& vocabulary,
    const std::function<void(std::string_view stem, const FormNumbers& forms)>& visit);

/// The stems that a form is listed under without the evidence of an index: its strict stems, for a
/// Latin word its English stem.
[[nodiscard]] std::vector<std::string> listed_stems(std::string_view form);

/// The stem of a form for ranking: the greedy Arabic stem, Xapian's English stem for Latin words,
/// the form itself for all else.
[[nodiscard]] std::string dictionary_stem(std::string_view form);

/// Most forms of a class, and most that it borrows from a plural or a nisba; of more the most
/// frequent are kept.
inline constexpr std::size_t kMostClassForms = 200;
inline constexpr std::size_t kMostBorrowedForms = 64;

}  // namespace bayan::index
