#pragma once

#include <filesystem>
#include <string_view>

namespace bayan::cli {

/// Which index a program works on: the option's value, else $BAYAN_INDEX, else bayan/ in the XDG
/// data folder ($XDG_DATA_HOME, else ~/.local/share).
[[nodiscard]] std::filesystem::path index_location(std::string_view option);

}  // namespace bayan::cli
