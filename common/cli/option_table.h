#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.h"

/// The command line of a program as a table: parsing, --help, manual and completions derive from
/// it.
///
///   constexpr OptionRow kRows[] = {{"jobs", 'j', Argument::kRequired, "N", "Indexing", "…"}};
///   Result<RawOptions> raw = parse_command_line(kRows, {"--jobs", "2", "archives/"});
///   raw->last("jobs");        // "2"
///   raw->words();             // {"archives/"}
namespace bayan::cli {

enum class Argument : std::uint8_t {
  kNone,
  kRequired,  ///< --jobs 2, --jobs=2, -j 2, -j2
  kOptional,  ///< only behind an equals sign: --facets, --facets=country
};

struct OptionRow {
  std::string_view name;  ///< without hyphens
  char letter;            ///< its short form, or '\0'
  Argument argument;
  std::string_view argument_name;
  std::string_view group;  ///< heading in --help
  std::string_view help;   ///< one line or two, without a full stop
  /// What completion offers as a value: words parted by spaces («text json jsonl»), or «@person»
  /// for the names of that field out of the index. Files and folders are told by argument_name.
  std::string_view values = "";
  std::string_view details = "";  ///< more for the manual alone: whole sentences, or nothing
};

/// What stood on the command line, not yet understood.
class RawOptions {
 public:
  [[nodiscard]] bool has(std::string_view name) const { return values_.contains(name); }
  /// The value given last; empty where the option is absent or was given without a value.
  [[nodiscard]] std::string last(std::string_view name) const;
  /// All values in their order; an option without a value gives an empty string.
  [[nodiscard]] std::vector<std::string> all(std::string_view name) const;
  /// What is no option, in its order.
  [[nodiscard]] const std::vector<std::string>& words() const { return words_; }

 private:
  friend Result<RawOptions> parse_command_line(std::span<const OptionRow> rows,
                                               const std::vector<std::string>& arguments);
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
  std::vector<std::string> words_;
};

/// Parses `arguments` (without the program's name). Names are never guessed from a beginning; a
/// hyphen and a letter that is no option («-فرنسا») is a word; «--» ends the options. Errors: an
/// unknown option, with the nearest one as hint; a missing or an unwanted value.
[[nodiscard]] Result<RawOptions> parse_command_line(std::span<const OptionRow> rows,
                                                    const std::vector<std::string>& arguments);

/// The options under their groups' headings, as --help shows them.
[[nodiscard]] std::string format_options(std::span<const OptionRow> rows);

/// The value of `name` as a number from `least` to `most`; empty where it was not given. The error
/// names the option and what it takes.
[[nodiscard]] Result<std::optional<long>> number_option(const RawOptions& raw,
                                                        std::string_view name, long least,
                                                        long most);

/// `value` where it is one of `choices`, else an error that lists them.
[[nodiscard]] Result<std::string> choice_option(const RawOptions& raw, std::string_view name,
                                                const std::vector<std::string>& choices,
                                                std::string_view otherwise);

}  // namespace bayan::cli
