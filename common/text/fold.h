#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Folding: spellings that a reader takes as one become one.
///
///   fold("الأُسْــرَة")  ->  "الاسره"
///
/// Diacritics, tatweel and invisible controls go; alef forms become alef, alef maqsura yeh, teh
/// marbuta heh, the seats of hamza their letter; Persian and Urdu letters their Arabic ones; every
/// digit its ASCII one; Latin letters lower case without accents; compatibility forms (ligatures,
/// presentation forms, full width) what they stand for (Unicode NFKC).
namespace bayan::text {

/// Bytes of a folded Arabic letter.
inline constexpr std::size_t kLetterBytes = 2;

/// The folded copy of `text`. Idempotent. Ill-formed UTF-8 becomes U+FFFD.
[[nodiscard]] std::string fold(std::string_view text);

/// A folded copy that knows where its letters came from.
class FoldedText {
 public:
  explicit FoldedText(std::string_view source);
  [[nodiscard]] const std::string& text() const { return text_; }
  /// The byte in the source from which byte `folded_offset` of text() came: offsets never
  /// decrease, lie on code point borders, and text().size() maps to the source's size.
  [[nodiscard]] std::size_t source_offset(std::size_t folded_offset) const {
    return offsets_[folded_offset];
  }

 private:
  std::string text_;
  std::vector<std::uint32_t> offsets_;
};

}  // namespace bayan::text
