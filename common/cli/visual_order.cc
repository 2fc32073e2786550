#include "common/cli/visual_order.h"

#include <unicode/ubidi.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <memory>

#include "common/base/utf8.h"
#include "common/cli/arabic_shape.h"
#include "common/cli/display_width.h"

namespace bayan::cli {
namespace {

struct CloseBidi {
  void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

/// UTF-16 of the line, and where each cell begins in it.
struct Units {
  std::u16string text;
  std::vector<std::size_t> begins;
};

Units units_of(std::string_view line, const std::vector<Cell>& cells) {
  Units units;
  units.text.reserve(line.size());
  for (const Cell& cell : cells) {
    units.begins.push_back(units.text.size());
    for (std::size_t i = cell.begin; i < cell.end;) {
      const utf8::CodePoint c = utf8::decode_at(line, i);
      i += c.byte_count;
      if (c.value > 0xFFFF) {
        units.text += static_cast<char16_t>(0xD7C0 + (c.value >> 10));
        units.text += static_cast<char16_t>(0xDC00 + (c.value & 0x3FF));
      } else {
        units.text += static_cast<char16_t>(c.value);
      }
    }
  }
  return units;
}

/// The embedding level of each cell; all of them the base's where ICU fails (it would for want of
/// memory).
std::vector<UBiDiLevel> levels_of(const Units& units, Direction base) {
  const UBiDiLevel base_level = base == Direction::kRightToLeft ? 1 : 0;
  std::vector<UBiDiLevel> levels(units.begins.size(), base_level);
  const std::unique_ptr<UBiDi, CloseBidi> bidi(ubidi_open());
  UErrorCode error = U_ZERO_ERROR;
  ubidi_setPara(bidi.get(), units.text.data(), static_cast<std::int32_t>(units.text.size()),
                base_level, nullptr, &error);
  const UBiDiLevel* by_unit = ubidi_getLevels(bidi.get(), &error);
  if (U_FAILURE(error)) return levels;
  for (std::size_t i = 0; i < levels.size(); ++i) levels[i] = by_unit[units.begins[i]];
  return levels;
}

/// `text` with its first code point mirrored.
std::string mirrored(std::string_view text) {
  const utf8::CodePoint c = utf8::decode_at(text, 0);
  std::string out;
  utf8::append(out, static_cast<char32_t>(u_charMirror(static_cast<UChar32>(c.value))));
  out += text.substr(c.byte_count);
  return out;
}

/// Arabic-Indic digits, of whichever kind, and their separators: kitty draws words with them from
/// the right too.
bool is_arabic_digit(char32_t c) {
  return (c >= U'\u0660' && c <= U'\u0669') || (c >= U'\u06F0' && c <= U'\u06F9') ||
         c == U'\u066B' || c == U'\u066C';
}

/// Turns each word of right-to-left letters or Arabic digits, from space to space, around, and
/// tells which cells those are. Brackets that stand apart from such letters are no word.
std::vector<bool> restore_words(std::string_view line, const std::vector<Cell>& cells,
                                const std::vector<UBiDiLevel>& levels,
                                std::vector<std::int32_t>& order) {
  std::vector<bool> is_restored(cells.size(), false);
  const auto text_of = [&](std::int32_t logical) {
    const Cell& cell = cells[static_cast<std::size_t>(logical)];
    return line.substr(cell.begin, cell.end - cell.begin);
  };
  const auto is_of_word = [&](std::int32_t logical) {
    const std::string_view text = text_of(logical);
    const char32_t first = utf8::decode_at(text, 0).value;
    const bool is_from_right = levels[static_cast<std::size_t>(logical)] % 2 == 1;
    return (is_from_right || is_arabic_digit(first)) && first != U' ' && !is_isolate_control(first);
  };
  const auto is_letter = [&](std::int32_t logical) {
    const std::string_view text = text_of(logical);
    return is_arabic_digit(utf8::decode_at(text, 0).value) ||
           first_strong(text, Direction::kLeftToRight) == Direction::kRightToLeft;
  };
  for (auto at = order.begin(); at != order.end();) {
    const auto begin = std::find_if(at, order.end(), is_of_word);
    at = std::find_if_not(begin, order.end(), is_of_word);
    if (std::none_of(begin, at, is_letter)) continue;
    std::reverse(begin, at);
    for (auto it = begin; it != at; ++it) is_restored[static_cast<std::size_t>(*it)] = true;
  }
  return is_restored;
}

}  // namespace

Direction first_strong(std::string_view text, Direction otherwise) {
  int isolates = 0;
  for (std::size_t i = 0; i < text.size();) {
    const utf8::CodePoint c = utf8::decode_at(text, i);
    i += c.byte_count;
    switch (u_charDirection(static_cast<UChar32>(c.value))) {
      case U_LEFT_TO_RIGHT:
        if (isolates == 0) return Direction::kLeftToRight;
        break;
      case U_RIGHT_TO_LEFT:
      case U_RIGHT_TO_LEFT_ARABIC:
        if (isolates == 0) return Direction::kRightToLeft;
        break;
      case U_FIRST_STRONG_ISOLATE:
      case U_LEFT_TO_RIGHT_ISOLATE:
      case U_RIGHT_TO_LEFT_ISOLATE:
        ++isolates;
        break;
      case U_POP_DIRECTIONAL_ISOLATE:
        if (isolates > 0) --isolates;
        break;
      default:
        break;
    }
  }
  return otherwise;
}

std::vector<VisualCell> to_visual_order(std::string_view line, Direction base, Letters letters) {
  const bool is_shaped = letters == Letters::kByProgram;
  const std::vector<Cell> cells =
      split_cells(line, is_shaped ? LamAlef::kLigature : LamAlef::kApart);
  if (cells.empty()) return {};
  const std::vector<std::string> shaped =
      is_shaped ? shape_cells(line, cells) : std::vector<std::string>();
  const std::vector<UBiDiLevel> levels = levels_of(units_of(line, cells), base);
  std::vector<std::int32_t> order(cells.size());
  ubidi_reorderVisual(levels.data(), static_cast<std::int32_t>(levels.size()), order.data());
  const std::vector<bool> is_restored = is_shaped ? std::vector<bool>(cells.size(), false)
                                                  : restore_words(line, cells, levels, order);
  std::vector<VisualCell> out;
  out.reserve(cells.size());
  for (const std::int32_t logical : order) {
    const auto at = static_cast<std::size_t>(logical);
    if (is_isolate_control(utf8::decode_at(line, cells[at].begin).value)) continue;
    const std::string text =
        is_shaped ? shaped[at]
                  : std::string(line.substr(cells[at].begin, cells[at].end - cells[at].begin));
    const bool is_mirrored = levels[at] % 2 == 1 && !is_restored[at];
    out.push_back({is_mirrored ? mirrored(text) : text, cells[at].begin});
  }
  return out;
}

}  // namespace bayan::cli
