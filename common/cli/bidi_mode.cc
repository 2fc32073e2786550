#include "common/cli/bidi_mode.h"

#include <fmt/format.h>

#include <array>
#include <cstdlib>
#include <string>

namespace bayan::cli {
namespace {

constexpr auto kApart = LamAlef::kApart;
constexpr auto kLigature = LamAlef::kLigature;

// The first that fits holds. Variables that only the terminal itself sets come before those that
// its children inherit: an xterm started out of a gnome-terminal still has VTE_VERSION.
constexpr std::array kTried = {
    TriedTerminal{"mlterm", "MLTERM", "", BidiMode::kTerminal, kLigature},
    TriedTerminal{"kitty", "TERM", "xterm-kitty", BidiMode::kWords, kApart},
    TriedTerminal{"Alacritty", "TERM", "alacritty", BidiMode::kProgram, kLigature},
    TriedTerminal{"rxvt-unicode", "TERM", "rxvt", BidiMode::kProgram, kLigature},
    TriedTerminal{"st", "TERM", "st-", BidiMode::kProgram, kLigature},
    TriedTerminal{"xterm", "XTERM_VERSION", "", BidiMode::kProgram, kLigature},
    TriedTerminal{"Konsole", "KONSOLE_VERSION", "", BidiMode::kIsolates, kApart},
    TriedTerminal{"VTE (GNOME Terminal, Xfce Terminal, …)", "VTE_VERSION", "", BidiMode::kIsolates,
                  kApart},
};

bool fits(const TriedTerminal& row, const Environment& environment) {
  const std::string_view value = environment(row.variable);
  return !value.empty() && value.starts_with(row.begins);
}

Result<BidiChoice> named_mode(std::string_view name) {
  if (name == "terminal") return BidiChoice{BidiMode::kTerminal, kApart};
  if (name == "program") return BidiChoice{BidiMode::kProgram, kLigature};
  if (name == "isolates") return BidiChoice{BidiMode::kIsolates, kApart};
  return fail(ErrorKind::kUsage, fmt::format("--bidi does not know «{}»", name),
              "it takes auto, terminal, program, isolates");
}

}  // namespace

std::span<const TriedTerminal> tried_terminals() { return kTried; }

std::string_view process_environment(std::string_view name) {
  // NOLINTNEXTLINE(concurrency-mt-unsafe): read before any thread
  const char* value = std::getenv(std::string(name).c_str());
  return value == nullptr ? std::string_view() : std::string_view(value);
}

Result<BidiChoice> choose_bidi(std::string_view wanted, bool is_terminal,
                               const Environment& environment) {
  if (wanted.empty()) wanted = environment("BAYAN_BIDI");
  if (!wanted.empty() && wanted != "auto") return named_mode(wanted);
  if (!is_terminal) return BidiChoice{};
  for (const TriedTerminal& row : kTried) {
    if (fits(row, environment)) return BidiChoice{row.bidi, row.lam_alef};
  }
  return BidiChoice{BidiMode::kIsolates, kApart};
}

}  // namespace bayan::cli
