#include "common/cli/page.h"

#include <algorithm>

#include "common/base/utf8.h"
#include "common/cli/line_break.h"

namespace bayan::cli {
namespace {

constexpr std::size_t kNarrowest = 10;  // columns of text, however narrow the terminal is
constexpr std::string_view kRightToLeftIsolate = "\u2067";
constexpr std::string_view kPopIsolate = "\u2069";

}  // namespace

std::optional<std::size_t> Page::room(std::size_t indent) const {
  if (!style_.width) return std::nullopt;
  const std::size_t taken = indent + edge_margin();
  return std::max(*style_.width, taken + kNarrowest) - taken;
}

/// An isolate's control in a line's first column has no letter to stand with: VTE and Konsole drop
/// it. So one blank stays before it.
std::size_t Page::edge_margin() const {
  return is_right_aligned() && style_.bidi == BidiMode::kIsolates ? 1 : 0;
}

bool Page::is_right_aligned() const {
  return direction_ == Direction::kRightToLeft && style_.width.has_value() &&
         style_.bidi != BidiMode::kPlain && style_.bidi != BidiMode::kTerminal;
}

void Page::paragraph(const StyledText& text, std::size_t indent, std::string_view label) {
  const std::size_t label_width = display_width(label, style_.lam_alef);
  const std::size_t hang = std::max(indent, label_width);
  const std::string_view whole = text.text();
  const std::vector<std::string_view> lines = style_.width
                                                  ? break_lines(whole, *room(hang), style_.lam_alef)
                                                  : std::vector<std::string_view>{whole};
  bool is_first = true;
  for (const std::string_view line : lines) {
    StyledText composed;
    composed.own(is_first ? label : "");
    composed.own(std::string(is_first ? hang - label_width : hang, ' '));
    const auto begin = static_cast<std::size_t>(line.data() - whole.data());
    if (!line.empty()) composed.append(text.slice(begin, begin + line.size()));
    write_line(composed);
    is_first = false;
  }
}

void Page::write_line(const StyledText& line) {
  if (is_right_aligned()) {
    const std::size_t columns = display_width(line.text(), style_.lam_alef);
    out_.append(*style_.width - std::min(*style_.width, columns), ' ');
  }
  switch (style_.bidi) {
    case BidiMode::kPlain:
    case BidiMode::kTerminal:
      write_logical(line, false);
      break;
    case BidiMode::kIsolates:
      if (is_right_aligned()) out_ += kRightToLeftIsolate;
      write_logical(line, true);
      if (is_right_aligned()) out_ += kPopIsolate;
      break;
    case BidiMode::kProgram:
      write_visual(line, Letters::kByProgram);
      break;
    case BidiMode::kWords:
      write_visual(line, Letters::kByTerminal);
      break;
  }
  change_style(line, {});
  out_.erase(out_.find_last_not_of(' ') + 1);
  out_ += '\n';
}

void Page::write_logical(const StyledText& line, bool with_isolates) {
  const std::string& text = line.text();
  for (std::size_t i = 0; i < text.size();) {
    const utf8::CodePoint c = utf8::decode_at(text, i);
    if (!is_isolate_control(c.value)) {
      change_style(line, line.style_at(i));
      out_.append(text, i, c.byte_count);
    } else if (with_isolates) {
      out_.append(text, i, c.byte_count);
    }
    i += c.byte_count;
  }
}

void Page::write_visual(const StyledText& line, Letters letters) {
  const Direction base = is_right_aligned() ? direction_ : Direction::kLeftToRight;
  for (const VisualCell& cell : to_visual_order(line.text(), base, letters)) {
    change_style(line, line.style_at(cell.begin));
    out_ += cell.text;
  }
}

void Page::change_style(const StyledText& line, StyledText::Style next) {
  if (style_.links && next.link != current_.link) {
    out_ += "\x1B]8;;";
    if (next.link != 0) out_ += line.uri(next.link);
    out_ += "\x1B\\";
  }
  const std::string& now = style_.theme.sgr(current_.ink);
  const std::string& wanted = style_.theme.sgr(next.ink);
  if (style_.color && now != wanted) {
    if (!now.empty()) out_ += "\x1B[0m";
    if (!wanted.empty()) out_ += "\x1B[" + wanted + "m";
  }
  current_ = next;
}

}  // namespace bayan::cli
