#include "searcher/console.h"

#include <algorithm>
#include <cstdio>

#include "common/cli/bidi_mode.h"
#include "common/cli/excerpt.h"
#include "common/cli/messages.h"
#include "common/cli/page.h"
#include "common/cli/terminal.h"

namespace bayan::searcher {
namespace {

/// The lines that show where in a query an error is.
std::string place_of(const Error& error, const std::string& bidi) {
  if (!error.excerpt) return {};
  const auto choice = cli::choose_bidi(bidi, cli::is_terminal(2));
  const bool is_ordered = choice && (choice->bidi == cli::BidiMode::kTerminal ||
                                     choice->bidi == cli::BidiMode::kIsolates);
  return cli::format_excerpt(*error.excerpt, cli::terminal_width(2),
                             is_ordered ? cli::TextOrder::kBidi : cli::TextOrder::kStored);
}

/// Lines as the terminal behind standard error needs them: ordered, joined, broken between words.
std::string arranged(std::string_view lines, const std::string& bidi) {
  const auto choice = cli::choose_bidi(bidi, true);
  cli::PageStyle style;
  style.width = cli::terminal_width(2);
  if (choice) {
    style.bidi = choice->bidi;
    style.lam_alef = choice->lam_alef;
  }
  cli::Page page(style);
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    std::string_view text = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    cli::StyledText line;
    if (text.starts_with(kProgram)) {
      const std::size_t colon = std::min(kProgram.size() + 2, text.size());
      line.own(text.substr(0, colon));
      text.remove_prefix(colon);
    }
    page.paragraph(line.open_isolate().own(text).close_isolate());
  }
  return page.take();
}

/// The error with its place in the query, as it is printed.
std::string text_of(const Error& error, const ErrorStyle& style) {
  if (!cli::is_terminal(2)) {
    return cli::format_error_in(style.language, kProgram, error, place_of(error, style.bidi));
  }
  // Carets stand under the query as they were put: it is not arranged.
  const std::string lines = cli::format_error_in(style.language, kProgram, error);
  const std::size_t hint =
      error.hint.empty() ? lines.size() : lines.rfind('\n', lines.size() - 2) + 1;
  return arranged(lines.substr(0, hint), style.bidi) + place_of(error, style.bidi) +
         arranged(lines.substr(hint), style.bidi);
}

}  // namespace

cli::Language usual_language() {
  return cli::LocaleFormat::choose("").value_or(cli::LocaleFormat()).language();
}

ExitStatus tell(const Error& error, const ErrorStyle& style) {
  std::fputs(text_of(error, style).c_str(), stderr);
  return exit_status(error.kind);
}

bool print(const std::string& text) {
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
}

}  // namespace bayan::searcher
