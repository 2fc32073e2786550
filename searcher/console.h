#pragma once

#include <string>

#include "common/base/error.h"
#include "common/cli/locale_format.h"

/// What the program says to the person who started it.
namespace bayan::searcher {

inline constexpr std::string_view kProgram = "bayan-searcher";

/// How errors are written.
struct ErrorStyle {
  cli::Language language;
  std::string bidi;  ///< who orders text on a terminal, as choose_bidi() takes it
};

/// Prints the error on standard error, with its place in the query where it has one. The result is
/// the status to exit with.
ExitStatus tell(const Error& error, const ErrorStyle& style);

/// The language that the environment asks for: of what goes wrong before the options are known.
[[nodiscard]] cli::Language usual_language();

/// Prints on standard output. False when nobody reads any more.
bool print(const std::string& text);

}  // namespace bayan::searcher
