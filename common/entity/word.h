#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bayan::entity {

enum class WordKind : std::uint8_t { kLetters, kDigits, kMark, kLineEnd };

/// What may begin at a word, as the tables say of its form alone: recognisers pass over the others.
enum WordRole : std::uint8_t {
  kMayBeginCountry = 1U << 0,
  kMayBeginBody = 1U << 1,
  kMayBeginMonth = 1U << 2,
  kMayBeginYear = 1U << 3,          ///< «عام 2024»
  kMayBeginRelativeDate = 1U << 4,  ///< «أمس», «الشهر الماضي»
  kMayTellHome = 1U << 5,           ///< «(آل) خليفة», «خادم (الحرمين)»
  kIsToldByPrint = 1U << 6,         ///< is_told_by_print()
  kAnyRole = 0xFF,                  ///< not looked up
};

/// A piece of text as the recognisers see it: unlike the tokens of the index, punctuation and line
/// ends are words too, for names and posts end at them.
struct Word {
  std::string_view form;  ///< folded; its letters are those of the Words it is of
  std::uint32_t begin;    ///< bytes in the field's text
  std::uint32_t end;
  WordKind kind;
  std::uint8_t roles = kAnyRole;
};

/// The words of a text, with the letters of their forms.
class Words {
 public:
  [[nodiscard]] std::vector<Word>& list() { return list_; }
  [[nodiscard]] const std::vector<Word>& list() const { return list_; }
  operator const std::vector<Word>&() const { return list_; }  // NOLINT: that is what they are
  [[nodiscard]] auto begin() const { return list_.begin(); }
  [[nodiscard]] auto end() const { return list_.end(); }
  [[nodiscard]] std::size_t size() const { return list_.size(); }
  [[nodiscard]] bool empty() const { return list_.empty(); }
  [[nodiscard]] const Word& operator[](std::size_t i) const { return list_[i]; }
  [[nodiscard]] const Word& front() const { return list_.front(); }
  [[nodiscard]] const Word& back() const { return list_.back(); }

 private:
  friend class WordSplitter;
  std::unique_ptr<char[]>
      letters_;  ///< of all forms, which view them: where the list goes, it goes
  std::vector<Word> list_;
};

/// Whether a folded word is in a list.
template <std::size_t N>
[[nodiscard]] bool is_one_of(std::string_view form, const std::array<std::string_view, N>& list) {
  return std::ranges::find(list, form) != list.end();
}

/// Whether a folded word begins with the article; short words, as «الي», do not.
[[nodiscard]] bool has_article(std::string_view form);

/// The words of well-formed UTF-8 text, in order.
[[nodiscard]] Words split_words(std::string_view text);

/// The folded words of `name`, marks and line ends left out, joined by single spaces: how names are
/// looked up.
[[nodiscard]] std::string joined_forms(std::string_view name);

/// `printed` on one line: runs of white space (ASCII's) are single spaces, none in front.
[[nodiscard]] std::string one_line(std::string_view printed);

}  // namespace bayan::entity
