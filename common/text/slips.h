#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Slips of people who type: what was meant by a word that no statement holds.
namespace bayan::text {

/// How far apart two folded words are for a reader: 0 for the same; about 1 for one wrong, missing
/// or added letter or two letters swapped; less where the slip is a common one: letters that sound
/// alike (ض ظ, ذ ز, س ص, ت ط, ق غ), neighbours on the keyboard, a long vowel, a doubled letter.
/// Gives up and returns `most` + 1 where the distance is larger than `most`.
///
/// Optimal string alignment (Damerau's edits) with costs.
[[nodiscard]] double slip_distance(std::u32string_view typed, std::u32string_view meant,
                                   double most);

/// A bit for each letter of a word: words one slip apart differ in two bits at most.
[[nodiscard]] std::uint64_t letter_set(std::u32string_view letters);

/// What the same keys give on the Arabic 101 layout: «hglyvf» -> «المغرب». Capitals count as small
/// letters; a sign that is no key stays.
[[nodiscard]] std::string on_arabic_keyboard(std::string_view typed);

/// The other way: «حقثسهيثىف» -> "president".
[[nodiscard]] std::string on_latin_keyboard(std::string_view typed);

/// How badly a folded Arabic word is spelt by Latin letters: «fahad» for «فهد» is near 0, another
/// name's spelling is above 1 for about every letter that differs. Latin vowels may stand for
/// nothing, digraphs (sh, kh, gh, th, dh) for one letter, doubled letters for one.
[[nodiscard]] double spelling_distance(std::string_view latin, std::u32string_view arabic,
                                       double most);

/// The same of one Latin spelling for many Arabic words.
class LatinSpelling {
 public:
  explicit LatinSpelling(std::string_view latin);

  [[nodiscard]] double distance(std::u32string_view arabic, double most) const;

  /// False for most of the words whose distance is larger than `most`, told by their letters alone:
  /// what neither spelling can stand for in the other must be left out of it.
  [[nodiscard]] bool may_be_within(std::u32string_view arabic, double most) const;

 private:
  struct SoundHere {
    std::size_t size;  ///< in Latin letters
    std::u32string_view arabic;
  };
  std::string latin_;
  std::vector<std::vector<SoundHere>> sounds_;  ///< that begin at each place
  std::uint64_t spellable_ = 0;                 ///< Arabic letters that it has a sound for
  std::vector<std::uint64_t> consonants_;       ///< of each, the Arabic letters it may stand for
};

}  // namespace bayan::text
