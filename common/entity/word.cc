#include "common/entity/word.h"

#include <unicode/uchar.h>

#include <array>

#include "common/base/utf8.h"
#include "common/text/fold.h"
#include "common/text/fold_code_point.h"

namespace bayan::entity {
namespace {

bool is_arabic_letter(char32_t folded) { return folded >= 0x0621 && folded <= 0x064A; }

bool is_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || is_arabic_letter(c) ||
         (c >= 0x80 && u_isalpha(static_cast<UChar32>(c)) != 0);
}

/// «أحمد ـ نايف»: a tatweel alone is typed for a dash. `next`: the byte behind it.
bool is_dash(std::string_view text, char32_t c, std::size_t next) {
  constexpr char32_t kTatweel = 0x0640;
  return c == kTatweel && (next >= text.size() || text[next] == ' ' || text[next] == '\n');
}

/// What the code point at byte `i` folds to if it is of Arabic's own block, else kUnlisted.
char32_t arabic_at(std::string_view text, std::size_t i) {
  const auto lead = static_cast<unsigned char>(text[i]);
  if (lead < 0xD8 || lead > 0xDB || i + 1 == text.size()) return text::kUnlisted;
  const auto next = static_cast<unsigned char>(text[i + 1]);
  if ((next & 0xC0) != 0x80) return text::kUnlisted;
  return text::fold_by_table(static_cast<char32_t>((lead & 0x1F) << 6 | (next & 0x3F)));
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
      close();
      if (c == U'\n') {
        push(WordKind::kLineEnd, c, begin, end);
      } else if (c > U' ' && c != 0xA0 && u_isspace(static_cast<UChar32>(c)) == 0) {
        push(WordKind::kMark, c, begin, end);
      }
    }
  }

  /// Takes the letters and marks of Arabic's own block from byte `i` on, which is what nearly all
  /// of a statement consists of. Gives the byte behind them.
  std::size_t add_arabic(std::string_view text, std::size_t i) {
    open(WordKind::kLetters, static_cast<std::uint32_t>(i));
    std::array<char, kRunBytes> run;
    std::size_t used = 0;
    for (; i < text.size() && used < run.size(); i += text::kLetterBytes) {
      const char32_t folded = arabic_at(text, i);
      if (is_arabic_letter(folded)) {
        if (ends_in_marbuta_) break;
        ends_in_marbuta_ = text.substr(i).starts_with("ة");
        run[used++] = static_cast<char>(0xC0 | folded >> 6);
        run[used++] = static_cast<char>(0x80 | (folded & 0x3F));
      } else if (folded != text::kDropped) {
        break;
      }
    }
    form_.append(run.data(), used);
    end_ = static_cast<std::uint32_t>(i);
    return i;
  }

  /// A diacritic or tatweel stands on the word before it.
  void stretch(std::uint32_t end) {
    if (is_inside_word()) end_ = end;
  }

  [[nodiscard]] bool is_inside_word() const { return !form_.empty(); }

  void add_dash(std::uint32_t begin, std::uint32_t end) { push(WordKind::kMark, U'-', begin, end); }

  /// Ends the open word, if there is one.
  void close() {
    if (!is_inside_word()) return;
    out_.push_back({kind_, form_, begin_, end_});
    form_.clear();
    ends_in_marbuta_ = false;
  }

 private:
  static constexpr std::size_t kRunBytes = 64;

  /// «مكةالمكرمة»: a teh marbuta ends a word, so that a space was forgotten.
  void open(WordKind kind, std::uint32_t begin) {
    if (is_inside_word() && kind_ == kind && !ends_in_marbuta_) return;
    close();
    kind_ = kind;
    begin_ = begin;
  }

  void extend(WordKind kind, char32_t c, std::uint32_t begin, std::uint32_t end) {
    open(kind, begin);
    utf8::append(form_, c);
    end_ = end;
  }

  void push(WordKind kind, char32_t c, std::uint32_t begin, std::uint32_t end) {
    out_.push_back({kind, {}, begin, end});
    utf8::append(out_.back().form, c);
  }

  std::vector<Word>& out_;
  std::string form_;  ///< of the open word; empty: none is open
  WordKind kind_ = WordKind::kLetters;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
  bool ends_in_marbuta_ = false;
};

}  // namespace

std::vector<Word> split_words(std::string_view text) {
  // With the space behind it a word of Arabic takes some ten bytes.
  constexpr std::size_t kBytesPerWord = 9;
  std::vector<Word> words;
  words.reserve(text.size() / kBytesPerWord + 1);
  WordSplitter splitter(words);
  for (std::size_t i = 0; i < text.size();) {
    if (is_arabic_letter(arabic_at(text, i))) {
      i = splitter.add_arabic(text, i);
      continue;
    }
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
  splitter.close();
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
