#include "indexer/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "common/base/printable.h"

namespace bayan::indexer {
namespace {

std::string to_json_line(const Problem& problem) {
  nlohmann::ordered_json json;
  json["kind"] = row_of(problem.kind).name;
  json["place"] = problem.place;
  json["fact"] = problem.fact;
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string count_line(std::uint64_t count, std::string_view what) {
  return fmt::format("  {:>10}  {}\n", grouped(count), what);
}

/// «3 documents: json 2, html 1; UTF-8 2, windows-1256 1».
std::string document_line(const Report::Counts& counts) {
  std::uint64_t sum = 0;
  std::string parts;
  for (const auto* kinds : {&counts.formats, &counts.encodings}) {
    std::string names;
    for (const auto& [name, count] : *kinds) {
      names +=
          fmt::format("{}{} {}", names.empty() ? "" : ", ", printable_line(name), grouped(count));
      if (kinds == &counts.formats) sum += count;
    }
    if (!names.empty()) parts += (parts.empty() ? "" : "; ") + names;
  }
  if (sum == 0) return {};
  return count_line(sum, (sum == 1 ? "document: " : "documents: ") + parts);
}

/// What is worth a line only where it happened.
std::string outcome_lines(const Report::Counts& counts, const IndexOutcome& outcome) {
  const std::uint64_t known = counts.unchanged - std::min(counts.unchanged, outcome.resumed_count);
  const std::pair<std::uint64_t, std::string_view> rows[] = {
      {known, "unchanged in files that were read again"},
      {outcome.resumed_count, "finished already by a run that was interrupted"},
      {outcome.copy_count, "exact copies of others, counted once"},
      {outcome.corrected_count, "older texts under one URL: the newest holds"},
      {outcome.superseded_count, "came again later in this run: the last one holds"},
      {outcome.replaced_count, "replaced what the index held under the same id"},
      {outcome.dropped_count, "taken out of the index"},
      {outcome.unchanged_sources, "files unchanged and not read again"},
      {outcome.moved_sources, "of them known under another name"},
      {outcome.remembered_losses, "problems of unchanged files stand; --retry reads them again"},
  };
  std::string out;
  for (const auto& [count, what] : rows) {
    if (count > 0) out += count_line(count, what);
  }
  if (outcome.is_interrupted) out += "stopped by a signal: run again to go on\n";
  return out;
}

}  // namespace

std::uint64_t Report::Counts::lost() const {
  std::uint64_t sum = 0;
  for (const ProblemRow& row : kProblemRows) {
    if (row.is_loss) sum += problems[static_cast<std::size_t>(row.kind)];
  }
  return sum;
}

std::uint64_t Report::Counts::all_problems() const {
  std::uint64_t sum = 0;
  for (const std::uint64_t count : problems) sum += count;
  return sum;
}

Result<void> Report::write_problems_to(const std::string& file) {
  const std::lock_guard lock(mutex_);
  file_.open(file, std::ios::binary | std::ios::trunc);
  if (!file_) {
    return fail(ErrorKind::kUsage, fmt::format("--errors: {} cannot be written", file),
                "name a file in a folder that exists");
  }
  return {};
}

void Report::add_file() {
  const std::lock_guard lock(mutex_);
  ++counts_.files;
}

void Report::add_document(std::string_view format, std::string_view encoding) {
  const std::lock_guard lock(mutex_);
  ++counts_.formats[std::string(format)];
  if (!encoding.empty()) ++counts_.encodings[std::string(encoding)];
}

void Report::add_bytes(std::uint64_t count) {
  const std::lock_guard lock(mutex_);
  counts_.bytes += count;
}

void Report::add_statement(bool has_body, std::string_view source) {
  const std::lock_guard lock(mutex_);
  ++(has_body ? counts_.with_body : counts_.title_only);
  if (counts_.current_source != source) counts_.current_source = source;
}

void Report::add_unchanged_statement(std::string_view source) {
  const std::lock_guard lock(mutex_);
  ++counts_.unchanged;
  if (counts_.current_source != source) counts_.current_source = source;
}

void Report::add_problem(const Problem& problem) {
  const std::lock_guard lock(mutex_);
  const std::uint64_t nth = ++counts_.problems[static_cast<std::size_t>(problem.kind)];
  if (file_.is_open()) file_ << to_json_line(problem);
  if (show_ && (shows_all_ || nth <= kShownPerKind)) show_(problem);
}

Report::Counts Report::counts() const {
  const std::lock_guard lock(mutex_);
  return counts_;
}

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

std::string format_summary(const Report::Counts& counts, const IndexOutcome& outcome,
                           double seconds) {
  constexpr double kMegabyte = 1e6;
  std::string out = fmt::format("{} {}, {:.1f} MB read in {:.1f} s\n", grouped(counts.files),
                                counts.files == 1 ? "file" : "files",
                                static_cast<double>(counts.bytes) / kMegabyte, seconds);
  out += document_line(counts);
  out += count_line(counts.with_body, "statements with title and text, or text alone");
  out += count_line(counts.title_only, "statements with a title only");
  for (const ProblemRow& row : kProblemRows) {
    const std::uint64_t count = counts.problems[static_cast<std::size_t>(row.kind)];
    if (count > 0) out += count_line(count, row.summary);
  }
  out += outcome_lines(counts, outcome);
  out += fmt::format("{}: {} statements\n", printable_line(outcome.index),
                     grouped(outcome.statement_count));
  return out;
}

std::string format_removal(const IndexOutcome& outcome) {
  return count_line(outcome.dropped_count, "taken out of the index") +
         fmt::format("{}: {} statements\n", printable_line(outcome.index),
                     grouped(outcome.statement_count));
}

}  // namespace bayan::indexer
