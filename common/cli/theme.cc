#include "common/cli/theme.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace bayan::cli {
namespace {

constexpr std::array<std::string_view, kInkCount> kInkNames = {"plain", "title",   "match",
                                                               "quiet", "heading", "bar"};

struct NamedTheme {
  std::string_view name;
  std::array<std::string_view, kInkCount> sgr;
};
// Red and cyan can be read on white and on black; yellow cannot, so it is left to "bright".
constexpr std::array kThemes = {
    NamedTheme{"ansi", {"", "1", "1;31", "2", "1", "36"}},
    NamedTheme{"bright", {"", "1;97", "1;93", "37", "1;96", "96"}},
    NamedTheme{"mono", {"", "1", "1;4", "", "1", ""}},
};

bool is_sgr(std::string_view text) {
  return text.find_first_not_of("0123456789;") == std::string_view::npos && text.size() <= 32;
}

}  // namespace

Result<Theme> Theme::parse(std::string_view text) {
  Theme theme;
  std::ranges::copy(kThemes.front().sgr, theme.sgr_.begin());
  while (!text.empty()) {
    const std::size_t end = text.find(':');
    const std::string_view part = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    const std::size_t equals = part.find('=');
    const auto named = std::ranges::find(kThemes, part, &NamedTheme::name);
    if (equals == std::string_view::npos && named != kThemes.end()) {
      std::ranges::copy(named->sgr, theme.sgr_.begin());
      continue;
    }
    const auto ink = std::ranges::find(kInkNames, part.substr(0, equals));
    if (equals == std::string_view::npos || ink == kInkNames.end() ||
        !is_sgr(part.substr(equals + 1))) {
      return fail(ErrorKind::kUsage, fmt::format("$BAYAN_COLORS: «{}» is not understood", part),
                  fmt::format("it takes ansi, bright or mono, and changes such as match=1;35 to {}",
                              fmt::join(kInkNames, ", ")));
    }
    theme.sgr_[static_cast<std::size_t>(ink - kInkNames.begin())] = part.substr(equals + 1);
  }
  return theme;
}

}  // namespace bayan::cli
