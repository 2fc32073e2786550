#pragma once

#include <span>
#include <string>
#include <string_view>

#include "common/cli/option_table.h"

/// Sections of the manual pages (mdoc) out of the tables that --help comes from. The build puts
/// them in place of a page's line «.\" @options@» (tools/cmake/FillManual.cmake).
namespace bayan::cli {

/// Plain text for a line of mdoc: what it would read as a macro or an escape is escaped.
[[nodiscard]] std::string mdoc_text(std::string_view text);

/// The options under their groups' headings.
[[nodiscard]] std::string format_manual_options(std::span<const OptionRow> rows);

}  // namespace bayan::cli
