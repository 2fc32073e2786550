#include "common/entity/word.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "common/base/utf8.h"
#include "common/text/code_points.h"
#include "common/text/fold.h"
#include "common/text/fold_code_point.h"

namespace bayan::entity {
namespace {

constexpr bool is_arabic_letter(char32_t folded) { return folded >= 0x0621 && folded <= 0x064A; }

bool is_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || is_arabic_letter(c) ||
         (c >= 0x80 && u_isalpha(static_cast<UChar32>(c)) != 0);
}

/// «أحمد ـ نايف»: a tatweel alone is typed for a dash. `next`: the byte behind it.
bool is_dash(std::string_view text, char32_t c, std::size_t next) {
  constexpr char32_t kTatweel = 0x0640;
  return c == kTatweel && (next >= text.size() || text[next] == ' ' || text[next] == '\n');
}

/// What two bytes of Arabic's own block (U+0600 to U+06FF) fold to: two bytes again.
struct ArabicPair {
  std::array<char, text::kLetterBytes> folded;
  bool is_letter;  ///< goes on a word
  bool is_dropped;
};

constexpr std::array<ArabicPair, 256> make_arabic_pairs() {
  std::array<ArabicPair, 256> pairs{};
  for (char32_t c = 0; c < pairs.size(); ++c) {
    const char32_t folded = text::fold_by_table(0x0600 + c);
    pairs[c] = {
        {static_cast<char>(0xC0 | (folded >> 6 & 0x1F)), static_cast<char>(0x80 | (folded & 0x3F))},
        is_arabic_letter(folded),
        folded == text::kDropped};
  }
  return pairs;
}
constexpr std::array<ArabicPair, 256> kArabicPairs = make_arabic_pairs();
constexpr const ArabicPair* kMarbuta = &kArabicPairs[text::kTehMarbuta - 0x0600];

/// The pair that stands at byte `i`; nullptr where something else does.
const ArabicPair* arabic_at(std::string_view text, std::size_t i) {
  if (i + 1 >= text.size()) return nullptr;
  const auto lead = static_cast<unsigned char>(text[i]);
  const auto next = static_cast<unsigned char>(text[i + 1]);
  if ((lead & 0xFC) != 0xD8 || (next & 0xC0) != 0x80) return nullptr;
  return &kArabicPairs[(lead & 3U) << 6 | (next & 0x3FU)];
}

}  // namespace

/// Builds the words of a text, a folded code point at a time or a run of Arabic letters.
class WordSplitter {
 public:
  explicit WordSplitter(std::string_view text) : text_(text), capacity_(text.size()) {
    // With the space behind it a word of Arabic takes some ten bytes.
    constexpr std::size_t kBytesPerWord = 9;
    out_.letters_ = std::make_unique_for_overwrite<char[]>(capacity_);
    out_.list_.reserve(text.size() / kBytesPerWord + 1);
  }

  Words split() {
    while (at_ < text_.size()) {
      const ArabicPair* const pair = arabic_at(text_, at_);
      if (pair != nullptr && pair->is_letter) {
        add_arabic();
      } else {
        add_other();
      }
    }
    close();
    return std::move(out_);
  }

 private:
  /// Letters and marks of Arabic's own block, which is what nearly all of a statement consists of.
  /// What it counts is local: as members the compiler would write them back at every letter.
  void add_arabic() {
    open(WordKind::kLetters);
    const std::string_view source = text_;
    std::size_t at = at_;
    char* to = out_.letters_.get() + used_;
    bool ends_in_marbuta = false;
    for (; const ArabicPair* const pair = arabic_at(source, at); at += text::kLetterBytes) {
      if (pair->is_dropped) continue;
      if (!pair->is_letter || ends_in_marbuta) break;
      ends_in_marbuta = pair == kMarbuta;
      to = std::ranges::copy(pair->folded, to).out;
    }
    used_ = static_cast<std::size_t>(to - out_.letters_.get());
    ends_in_marbuta_ = ends_in_marbuta;
    end_ = at_ = at;
  }

  /// The code point at `at_`.
  void add_other() {
    const utf8::CodePoint c = utf8::decode_at(text_, at_);
    const std::size_t begin = at_;
    at_ += c.byte_count;
    const char32_t listed = text::fold_by_table(c.value);
    if (listed == text::kDropped) {
      // A diacritic or tatweel stands on the word before it.
      if (is_inside_word()) {
        end_ = at_;
      } else if (is_dash(text_, c.value, at_)) {
        add_mark(WordKind::kMark, U'-', begin);
      }
    } else if (listed != text::kUnlisted) {
      add(listed, begin);
    } else {
      const std::u32string parts = text::fold_by_icu(c.value);
      make_room(parts.size());
      for (const char32_t part : parts) add(part, begin);
    }
  }

  void add(char32_t c, std::size_t begin) {
    const bool is_digit = c >= U'0' && c <= U'9';
    if (is_digit || is_letter(c)) {
      open(is_digit ? WordKind::kDigits : WordKind::kLetters, begin);
      append(c);
      end_ = at_;
    } else if (c == U'\n') {
      add_mark(WordKind::kLineEnd, c, begin);
    } else if (c > U' ' && c != 0xA0 && u_isspace(static_cast<UChar32>(c)) == 0) {
      add_mark(WordKind::kMark, c, begin);
    } else {
      close();
    }
  }

  void add_mark(WordKind kind, char32_t c, std::size_t begin) {
    close();
    kind_ = kind;
    begin_ = begin;
    append(c);
    end_ = at_;
    close();
  }

  void append(char32_t c) { used_ += utf8::encode(c, out_.letters_.get() + used_); }

  /// Folding by the table never lengthens a text; ICU's may: «ﷺ» is four words. Makes room for
  /// `count` code points beside what is left of the text.
  void make_room(std::size_t count) {
    constexpr std::size_t kMostBytes = 4;
    const std::size_t wanted = used_ + count * kMostBytes + (text_.size() - at_);
    if (wanted <= capacity_) return;
    capacity_ = wanted * 2;
    auto letters = std::make_unique_for_overwrite<char[]>(capacity_);
    std::copy_n(out_.letters_.get(), used_, letters.get());
    for (Word& word : out_.list_) {
      word.form = {letters.get() + (word.form.data() - out_.letters_.get()), word.form.size()};
    }
    out_.letters_ = std::move(letters);
  }

  [[nodiscard]] bool is_inside_word() const { return used_ > form_begin_; }

  /// «مكةالمكرمة»: a teh marbuta ends a word, so that a space was forgotten.
  void open(WordKind kind) { open(kind, at_); }
  void open(WordKind kind, std::size_t begin) {
    if (is_inside_word() && kind_ == kind && !ends_in_marbuta_) return;
    close();
    kind_ = kind;
    begin_ = begin;
  }

  /// Ends the open word, if there is one.
  void close() {
    if (!is_inside_word()) return;
    out_.list_.push_back({{out_.letters_.get() + form_begin_, used_ - form_begin_},
                          static_cast<std::uint32_t>(begin_),
                          static_cast<std::uint32_t>(end_),
                          kind_});
    form_begin_ = used_;
    ends_in_marbuta_ = false;
  }

  std::string_view text_;
  std::size_t at_ = 0;  ///< byte of the text
  Words out_;
  std::size_t capacity_;
  std::size_t used_ = 0;        ///< letters
  std::size_t form_begin_ = 0;  ///< of the open word among them; all used: none is open
  WordKind kind_ = WordKind::kLetters;
  std::size_t begin_ = 0;  ///< of the open word in the text
  std::size_t end_ = 0;
  bool ends_in_marbuta_ = false;
};

Words split_words(std::string_view text) { return WordSplitter(text).split(); }

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
