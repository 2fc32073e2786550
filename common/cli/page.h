#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/cli/bidi_mode.h"
#include "common/cli/display_width.h"
#include "common/cli/styled_text.h"
#include "common/cli/theme.h"
#include "common/cli/visual_order.h"

namespace bayan::cli {

/// How a page is written.
struct PageStyle {
  BidiMode bidi = BidiMode::kPlain;
  LamAlef lam_alef = LamAlef::kApart;
  bool color = false;
  bool links = false;  ///< OSC 8 hyperlinks
  Theme theme;
  /// Columns to the right edge; none: lines are as long as their paragraphs.
  std::optional<std::size_t> width;
};

/// Turns paragraphs into lines of output: breaks them by width, aligns them to the right on a page
/// that reads from right to left, and brings them into the form that the terminal needs.
class Page {
 public:
  explicit Page(const PageStyle& style) : style_(style) {}

  /// The direction of all that follows. Where the terminal finds directions by itself
  /// (BidiMode::kTerminal), and where there is no edge to align to, it changes nothing.
  void set_direction(Direction direction) { direction_ = direction; }
  [[nodiscard]] Direction direction() const { return direction_; }

  /// Writes `text` with `label` before its first line and blanks of the label's width, at least
  /// `indent` columns, before the others.
  void paragraph(const StyledText& text, std::size_t indent = 0, std::string_view label = "");
  void blank_line() { out_ += '\n'; }

  /// Columns that are left beside an indentation; none without an edge.
  [[nodiscard]] std::optional<std::size_t> room(std::size_t indent) const;
  [[nodiscard]] const PageStyle& style() const { return style_; }
  /// What was written so far.
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  [[nodiscard]] bool is_right_aligned() const;
  [[nodiscard]] std::size_t edge_margin() const;
  void write_line(const StyledText& line);
  void write_logical(const StyledText& line, bool with_isolates);
  void write_visual(const StyledText& line, Letters letters);
  void change_style(const StyledText& line, StyledText::Style next);

  PageStyle style_;
  Direction direction_ = Direction::kLeftToRight;
  StyledText::Style current_;
  std::string out_;
};

}  // namespace bayan::cli
