#include "common/cli/line_break.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <memory>

namespace bayan::cli {
namespace {

struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};
struct CloseBreaks {
  void operator()(UBreakIterator* breaks) const { ubrk_close(breaks); }
};

/// ICU's borders in a UTF-8 text, as byte offsets.
class Borders {
 public:
  Borders(UBreakIteratorType type, std::string_view text) {
    UErrorCode error = U_ZERO_ERROR;
    text_.reset(
        utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &error));
    breaks_.reset(ubrk_open(type, "", nullptr, 0, &error));
    if (U_SUCCESS(error)) ubrk_setUText(breaks_.get(), text_.get(), &error);
    is_usable_ = U_SUCCESS(error);
  }

  /// The first border behind `offset`; `end` where there is none.
  std::size_t behind(std::size_t offset, std::size_t end) {
    if (!is_usable_) return end;
    const std::int32_t next = ubrk_following(breaks_.get(), static_cast<std::int32_t>(offset));
    return next == UBRK_DONE ? end : static_cast<std::size_t>(next);
  }

 private:
  std::unique_ptr<UText, CloseText> text_;
  std::unique_ptr<UBreakIterator, CloseBreaks> breaks_;
  bool is_usable_ = false;
};

std::string_view without_spaces_behind(std::string_view text) {
  const std::size_t last = text.find_last_not_of(' ');
  return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
}

class LineBreaker {
 public:
  LineBreaker(std::string_view text, std::size_t width, LamAlef lam_alef)
      : text_(text), width_(width), lam_alef_(lam_alef), borders_(UBRK_LINE, text) {}

  std::vector<std::string_view> run() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = borders_.behind(at, text_.size());
      add_piece(at, end);
      at = end;
    }
    if (line_begin_ < text_.size() || lines_.empty()) push(text_.size());
    return std::move(lines_);
  }

 private:
  std::size_t columns(std::size_t begin, std::size_t end) const {
    return display_width(text_.substr(begin, end - begin), lam_alef_);
  }

  /// A word with the spaces behind it, which may hang over the line's end.
  void add_piece(std::size_t begin, std::size_t end) {
    const std::string_view piece = text_.substr(begin, end - begin);
    const std::size_t word = display_width(without_spaces_behind(piece), lam_alef_);
    if (columns_ + word > width_ && begin > line_begin_) push(begin);
    if (word > width_) {
      cut_word(begin, end);
    } else {
      columns_ += columns(begin, end);
    }
  }

  void cut_word(std::size_t begin, std::size_t end) {
    Borders graphemes(UBRK_CHARACTER, text_);
    for (std::size_t at = begin; at < end;) {
      const std::size_t next = std::min(graphemes.behind(at, end), end);
      const std::size_t wide = columns(at, next);
      if (columns_ + wide > width_ && at > line_begin_) push(at);
      columns_ += wide;
      at = next;
    }
  }

  /// Ends the line before `end`.
  void push(std::size_t end) {
    lines_.push_back(without_spaces_behind(text_.substr(line_begin_, end - line_begin_)));
    line_begin_ = end;
    columns_ = 0;
  }

  std::string_view text_;
  std::size_t width_;
  LamAlef lam_alef_;
  Borders borders_;
  std::vector<std::string_view> lines_;
  std::size_t line_begin_ = 0;
  std::size_t columns_ = 0;
};

}  // namespace

std::vector<std::string_view> break_lines(std::string_view text, std::size_t width,
                                          LamAlef lam_alef) {
  return LineBreaker(text, std::max<std::size_t>(width, 1), lam_alef).run();
}

}  // namespace bayan::cli
