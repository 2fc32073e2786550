#include "common/entity/word.h"

#include <unicode/uchar.h>

#include "common/base/utf8.h"
#include "common/text/fold.h"
#include "common/text/fold_code_point.h"

namespace bayan::entity {
namespace {

bool is_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= 0x0621 && c <= 0x064A) ||
         (c >= 0x80 && u_isalpha(static_cast<UChar32>(c)) != 0);
}

/// «أحمد ـ نايف»: a tatweel alone is typed for a dash. `next`: the byte behind it.
bool is_dash(std::string_view text, char32_t c, std::size_t next) {
  constexpr char32_t kTatweel = 0x0640;
  return c == kTatweel && (next >= text.size() || text[next] == ' ' || text[next] == '\n');
}

/// Builds the list a folded code point at a time.
class WordSplitter {
 public:
  explicit WordSplitter(std::vector<Word>& out) : out_(out) {}

  void add(char32_t c, std::uint32_t begin, std::uint32_t end) {
    if (is_letter(c)) {
      extend(WordKind::kLetters, c, begin, end);
    } else if (c >= U'0' && c <= U'9') {
      extend(WordKind::kDigits, c, begin, end);
    } else {
      open_ = false;
      if (c == U'\n') {
        push(WordKind::kLineEnd, c, begin, end);
      } else if (c > U' ' && c != 0xA0 && u_isspace(static_cast<UChar32>(c)) == 0) {
        push(WordKind::kMark, c, begin, end);
      }
    }
  }

  /// A diacritic or tatweel stands on the word before it.
  void stretch(std::uint32_t end) {
    if (open_) out_.back().end = end;
  }

  [[nodiscard]] bool is_inside_word() const { return open_; }

  void add_dash(std::uint32_t begin, std::uint32_t end) { push(WordKind::kMark, U'-', begin, end); }

 private:
  void extend(WordKind kind, char32_t c, std::uint32_t begin, std::uint32_t end) {
    if (!open_ || out_.back().kind != kind) {
      push(kind, c, begin, end);
      open_ = true;
      return;
    }
    utf8::append(out_.back().form, c);
    out_.back().end = end;
  }

  void push(WordKind kind, char32_t c, std::uint32_t begin, std::uint32_t end) {
    out_.push_back({kind, {}, begin, end});
    utf8::append(out_.back().form, c);
  }

  std::vector<Word>& out_;
  bool open_ = false;
};

}  // namespace

std::vector<Word> split_words(std::string_view text) {
  // With the space behind it a word of Arabic takes some ten bytes.
  constexpr std::size_t kBytesPerWord = 9;
  std::vector<Word> words;
  words.reserve(text.size() / kBytesPerWord + 1);
  WordSplitter splitter(words);
  for (std::size_t i = 0; i < text.size();) {
    const utf8::CodePoint c = utf8::decode_at(text, i);
    const auto begin = static_cast<std::uint32_t>(i);
    i += c.byte_count;
    const auto end = static_cast<std::uint32_t>(i);
    const char32_t listed = text::fold_by_table(c.value);
    if (listed == text::kDropped) {
      if (!splitter.is_inside_word() && is_dash(text, c.value, i)) {
        splitter.add_dash(begin, end);
      } else {
        splitter.stretch(end);
      }
    } else if (listed != text::kUnlisted) {
      splitter.add(listed, begin, end);
    } else {
      for (const char32_t part : text::fold_by_icu(c.value)) splitter.add(part, begin, end);
    }
  }
  return words;
}

bool has_article(std::string_view form) {
  return form.starts_with("ال") && form.size() > 4 * text::kLetterBytes;
}

std::string joined_forms(std::string_view name) {
  std::string joined;
  for (const Word& word : split_words(name)) {
    if (word.kind == WordKind::kMark || word.kind == WordKind::kLineEnd) continue;
    if (!joined.empty()) joined += ' ';
    joined += word.form;
  }
  return joined;
}

std::string one_line(std::string_view printed) {
  std::string out;
  for (const char c : printed) {
    const bool is_space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!is_space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

}  // namespace bayan::entity
