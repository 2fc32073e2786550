#include "searcher/ask_choice.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdio>
#include <iostream>
#include <string>

#include "common/base/printable.h"
#include "common/cli/messages.h"
#include "common/cli/terminal.h"
#include "searcher/filter_builder.h"
#include "searcher/run_search.h"

namespace bayan::searcher {
namespace {

/// «X» -> the chosen one, «person:X» -> «person:» and the chosen one.
bool replace_name(std::string& value, const std::string& typed, const std::string& chosen) {
  if (value != typed && !value.ends_with(':' + typed)) return false;
  value.replace(value.size() - typed.size(), typed.size(), chosen);
  return true;
}

/// The same for one of the values between commas.
bool replace_value(std::string& values, const std::string& typed, const std::string& chosen) {
  if (replace_name(values, typed, '"' + chosen + '"')) return true;
  bool is_replaced = false;
  std::string out;
  for (std::string part : split_values(values)) {
    is_replaced = replace_name(part, typed, chosen) || is_replaced;
    out += (out.empty() ? "\"" : ",\"") + part + '"';
  }
  if (is_replaced) values = std::move(out);
  return is_replaced;
}

bool can_ask(const Options& options) {
  constexpr int kStandardFiles = 3;
  for (int file = 0; file < kStandardFiles; ++file) {
    if (!cli::is_terminal(file)) return false;
  }
  return !options.quiet;
}

/// The number that was typed; 0 for none.
std::size_t read_number(std::size_t most) {
  std::string line;
  std::size_t number = 0;
  if (!std::getline(std::cin, line)) return 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), number);
  const bool is_number = error == std::errc() && end == line.data() + line.size();
  return is_number && number <= most ? number : 0;
}

}  // namespace

std::optional<Options> with_choice(const Options& options, const std::string& typed,
                                   const std::string& chosen) {
  Options with = options;
  bool is_replaced = replace_name(with.entity, typed, chosen);
  for (std::string& name : with.together) {
    is_replaced = replace_name(name, typed, chosen) || is_replaced;
  }
  for (Filter& filter : with.request.filters) {
    is_replaced = replace_value(filter.values, typed, chosen) || is_replaced;
  }
  return is_replaced ? std::optional(std::move(with)) : std::nullopt;
}

std::optional<Options> ask_choice(const Options& options, const Error& error) {
  if (!error.ambiguity || !can_ask(options)) return std::nullopt;
  const Ambiguity& ambiguity = *error.ambiguity;
  if (!with_choice(options, ambiguity.typed, ambiguity.typed)) return std::nullopt;
  const cli::Language language = language_of(options);
  std::string question = printable_line(cli::translate(language, error.message)) + ":\n";
  for (std::size_t i = 0; i < ambiguity.choices.size(); ++i) {
    question += fmt::format("{:4}  {}\n", i + 1, printable_line(ambiguity.choices[i].shown));
  }
  question += cli::translate(
      language, fmt::format("which one? 1 to {}, or nothing for none: ", ambiguity.choices.size()));
  std::fputs(question.c_str(), stderr);
  const std::size_t number = read_number(ambiguity.choices.size());
  if (number == 0) return std::nullopt;
  return with_choice(options, ambiguity.typed, ambiguity.choices[number - 1].typed);
}

}  // namespace bayan::searcher
