#pragma once

#include <optional>
#include <string>

#include "common/base/error.h"
#include "common/cli/locale_format.h"
#include "common/cli/option_table.h"
#include "common/cli/page.h"
#include "common/cli/terminal.h"

namespace bayan::cli {

/// How a person wants text to be shown: the values of --color, --links, --width, --bidi, --locale
/// and --no-pager, which a program that prints pages has in its table of options.
struct DisplayOptions {
  ColorChoice color = ColorChoice::kAuto;
  ColorChoice links = ColorChoice::kAuto;
  std::optional<std::size_t> width;
  std::string bidi;  ///< as choose_bidi() takes it
  LocaleFormat locale;
  bool has_pager = true;
};

/// Errors: a value that an option does not take, with those it does.
[[nodiscard]] Result<DisplayOptions> read_display_options(const RawOptions& raw);

/// The style of a page on standard output. Lines are broken on a terminal, or where a width was
/// asked for. Errors: $BAYAN_COLORS or $BAYAN_BIDI not understood.
[[nodiscard]] Result<PageStyle> make_page_style(const DisplayOptions& options);

}  // namespace bayan::cli
