#pragma once

#include <optional>

#include "common/base/error.h"
#include "searcher/options.h"

namespace bayan::searcher {

/// The options with another value for what was typed, wherever a filter, --entity or --together has
/// it; nothing where none does (the query holds it).
[[nodiscard]] std::optional<Options> with_choice(const Options& options, const std::string& typed,
                                                 const std::string& chosen);

/// Where `error` is that several may have been meant, and a person is there to ask (standard input,
/// output and error are terminals, no --quiet): asks which, and gives the options with the answer
/// in place. Nothing where nobody can be asked or none was chosen.
[[nodiscard]] std::optional<Options> ask_choice(const Options& options, const Error& error);

}  // namespace bayan::searcher
