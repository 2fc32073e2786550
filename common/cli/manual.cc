#include "common/cli/manual.h"

#include <fmt/format.h>

namespace bayan::cli {
namespace {

/// Starts a sentence: «how many» -> «How many». Clauses that begin otherwise stay.
std::string sentence(std::string_view clause) {
  std::string text(clause);
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  }
  if (!text.empty() && text.back() != '.') text += '.';
  return text;
}

std::string heading_of(const OptionRow& row) {
  std::string heading = ".It";
  if (row.letter != '\0') heading += fmt::format(" Fl {} ,", row.letter);
  heading += fmt::format(" Fl -{}", row.name);
  if (row.argument == Argument::kRequired) heading += fmt::format(" Ar {}", row.argument_name);
  if (row.argument == Argument::kOptional) {
    heading += fmt::format(" Ns Op = Ns Ar {}", row.argument_name);
  }
  return heading + "\n";
}

}  // namespace

std::string mdoc_text(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins_line = i == 0 || text[i - 1] == '\n';
    if (begins_line && (text[i] == '.' || text[i] == '\'')) out += "\\&";
    if (text[i] == '\\') {
      out += "\\e";
    } else if (text[i] == '-') {
      out += "\\-";
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string format_manual_options(std::span<const OptionRow> rows) {
  std::string out;
  std::string_view group;
  for (const OptionRow& row : rows) {
    if (row.group != group) {
      if (!group.empty()) out += ".El\n";
      group = row.group;
      out += fmt::format(".Ss {}\n.Bl -tag -width Ds\n", group);
    }
    out += heading_of(row) + mdoc_text(sentence(row.help)) + "\n";
    if (!row.details.empty()) out += mdoc_text(row.details) + "\n";
  }
  return out.empty() ? out : out + ".El\n";
}

}  // namespace bayan::cli
