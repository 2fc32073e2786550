#include "common/cli/complete.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/base/printable.h"

namespace bayan::cli {
namespace {

const OptionRow* row_of(std::span<const OptionRow> rows, std::string_view word) {
  const auto found = std::ranges::find_if(rows, [word](const OptionRow& row) {
    return (word.starts_with("--") && word.substr(2) == row.name) ||
           (row.letter != '\0' && word.size() == 2 && word[0] == '-' && word[1] == row.letter);
  });
  return found == rows.end() ? nullptr : &*found;
}

std::string first_line(std::string_view help) {
  return std::string(help.substr(0, help.find('\n')));
}

void add_options(std::span<const OptionRow> rows, std::string_view typed, Completion& out) {
  for (const OptionRow& row : rows) {
    std::string text = fmt::format("--{}", row.name);
    if (row.argument != Argument::kNone) text += '=';
    if (text.starts_with(typed)) out.candidates.push_back({text, first_line(row.help)});
    // An option whose value may be left out is finished without it, too.
    text.pop_back();
    if (row.argument == Argument::kOptional && text.starts_with(typed)) {
      out.candidates.push_back({text, first_line(row.help)});
    }
  }
}

void add_words(std::string_view words, std::string_view typed, std::string_view before,
               Completion& out) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    const std::string_view word = words.substr(0, end);
    if (word.starts_with(typed)) out.candidates.push_back({fmt::format("{}{}", before, word), ""});
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

/// `before` is what stands before the value in its word («--format=»).
void add_values(const OptionRow& row, std::string_view typed, std::string before,
                const ValueSource& values, Completion& out) {
  const std::string_view name = row.argument_name;
  if (name == "FILE" || name == "PATH") out.files = Completion::Files::kFiles;
  if (name == "DIR") out.files = Completion::Files::kFolders;
  if (!row.values.starts_with('@')) return add_words(row.values, typed, before, out);
  // Lists: the last of them is completed.
  if (const std::size_t comma = typed.rfind(','); comma != std::string_view::npos) {
    before += typed.substr(0, comma + 1);
    typed.remove_prefix(comma + 1);
  }
  for (Candidate& candidate : values(row.values.substr(1), typed)) {
    candidate.text.insert(0, before);
    out.candidates.push_back(std::move(candidate));
  }
}

}  // namespace

Completion complete(std::span<const OptionRow> rows, const std::vector<std::string>& words,
                    const ValueSource& values) {
  Completion out;
  const std::string_view typed = words.back();
  const OptionRow* before = words.size() > 1 ? row_of(rows, words[words.size() - 2]) : nullptr;
  const std::size_t equals = typed.find('=');
  if (before != nullptr && before->argument == Argument::kRequired) {
    add_values(*before, typed, "", values, out);
  } else if (typed.starts_with("--") && equals != std::string_view::npos) {
    if (const OptionRow* row = row_of(rows, typed.substr(0, equals))) {
      add_values(*row, typed.substr(equals + 1), std::string(typed.substr(0, equals + 1)), values,
                 out);
    }
  } else if (typed.starts_with('-')) {
    add_options(rows, typed, out);
  } else {
    out.candidates = values("", typed);
    if (out.candidates.empty()) out.files = Completion::Files::kFiles;
  }
  return out;
}

std::string format_completion(const Completion& completion) {
  std::string out;
  for (const Candidate& candidate : completion.candidates) {
    out += fmt::format("{}\t{}\n", printable_line(candidate.text), printable_line(candidate.help));
  }
  if (completion.files == Completion::Files::kFiles) out += ":files\n";
  if (completion.files == Completion::Files::kFolders) out += ":folders\n";
  return out;
}

}  // namespace bayan::cli
