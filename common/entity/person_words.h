#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "common/entity/word.h"
#include "common/entity/word_class.h"
#include "common/entity/word_memo.h"

namespace bayan::entity {

/// A word as the person recogniser sees it, with its class.
struct NameWord {
  std::string_view form;  ///< folded; «عبد الله» is one word
  std::uint32_t begin;    ///< bytes in the field's text
  std::uint32_t end;
  std::uint32_t first;  ///< numbers of the Words it stands for: [first, last)
  std::uint32_t last;
  std::uint32_t count;  ///< in the lexicon
  WordKind kind;
  std::uint8_t roles;      ///< WordRole
  bool ends_in_marbuta;    ///< as printed: «معوضة», whose «ه» is no pronoun
  bool begins_with_hamza;  ///< as printed: «أليشر», whose «أل» is no article
  WordInfo info;

  [[nodiscard]] bool has(std::uint32_t flags) const { return (info.flags & flags) != 0; }
  [[nodiscard]] bool is(NameClass c) const { return info.name_class == c; }
  [[nodiscard]] bool is_word() const { return kind == WordKind::kLetters; }
  [[nodiscard]] bool has_article() const {
    return !begins_with_hamza && form.starts_with("ال") && form.size() > 4;
  }
  [[nodiscard]] bool has_clitic() const { return info.proclitic != Proclitic::kNone; }
};

/// False where PersonWords takes a word of this folded form, seen so often, as the tables say it
/// is, wherever it stands and however it is printed: nearly always.
[[nodiscard]] bool is_told_by_print(std::string_view form, std::uint32_t count);

/// The words of one field for the person recogniser. Differences from split_words(): «عبد الله» is
/// joined, a line end inside a name («محمد بن⏎سالم») is dropped, على is the preposition unless it
/// stands where only a name can, and a glued «الدكتورمصطفى» is two words.
class PersonWords {
 public:
  /// `facts`: what the lexicon says of each of `words`. The arguments must outlive it.
  PersonWords(std::string_view text, const std::vector<Word>& words,
              const std::vector<WordFacts>& facts, const PersonLexicon& lexicon,
              const WordClassifier& classifier);
  PersonWords(const PersonWords&) = delete;
  PersonWords& operator=(const PersonWords&) = delete;
  PersonWords(PersonWords&&) = delete;
  PersonWords& operator=(PersonWords&&) = delete;
  ~PersonWords() = default;

  [[nodiscard]] std::size_t size() const { return list_.size(); }
  /// Behind the last word stands a mark that is no word.
  [[nodiscard]] const NameWord& operator[](std::size_t i) const {
    return i < list_.size() ? list_[i] : end_;
  }
  [[nodiscard]] std::string_view text() const { return text_; }
  /// Occurrences of the word behind a given name in the archive that the tables come from.
  [[nodiscard]] std::uint32_t count_after_names(const NameWord& word) const {
    return lexicon_.look_up(word.form).after;
  }
  /// Where the name in word `i` begins: behind its proclitic if it has one.
  [[nodiscard]] std::uint32_t name_begin(std::size_t i, bool drops_clitic) const;

 private:
  void add(std::string_view form, std::uint32_t first, std::uint32_t last, const WordFacts& facts);
  /// The same of what is no word of the text.
  void add_made(std::string_view form, std::uint32_t first, std::uint32_t last) {
    add(form, first, last, {classifier_.info(form), lexicon_.count(form), kIsToldByPrint});
  }
  bool add_glued(std::uint32_t i);
  [[nodiscard]] std::size_t glued_words(std::string_view form, std::uint32_t count) const;
  void tell_homograph(NameWord& word) const;
  [[nodiscard]] bool is_other_by_seat(const NameWord& word) const;
  [[nodiscard]] static bool is_hamza_name(const NameWord& word);
  [[nodiscard]] bool is_accusative(const NameWord& word) const;
  void tell_ali_from_on();

  std::string_view text_;
  const std::vector<Word>& words_;
  const std::vector<WordFacts>& facts_;
  const PersonLexicon& lexicon_;
  const WordClassifier& classifier_;
  std::deque<std::string> joined_;
  std::vector<NameWord> list_;
  NameWord end_{};
};

}  // namespace bayan::entity
