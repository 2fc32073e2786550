#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/error.h"

/// Which colours a text view uses for what.
namespace bayan::cli {

/// What a piece of text is, for the eye.
enum class Ink : std::uint8_t {
  kPlain,
  kTitle,    ///< of a statement
  kMatch,    ///< a form that the query found
  kQuiet,    ///< dates, places, what one reads last
  kHeading,  ///< of a facet or a chart
  kBar,      ///< of a chart
};
inline constexpr std::size_t kInkCount = 6;

class Theme {
 public:
  /// The theme that $BAYAN_COLORS asks for: the name of a theme of ours (ansi, bright, mono), or
  /// one and changes to it as LS_COLORS writes them: «mono:match=1;35:bar=32». Empty: ansi. Errors
  /// name what is not understood, with what there is.
  [[nodiscard]] static Result<Theme> parse(std::string_view text);

  /// Parameters of an SGR sequence («1;31»); empty for no change.
  [[nodiscard]] const std::string& sgr(Ink ink) const {
    return sgr_[static_cast<std::size_t>(ink)];
  }

 private:
  std::array<std::string, kInkCount> sgr_;
};

}  // namespace bayan::cli
