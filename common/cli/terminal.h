#pragma once

#include <cstddef>
#include <string_view>

/// What the programs know of the terminal they talk to.
namespace bayan::cli {

enum class ColorChoice { kAuto, kAlways, kNever };

/// True where the file descriptor (1 or 2) leads to a terminal.
[[nodiscard]] bool is_terminal(int file_descriptor);

/// Whether to colour what goes to the descriptor: the option first, then NO_COLOR and
/// CLICOLOR_FORCE (no-color.org, bixense.com/clicolors), then whether it is a terminal that can.
[[nodiscard]] bool wants_color(ColorChoice choice, int file_descriptor);

/// Columns of the terminal behind the descriptor: $COLUMNS, the terminal's own word, else 80.
[[nodiscard]] std::size_t terminal_width(int file_descriptor);

}  // namespace bayan::cli
