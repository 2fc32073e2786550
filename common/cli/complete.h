#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/cli/option_table.h"

/// What may stand at the end of a command line: the one answer that the completions of bash, zsh
/// and fish ask the program for («bayan-searcher --complete WORD…»), out of the table of options.
namespace bayan::cli {

struct Candidate {
  std::string text;  ///< the whole word; one that ends with = or : is not finished
  std::string help;
};

struct Completion {
  enum class Files : std::uint8_t { kNone, kFiles, kFolders };
  std::vector<Candidate> candidates;
  Files files = Files::kNone;  ///< what of the file system fits, too
};

/// Values that only the program knows. `kind` is what stands behind the @ in OptionRow::values, or
/// "" for a word that belongs to no option; `typed` its beginning.
using ValueSource =
    std::function<std::vector<Candidate>(std::string_view kind, std::string_view typed)>;

/// Completes the last of `words` (without the program's name; at least one, which may be empty).
[[nodiscard]] Completion complete(std::span<const OptionRow> rows,
                                  const std::vector<std::string>& words, const ValueSource& values);

/// As the shells' functions read it: «text TAB help» a line, and a line «:files» or «:folders».
[[nodiscard]] std::string format_completion(const Completion& completion);

}  // namespace bayan::cli
