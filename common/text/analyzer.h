#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The analysis chain: text to folded words with their places. Indexer, searcher and recognisers
/// all call this and nothing else, so that what was indexed is what is asked for.
///
///   text::TokenList tokens;
///   text::analyze("قال الوَزيرُ", tokens);   // forms «قال», «الوزير»
///   tokens.form(1);                          // "الوزير"
///   tokens[1].begin, tokens[1].end;          // its bytes in the text as it came, marks included
namespace bayan::text {

/// Raised whenever the forms that analyze() gives for some text change; an index records it.
inline constexpr int kAnalyzerVersion = 1;

enum class Script : std::uint8_t { kArabic, kLatin, kNumber, kOther };

/// One word. Its position, for phrases, is its index in the list.
struct Token {
  std::uint32_t form_begin;  ///< in the list's own storage; use TokenList::form()
  std::uint32_t form_size;   ///< bytes of folded UTF-8
  std::uint32_t begin;       ///< first byte in the source text
  std::uint32_t end;  ///< one past the last byte: marks and tatweel behind a letter belong to it
  Script script;
};

/// The words of one text, in order. Reuse one list for many texts: it keeps its memory.
class TokenList {
 public:
  [[nodiscard]] std::size_t size() const { return tokens_.size(); }
  [[nodiscard]] bool empty() const { return tokens_.empty(); }
  [[nodiscard]] const Token& operator[](std::size_t i) const { return tokens_[i]; }
  [[nodiscard]] auto begin() const { return tokens_.begin(); }
  [[nodiscard]] auto end() const { return tokens_.end(); }
  /// The folded form; valid until the list is changed.
  [[nodiscard]] std::string_view form(std::size_t i) const { return form(tokens_[i]); }
  [[nodiscard]] std::string_view form(const Token& token) const {
    return std::string_view(forms_).substr(token.form_begin, token.form_size);
  }
  void clear() {
    tokens_.clear();
    forms_.clear();
  }

 private:
  friend class TokenBuilder;
  std::vector<Token> tokens_;
  std::string forms_;
};

/// Replaces `out` by the tokens of `text` (any bytes; ill-formed UTF-8 separates words).
/// Offsets rise: each token begins at or after the end of the one before, except that several
/// words out of one ligature code point (U+FDFA) share its bytes. A form is never empty and never
/// longer than kMaxFormBytes: what is longer is cut at a code point.
/// «عبدالله» and «عبد الله» give the same two forms; «12,500» gives 12500; «G20» stays one word.
void analyze(std::string_view text, TokenList& out);

/// The first `most` tokens of analyze() and, where there are more, at least one behind them.
void analyze_beginning(std::string_view text, std::size_t most, TokenList& out);

/// The forms of those tokens alone: for names and queries, where nothing has to be quick.
[[nodiscard]] std::vector<std::string> word_forms(std::string_view text);

/// Longest form in bytes; Xapian takes terms of at most 245 bytes, prefix included.
inline constexpr std::size_t kMaxFormBytes = 200;

}  // namespace bayan::text
