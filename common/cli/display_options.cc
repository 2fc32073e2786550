#include "common/cli/display_options.h"

#include <unistd.h>

namespace bayan::cli {
namespace {

constexpr long kNarrowestWidth = 20;
constexpr long kWidestWidth = 1000;

Result<ColorChoice> read_when(const RawOptions& raw, std::string_view name) {
  return choice_option(raw, name, {"auto", "always", "never"}, "auto")
      .map([](const std::string& when) {
        return when == "always"  ? ColorChoice::kAlways
               : when == "never" ? ColorChoice::kNever
                                 : ColorChoice::kAuto;
      });
}

/// The console of Linux shows the address of a link as text.
bool wants_links(ColorChoice choice, int file_descriptor) {
  if (choice != ColorChoice::kAuto) return choice == ColorChoice::kAlways;
  const std::string_view terminal = process_environment("TERM");
  return is_terminal(file_descriptor) && terminal != "dumb" && terminal != "linux";
}

}  // namespace

Result<DisplayOptions> read_display_options(const RawOptions& raw) {
  DisplayOptions options;
  const Result<ColorChoice> color = read_when(raw, "color");
  if (!color) return tl::unexpected(color.error());
  options.color = *color;
  const Result<ColorChoice> links = read_when(raw, "links");
  if (!links) return tl::unexpected(links.error());
  options.links = *links;
  const auto width = number_option(raw, "width", kNarrowestWidth, kWidestWidth);
  if (!width) return tl::unexpected(width.error());
  if (*width) options.width = static_cast<std::size_t>(**width);
  const auto bidi = choice_option(raw, "bidi", {"auto", "terminal", "program", "isolates"}, "");
  if (!bidi) return tl::unexpected(bidi.error());
  options.bidi = *bidi;
  Result<LocaleFormat> locale = LocaleFormat::choose(raw.last("locale"));
  if (!locale) return tl::unexpected(locale.error());
  options.locale = std::move(*locale);
  options.has_pager = !raw.has("no-pager");
  return options;
}

Result<PageStyle> make_page_style(const DisplayOptions& options) {
  const bool on_terminal = is_terminal(STDOUT_FILENO);
  const Result<BidiChoice> bidi = choose_bidi(options.bidi, on_terminal);
  if (!bidi) return tl::unexpected(bidi.error());
  PageStyle style;
  style.bidi = bidi->bidi;
  style.lam_alef = bidi->lam_alef;
  style.color = wants_color(options.color, STDOUT_FILENO);
  style.links = wants_links(options.links, STDOUT_FILENO);
  style.width = options.width;
  if (!style.width && on_terminal) style.width = terminal_width(STDOUT_FILENO);
  Result<Theme> theme = Theme::parse(process_environment("BAYAN_COLORS"));
  if (!theme) return tl::unexpected(theme.error());
  style.theme = std::move(*theme);
  return style;
}

}  // namespace bayan::cli
