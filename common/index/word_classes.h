#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// Computes the dictionary's classes from a whole vocabulary: which forms share a stem, which
/// stems are singular and broken plural, noun and nisba. No Xapian database is read or written
/// here.
namespace bayan::index {

/// A folded form and how many statements hold it.
struct CountedForm {
  std::string form;
  std::uint32_t count;
};

/// Forms by their number in the vocabulary, most frequent first, at most kMostClassForms.
using FormNumbers = std::vector<std::uint32_t>;

/// All forms that one stem leads to.
struct StemClass {
  FormNumbers light;
  FormNumbers plural;
  FormNumbers derived;
};

class WordClasses {
 public:
  /// `vocabulary`: each form once; must outlive this.
  explicit WordClasses(const std::vector<CountedForm>& vocabulary);

  /// By stem, rising.
  [[nodiscard]] const std::map<std::string, StemClass>& strict() const { return strict_; }
  /// By greedy stem, rising.
  [[nodiscard]] const std::map<std::string, FormNumbers>& greedy() const { return greedy_; }
  /// The stems of forms for which the vocabulary's evidence gives others than the tables alone.
  [[nodiscard]] const std::map<std::string_view, std::vector<std::string>>& own_stems() const {
    return own_stems_;
  }

 private:
  [[nodiscard]] std::uint32_t count(std::string_view form) const;
  [[nodiscard]] bool is_noun(const std::string& stem) const;
  [[nodiscard]] bool has_sound_plural(const std::string& stem) const;
  [[nodiscard]] bool is_plural_in_heh(const std::string& stem) const;
  [[nodiscard]] bool is_conjoined(const std::string& stem) const;
  [[nodiscard]] bool may_be_plural(const std::string& stem) const;
  void collect_stems();
  void join_plurals();
  void join_nisbas();
  void bound(FormNumbers& forms, std::size_t most) const;

  const std::vector<CountedForm>& vocabulary_;
  std::unordered_map<std::string_view, std::uint32_t> counts_;
  /// A bit for each hash that some form has. Most words that are asked for are none, and this tells
  /// it without a miss of the cache.
  std::vector<bool> has_hash_;
  std::map<std::string, StemClass> strict_;
  std::map<std::string, FormNumbers> greedy_;
  std::map<std::string_view, std::vector<std::string>> own_stems_;
};

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
