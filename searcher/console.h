#pragma once

#include <string>

#include "common/base/error.h"
#include "common/cli/locale_format.h"

/// What the program says to the person who started it.
namespace bayan::searcher {

inline constexpr std::string_view kProgram = "bayan-searcher";

/// Prints the error in that language on standard error, with its place in the query where it has
/// one. The result is the status to exit with.
ExitStatus tell(const Error& error, cli::Language language);

/// The language that the environment asks for: of what goes wrong before the options are known.
[[nodiscard]] cli::Language usual_language();

/// Prints on standard output. False when nobody reads any more.
bool print(const std::string& text);

}  // namespace bayan::searcher
