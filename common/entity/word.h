#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
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
  kAnyRole = 0xFF,                  ///< not looked up
};

/// A piece of text as the recognisers see it: unlike the tokens of the index, punctuation and line
/// ends are words too, for names and posts end at them.
struct Word {
  WordKind kind;
  std::string form;     ///< folded
  std::uint32_t begin;  ///< bytes in the field's text
  std::uint32_t end;
  std::uint8_t roles = kAnyRole;
};

/// Whether a folded word is in a list.
template <std::size_t N>
[[nodiscard]] bool is_one_of(std::string_view form, const std::array<std::string_view, N>& list) {
  return std::ranges::find(list, form) != list.end();
}

/// Whether a folded word begins with the article; short words, as «الي», do not.
[[nodiscard]] bool has_article(std::string_view form);

/// The words of well-formed UTF-8 text, in order.
[[nodiscard]] std::vector<Word> split_words(std::string_view text);

/// The folded words of `name`, marks and line ends left out, joined by single spaces: how names are
/// looked up.
[[nodiscard]] std::string joined_forms(std::string_view name);

/// `printed` on one line: runs of white space (ASCII's) are single spaces, none in front.
[[nodiscard]] std::string one_line(std::string_view printed);

}  // namespace bayan::entity
