#include "searcher/console.h"

#include <cstdio>

#include "common/cli/bidi_mode.h"
#include "common/cli/excerpt.h"
#include "common/cli/messages.h"
#include "common/cli/terminal.h"

namespace bayan::searcher {
namespace {

/// The lines that show where in a query an error is.
std::string place_of(const Error& error) {
  if (!error.excerpt) return {};
  const auto choice = cli::choose_bidi("", cli::is_terminal(2));
  const bool is_ordered = choice && choice->bidi == cli::BidiMode::kTerminal;
  return cli::format_excerpt(*error.excerpt, cli::terminal_width(2),
                             is_ordered ? cli::TextOrder::kBidi : cli::TextOrder::kStored);
}

}  // namespace

cli::Language usual_language() {
  return cli::LocaleFormat::choose("").value_or(cli::LocaleFormat()).language();
}

ExitStatus tell(const Error& error, cli::Language language) {
  std::fputs(cli::format_error_in(language, kProgram, error, place_of(error)).c_str(), stderr);
  return exit_status(error.kind);
}

bool print(const std::string& text) {
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
}

}  // namespace bayan::searcher
