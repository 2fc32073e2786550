#include "common/text/analyzer.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>
#include <limits>

#include "common/base/utf8.h"
#include "common/text/fold_code_point.h"

// One pass: each code point is folded and fed to a builder that opens a word at a letter or digit
// and closes it at anything else, or where the script changes. The builder remembers for each byte
// of the open word which source byte it came from, so that a word can still be cut in two:
//
//   «وعبدالله 12,500»  ->  [وعبد] [الله] [12500]
namespace bayan::text {
namespace {

enum class Class : std::uint8_t { kSeparator, kArabic, kLatin, kDigit, kOther };

/// The class of a folded code point.
Class classify(char32_t c) {
  if (c < 0x80) {
    if (c >= U'a' && c <= U'z') return Class::kLatin;
    return c >= U'0' && c <= U'9' ? Class::kDigit : Class::kSeparator;
  }
  if (c >= kHamza && c <= kYeh) return Class::kArabic;
  const auto code_point = static_cast<UChar32>(c);
  if (!u_isalpha(code_point) && u_charType(code_point) != U_COMBINING_SPACING_MARK &&
      u_charType(code_point) != U_NON_SPACING_MARK) {
    return Class::kSeparator;
  }
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(code_point, &status)) {
    case USCRIPT_ARABIC:
      return Class::kArabic;
    case USCRIPT_LATIN:
      return Class::kLatin;
    default:
      return Class::kOther;
  }
}

Script script_of(Class c) {
  switch (c) {
    case Class::kArabic:
      return Script::kArabic;
    case Class::kLatin:
      return Script::kLatin;
    case Class::kDigit:
      return Script::kNumber;
    default:
      return Script::kOther;
  }
}

/// True where a word goes on although the class changes: «G20», «covid19», but not «15km».
bool joins(Script word, Class next) {
  return script_of(next) == word || (word == Script::kLatin && next == Class::kDigit);
}

bool is_number_separator(char32_t folded) { return folded == U'.' || folded == U','; }

bool is_apostrophe(char32_t c) { return c == U'\'' || c == kRightSingleQuote; }

/// How many bytes of folded «…عبد» the word begins with when it is a compound name written as one
/// (عبد + article + at least two letters, a proclitic allowed before); 0 when it is none.
std::size_t abd_prefix_bytes(std::string_view form) {
  constexpr std::string_view kAbd = "عبد";
  constexpr std::string_view kArticle = "ال";
  constexpr std::array<std::string_view, 6> kProclitics = {"", "و", "ف", "ب", "ل", "ك"};
  constexpr std::size_t kTwoLetters = 4;
  for (const std::string_view proclitic : kProclitics) {
    if (!form.starts_with(proclitic)) continue;
    const std::string_view rest = form.substr(proclitic.size());
    if (!rest.starts_with(kAbd) || !rest.substr(kAbd.size()).starts_with(kArticle)) continue;
    if (rest.size() < kAbd.size() + kArticle.size() + kTwoLetters) continue;
    return proclitic.size() + kAbd.size();
  }
  return 0;
}

}  // namespace

/// Collects the letters of one word and appends it to the list when it ends.
class TokenBuilder {
 public:
  explicit TokenBuilder(TokenList& out) : out_(out) { out_.clear(); }

  [[nodiscard]] bool is_open() const { return open_; }
  [[nodiscard]] Script script() const { return script_; }
  [[nodiscard]] std::string_view form() const {
    return std::string_view(out_.forms_).substr(form_begin_);
  }

  void add(char32_t folded, Class letter, std::uint32_t begin, std::uint32_t end) {
    if (open_ && !joins(script_, letter)) close();
    if (!open_) open(letter, begin);
    end_ = end;
    if (form().size() + 4 > kMaxFormBytes) return;
    utf8::append(out_.forms_, folded);
    sources_.resize(form().size(), begin);
  }

  /// A mark or tatweel: no letter, but it stands on the word that is open.
  void extend(std::uint32_t end) {
    if (open_) end_ = end;
  }

  void close() {
    if (!open_) return;
    open_ = false;
    if (script_ == Script::kArabic) {
      if (const std::size_t cut = abd_prefix_bytes(form()); cut != 0) {
        push(form_begin_, cut, begin_, sources_[cut]);
        push(form_begin_ + cut, form().size() - cut, sources_[cut], end_);
        return;
      }
    }
    push(form_begin_, form().size(), begin_, end_);
  }

 private:
  void open(Class letter, std::uint32_t begin) {
    open_ = true;
    script_ = script_of(letter);
    form_begin_ = out_.forms_.size();
    begin_ = begin;
    sources_.clear();
  }

  void push(std::size_t form_begin, std::size_t form_size, std::uint32_t begin, std::uint32_t end) {
    out_.tokens_.push_back({static_cast<std::uint32_t>(form_begin),
                            static_cast<std::uint32_t>(form_size), begin, end, script_});
  }

  TokenList& out_;
  bool open_ = false;
  Script script_ = Script::kOther;
  std::size_t form_begin_ = 0;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
  std::vector<std::uint32_t> sources_;  ///< for each byte of the open form, its source byte
};

namespace {

/// Walks the source and feeds the builder; knows what it takes to keep a number together.
class Walk {
 public:
  Walk(std::string_view text, TokenList& out) : text_(text), out_(out), builder_(out) {}

  /// A token behind the first `most` says that those are whole.
  void run(std::size_t most) {
    for (; at_ < text_.size() && out_.size() <= most; at_ = next_) {
      const utf8::CodePoint c = utf8::decode_at(text_, at_);
      next_ = at_ + c.byte_count;
      take(c.value);
    }
    builder_.close();
  }

 private:
  void take(char32_t c) {
    const char32_t listed = fold_by_table(c);
    if (listed == kDropped) {
      builder_.extend(static_cast<std::uint32_t>(next_));
    } else if (is_apostrophe(c)) {
      take_apostrophe();
    } else if (listed != kUnlisted) {
      take_folded(listed);
    } else {
      const std::u32string folded = fold_by_icu(c);
      if (folded.empty()) builder_.extend(static_cast<std::uint32_t>(next_));
      for (std::size_t i = 0; i < folded.size(); ++i) {
        is_part_ = i + 1 < folded.size();
        take_folded(folded[i]);
      }
    }
  }

  void take_folded(char32_t folded) {
    const Class letter = classify(folded);
    if (letter == Class::kDigit) {
      if (!in_number()) number_ = {.behind_point = number_.behind_point};
      add(folded, letter);
      ++number_.group_digits;
    } else if (letter != Class::kSeparator) {
      number_ = {};
      add(folded, letter);
    } else if (is_number_separator(folded) && number_goes_on(folded)) {
      if (folded == U'.') add(folded, Class::kDigit);
      number_.has_fraction = folded == U'.';
      number_.has_groups = folded == U',';
      number_.group_digits = 0;
    } else {
      number_ = {.behind_point = in_number() && folded == U'.' && digits_at(next_).count > 0};
      builder_.close();
    }
  }

  void add(char32_t folded, Class letter) {
    builder_.add(folded, letter, static_cast<std::uint32_t>(at_),
                 static_cast<std::uint32_t>(next_));
  }

  [[nodiscard]] bool in_number() const {
    return builder_.is_open() && builder_.script() == Script::kNumber;
  }

  /// «12.5» and «12,500» are one number; «1,2», «26.7.2024» and the full stop of «2024.» are not.
  [[nodiscard]] bool number_goes_on(char32_t separator) const {
    if (!in_number() || number_.has_fraction || is_part_) return false;
    const DigitRun run = digits_at(next_);
    if (separator == U',') {
      return run.count == 3 &&
             (number_.has_groups ? number_.group_digits == 3 : number_.group_digits <= 3);
    }
    return !number_.behind_point && run.count > 0 && !run.point_and_digit_follow;
  }

  struct DigitRun {
    std::size_t count = 0;
    bool point_and_digit_follow = false;
  };

  /// The run of digits of any script that begins at byte `offset`; looks at a bounded number.
  [[nodiscard]] DigitRun digits_at(std::size_t offset) const {
    constexpr std::size_t kLongestRun = 24;
    DigitRun run;
    while (offset < text_.size() && run.count < kLongestRun) {
      const utf8::CodePoint c = utf8::decode_at(text_, offset);
      offset += c.byte_count;
      if (!is_digit(c.value)) {
        run.point_and_digit_follow = fold_by_table(c.value) == U'.' && offset < text_.size() &&
                                     is_digit(utf8::decode_at(text_, offset).value);
        break;
      }
      ++run.count;
    }
    return run;
  }

  static bool is_digit(char32_t c) {
    const char32_t folded = fold_by_table(c);
    return folded >= U'0' && folded <= U'9';
  }

  /// «Qur'an» is one word, «France's» is «France», «'quoted'» loses its marks.
  void take_apostrophe() {
    if (builder_.is_open() && builder_.script() == Script::kLatin && letter_follows()) {
      if (!is_possessive()) {
        builder_.extend(static_cast<std::uint32_t>(next_));
        return;
      }
      ++next_;
    }
    number_ = {};
    builder_.close();
  }

  [[nodiscard]] bool letter_follows() const {
    return next_ < text_.size() &&
           classify(fold_by_table(utf8::decode_at(text_, next_).value)) == Class::kLatin;
  }

  /// An s behind the apostrophe, and no letter behind the s.
  [[nodiscard]] bool is_possessive() const {
    if (text_[next_] != 's' && text_[next_] != 'S') return false;
    if (next_ + 1 >= text_.size()) return true;
    const char32_t folded = fold_by_table(utf8::decode_at(text_, next_ + 1).value);
    return folded < kDropped && classify(folded) == Class::kSeparator;
  }

  /// What is known of the number that is being read.
  struct Number {
    std::size_t group_digits = 0;  ///< digits since it began or since its last separator
    bool has_fraction = false;     ///< it has had its point
    bool has_groups = false;       ///< it has had a thousands separator
    bool behind_point = false;     ///< it follows a number and a point that divide: «26.7.2024»
  };

  std::string_view text_;
  TokenList& out_;
  TokenBuilder builder_;
  std::size_t at_ = 0;    ///< the code point being taken
  std::size_t next_ = 0;  ///< where the next one is read
  /// More letters of the same code point follow: behind the first point of U+2025 TWO DOT LEADER
  /// stands the second, whatever the text goes on with.
  bool is_part_ = false;
  Number number_;
};

}  // namespace

void analyze(std::string_view text, TokenList& out) {
  Walk(text, out).run(std::numeric_limits<std::size_t>::max());
}

void analyze_beginning(std::string_view text, std::size_t most, TokenList& out) {
  Walk(text, out).run(most);
}

std::vector<std::string> word_forms(std::string_view text) {
  TokenList tokens;
  analyze(text, tokens);
  std::vector<std::string> forms;
  forms.reserve(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) forms.emplace_back(tokens.form(i));
  return forms;
}

}  // namespace bayan::text
