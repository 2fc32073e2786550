#include "common/cli/excerpt.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "common/base/printable.h"
#include "common/base/utf8.h"
#include "common/cli/display_width.h"
#include "common/cli/visual_order.h"

namespace bayan::cli {
namespace {

constexpr std::string_view kIndent = "  ";
constexpr std::string_view kEllipsis = "…";

/// The excerpt on one line that is safe to print, its place moved along.
Excerpt printable(const Excerpt& excerpt) {
  Excerpt out;
  for (std::size_t i = 0; i < excerpt.text.size();) {
    const utf8::CodePoint c = utf8::decode_at(excerpt.text, i);
    if (i <= excerpt.begin) out.begin = out.text.size();
    const bool is_space = c.value == U'\t' || c.value == U'\n' || c.value == U'\r';
    const bool is_unsafe = !is_space && is_unsafe_to_print(c.value);
    utf8::append(out.text, is_space ? U' ' : is_unsafe ? utf8::kReplacement : c.value);
    i += c.byte_count;
    if (i <= excerpt.end) out.end = out.text.size();
  }
  if (excerpt.begin >= excerpt.text.size()) out.begin = out.text.size();
  out.end = std::max(out.end, out.begin + 1);  // where something is missing, one column
  return out;
}

/// Leaves `width` columns with the place in them.
Excerpt cut(const Excerpt& excerpt, std::size_t width) {
  if (display_width(excerpt.text) <= width) return excerpt;
  const std::vector<Cell> cells = split_cells(excerpt.text, LamAlef::kApart);
  const auto place = std::ranges::lower_bound(cells, excerpt.begin, {}, &Cell::begin);
  auto first = place;
  for (std::size_t room = width / 2; first != cells.begin() && (first - 1)->columns <= room;) {
    room -= (--first)->columns;
  }
  auto last = first;
  for (std::size_t room = width; last != cells.end() && last->columns <= room; ++last) {
    room -= last->columns;
  }
  const std::size_t begin = first == cells.end() ? excerpt.text.size() : first->begin;
  const std::size_t end = last == cells.end() ? excerpt.text.size() : last->begin;
  Excerpt out;
  if (begin > 0) out.text += kEllipsis;
  out.begin = excerpt.begin - begin + out.text.size();
  out.end = std::min(excerpt.end, std::max(end, excerpt.begin + 1)) - begin + out.text.size();
  out.text += excerpt.text.substr(begin, end - begin);
  if (end < excerpt.text.size()) out.text += kEllipsis;
  return out;
}

/// Carets and spaces, a column each, in the order in which the text's cells stand on the line.
std::string marks_under(const Excerpt& excerpt, TextOrder order) {
  std::string marks;
  const auto mark = [&](std::size_t begin, std::size_t columns) {
    const bool is_marked = begin >= excerpt.begin && begin < excerpt.end;
    marks.append(columns, is_marked ? '^' : ' ');
  };
  if (order == TextOrder::kBidi) {
    for (const VisualCell& cell : to_visual_order(excerpt.text, Direction::kLeftToRight)) {
      mark(cell.begin, display_width(cell.text));
    }
  } else {
    for (const Cell& cell : split_cells(excerpt.text, LamAlef::kApart)) {
      mark(cell.begin, cell.columns);
    }
  }
  if (excerpt.begin >= excerpt.text.size()) marks += '^';
  marks.resize(marks.find_last_not_of(' ') + 1);
  return marks;
}

}  // namespace

std::string format_excerpt(const Excerpt& excerpt, std::size_t width, TextOrder order) {
  constexpr std::size_t kLeast = 20;
  const std::size_t room = std::max(width, kLeast) - kIndent.size() - 2;
  const Excerpt shown = cut(printable(excerpt), room);
  std::string out(kIndent);
  out += shown.text;
  out.resize(out.find_last_not_of(' ') + 1);
  out += '\n';
  out += kIndent;
  out += marks_under(shown, order);
  return out + '\n';
}

}  // namespace bayan::cli
