#include "common/cli/option_table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>
#include <sstream>

#include "common/base/edit_distance.h"

// Boost.Program_options parses, but three of its habits are wrong for queries: it takes the word
// behind an option with an optional value for that value, it refuses «-فرنسا», and it guesses
// abbreviations. So the arguments are first brought into the one form it cannot misread, each
// option with its value behind an equals sign and all words behind «--».
namespace bayan::cli {
namespace {

namespace po = boost::program_options;

const OptionRow* find_row(std::span<const OptionRow> rows, std::string_view name) {
  const auto found = std::ranges::find(rows, name, &OptionRow::name);
  return found == rows.end() ? nullptr : &*found;
}

const OptionRow* find_letter(std::span<const OptionRow> rows, char letter) {
  const auto found = std::ranges::find(rows, letter, &OptionRow::letter);
  return found == rows.end() || letter == '\0' ? nullptr : &*found;
}

tl::unexpected<Error> unknown_option(std::span<const OptionRow> rows, std::string_view name) {
  const auto nearest = std::ranges::min_element(
      rows, {}, [name](const OptionRow& row) { return edit_distance(row.name, name); });
  constexpr std::size_t kFarthest = 3;
  std::string hint = "--help lists the options";
  if (nearest != rows.end() && edit_distance(nearest->name, name) <= kFarthest) {
    hint = fmt::format("did you mean --{}? {}", nearest->name, hint);
  }
  return fail(ErrorKind::kUsage, fmt::format("there is no option --{}", name), hint);
}

/// Brings arguments into the form described above.
class Normaliser {
 public:
  Normaliser(std::span<const OptionRow> rows, const std::vector<std::string>& arguments)
      : rows_(rows), arguments_(arguments) {}

  Result<std::vector<std::string>> run() {
    while (at_ < arguments_.size()) {
      const std::string& argument = arguments_[at_++];
      if (argument == "--") {
        words_.insert(words_.end(), arguments_.begin() + static_cast<std::ptrdiff_t>(at_),
                      arguments_.end());
        break;
      }
      if (Result<void> taken = take(argument); !taken) return tl::unexpected(taken.error());
    }
    options_.emplace_back("--");
    options_.insert(options_.end(), words_.begin(), words_.end());
    return std::move(options_);
  }

 private:
  Result<void> take(const std::string& argument) {
    if (argument.starts_with("--")) return take_long(std::string_view(argument).substr(2));
    if (argument.size() > 1 && argument.front() == '-') {
      if (const OptionRow* row = find_letter(rows_, argument[1])) {
        return take_short(*row, std::string_view(argument).substr(2));
      }
    }
    words_.push_back(argument);
    return {};
  }

  Result<void> take_long(std::string_view text) {
    const std::size_t equals = text.find('=');
    const std::string_view name = text.substr(0, equals);
    const OptionRow* row = find_row(rows_, name);
    if (row == nullptr) return unknown_option(rows_, name);
    if (equals != std::string_view::npos) {
      if (row->argument == Argument::kNone) {
        return fail(ErrorKind::kUsage, fmt::format("the option --{} takes no value", name),
                    fmt::format("write --{}", name));
      }
      return push(*row, text.substr(equals + 1));
    }
    return row->argument == Argument::kRequired ? push_next(*row) : push_alone(*row);
  }

  Result<void> take_short(const OptionRow& row, std::string_view rest) {
    if (row.argument == Argument::kRequired) return rest.empty() ? push_next(row) : push(row, rest);
    if (Result<void> pushed = push_alone(row); !pushed || rest.empty()) return pushed;
    return take("-" + std::string(rest));
  }

  Result<void> push_next(const OptionRow& row) {
    if (at_ >= arguments_.size()) {
      return fail(ErrorKind::kUsage, fmt::format("the option --{} wants a value", row.name),
                  fmt::format("write --{} {}", row.name, row.argument_name));
    }
    return push(row, arguments_[at_++]);
  }

  Result<void> push(const OptionRow& row, std::string_view value) {
    options_.push_back(fmt::format("--{}={}", row.name, value));
    return {};
  }

  Result<void> push_alone(const OptionRow& row) {
    options_.push_back(fmt::format("--{}", row.name));
    return {};
  }

  std::span<const OptionRow> rows_;
  const std::vector<std::string>& arguments_;
  std::size_t at_ = 0;
  std::vector<std::string> options_;
  std::vector<std::string> words_;
};

po::options_description describe(std::span<const OptionRow> rows) {
  po::options_description description;
  for (const OptionRow& row : rows) {
    const std::string name(row.name);
    switch (row.argument) {
      case Argument::kNone:
        description.add_options()(name.c_str(), "");
        break;
      case Argument::kRequired:
        description.add_options()(name.c_str(), po::value<std::vector<std::string>>());
        break;
      case Argument::kOptional:
        description.add_options()(name.c_str(),
                                  po::value<std::vector<std::string>>()->implicit_value({""}, ""));
        break;
    }
  }
  return description;
}

std::string usage_of(const OptionRow& row) {
  std::string usage = row.letter == '\0' ? "    " : fmt::format("-{}, ", row.letter);
  usage += fmt::format("--{}", row.name);
  if (row.argument == Argument::kRequired) usage += fmt::format(" {}", row.argument_name);
  if (row.argument == Argument::kOptional) usage += fmt::format("[={}]", row.argument_name);
  return usage;
}

}  // namespace

std::string RawOptions::last(std::string_view name) const {
  const auto found = values_.find(name);
  return found == values_.end() || found->second.empty() ? std::string() : found->second.back();
}

std::vector<std::string> RawOptions::all(std::string_view name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? std::vector<std::string>() : found->second;
}

Result<RawOptions> parse_command_line(std::span<const OptionRow> rows,
                                      const std::vector<std::string>& arguments) {
  Result<std::vector<std::string>> normalised = Normaliser(rows, arguments).run();
  if (!normalised) return tl::unexpected(normalised.error());
  RawOptions raw;
  try {
    const auto style =
        po::command_line_style::allow_long | po::command_line_style::long_allow_adjacent;
    const po::options_description description = describe(rows);
    const po::parsed_options parsed =
        po::command_line_parser(*normalised).options(description).style(style).run();
    for (const po::option& option : parsed.options) {
      if (option.position_key >= 0) {
        raw.words_.push_back(option.value.front());
      } else {
        std::vector<std::string>& values = raw.values_[option.string_key];
        values.push_back(option.value.empty() ? "" : option.value.front());
      }
    }
  } catch (const po::error& error) {
    return fail(ErrorKind::kUsage, error.what(), "--help lists the options");
  }
  return raw;
}

std::string format_options(std::span<const OptionRow> rows) {
  constexpr std::size_t kHelpColumn = 30;
  std::string out;
  std::string_view group;
  for (const OptionRow& row : rows) {
    if (row.group != group) {
      group = row.group;
      out += fmt::format("{}{}:\n", out.empty() ? "" : "\n", group);
    }
    std::string line = "  " + usage_of(row);
    if (line.size() + 2 > kHelpColumn) {
      out += line + "\n";
      line.clear();
    }
    std::istringstream help{std::string(row.help)};
    for (std::string part; std::getline(help, part); line.clear()) {
      out += fmt::format("{:<{}}{}\n", line, kHelpColumn, part);
    }
  }
  return out;
}

Result<std::optional<long>> number_option(const RawOptions& raw, std::string_view name, long least,
                                          long most) {
  if (!raw.has(name)) return std::nullopt;
  const std::string text = raw.last(name);
  long value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < least || value > most) {
    return fail(ErrorKind::kUsage,
                fmt::format("--{}: «{}» is no number from {} to {}", name, text, least, most),
                fmt::format("write for example --{} {}", name, std::max(least, 1L)));
  }
  return value;
}

Result<std::string> choice_option(const RawOptions& raw, std::string_view name,
                                  const std::vector<std::string>& choices,
                                  std::string_view otherwise) {
  if (!raw.has(name)) return std::string(otherwise);
  std::string value = raw.last(name);
  if (std::ranges::find(choices, value) == choices.end()) {
    return fail(ErrorKind::kUsage, fmt::format("--{} does not know «{}»", name, value),
                fmt::format("it takes {}", fmt::join(choices, ", ")));
  }
  return value;
}

}  // namespace bayan::cli
