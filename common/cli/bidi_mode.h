#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

#include "common/base/error.h"
#include "common/cli/display_width.h"

/// Who puts Arabic into its order on a terminal, and the table of terminals that were tried.
namespace bayan::cli {

enum class BidiMode : std::uint8_t {
  kPlain,     ///< logical order and nothing else: files, pipes
  kTerminal,  ///< logical order; the terminal finds each line's direction and wants no controls
  kProgram,   ///< visual order and joined letters: the terminal does neither
  kWords,     ///< visual order of words: the terminal orders and joins the letters within each
  kIsolates,  ///< logical order with isolates (UAX 9) round each text out of a document
};

/// A terminal that was tried; searcher/doc/terminals.md has what was seen.
struct TriedTerminal {
  std::string_view name;
  std::string_view variable;  ///< of the environment, by which it is known
  std::string_view begins;    ///< how its value begins; empty: it is set at all
  BidiMode bidi;
  LamAlef lam_alef;  ///< whether it draws lam and alef as one column
};
[[nodiscard]] std::span<const TriedTerminal> tried_terminals();

struct BidiChoice {
  BidiMode bidi = BidiMode::kPlain;
  LamAlef lam_alef = LamAlef::kApart;
};

/// Looks a variable of the environment up; empty where it is not set.
using Environment = std::function<std::string_view(std::string_view)>;
[[nodiscard]] std::string_view process_environment(std::string_view name);

/// What `wanted` (--bidi: auto, terminal, program or isolates; empty: $BAYAN_BIDI, else auto)
/// comes to. Auto is kPlain where the output is no terminal, else what the first row of
/// tried_terminals() says that fits, else isolates. Errors: another word in $BAYAN_BIDI.
[[nodiscard]] Result<BidiChoice> choose_bidi(std::string_view wanted, bool is_terminal,
                                             const Environment& environment = process_environment);

}  // namespace bayan::cli
