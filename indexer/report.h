#pragma once

#include <array>
#include <cstdint>
#include <fstream>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "indexer/problem.h"

namespace bayan::indexer {

/// What a run met, counted; safe from several threads.
///
/// Every record that was read ends up in exactly one number: indexed with text, indexed with a
/// title only, or one of the problems that lose it.
class Report {
 public:
  /// Where each problem goes at once, as a line of JSON; an error when the file cannot be opened.
  [[nodiscard]] Result<void> write_problems_to(const std::string& file);

  /// Called for each problem that is to be shown while the run goes on: all of them, or the first
  /// kShownPerKind of each kind.
  void on_shown_problem(std::function<void(const Problem&)> show, bool all) {
    show_ = std::move(show);
    shows_all_ = all;
  }

  void add_file();
  /// A document whose format is known; `encoding` is empty where the format tells its own.
  void add_document(std::string_view format, std::string_view encoding);
  void add_bytes(std::uint64_t count);
  void add_statement(bool has_body, std::string_view source);
  /// A statement that the index, or an interrupted run, holds already as it is.
  void add_unchanged_statement(std::string_view source);
  void add_problem(const Problem& problem);

  /// A copy of the counts, for the progress line and the summary.
  struct Counts {
    std::uint64_t files = 0;
    std::uint64_t bytes = 0;
    std::uint64_t with_body = 0;
    std::uint64_t title_only = 0;
    std::uint64_t unchanged = 0;  ///< statements that needed no work
    std::array<std::uint64_t, kProblemKinds> problems{};
    std::map<std::string, std::uint64_t, std::less<>> formats;    ///< documents of each
    std::map<std::string, std::uint64_t, std::less<>> encodings;  ///< likewise
    std::string current_source;

    [[nodiscard]] std::uint64_t statements() const { return with_body + title_only + unchanged; }
    [[nodiscard]] std::uint64_t lost() const;
    [[nodiscard]] std::uint64_t all_problems() const;
  };
  [[nodiscard]] Counts counts() const;

  /// How many problems of a kind were shown one by one.
  static constexpr std::uint64_t kShownPerKind = 10;

 private:
  mutable std::mutex mutex_;
  Counts counts_;
  std::ofstream file_;
  std::function<void(const Problem&)> show_;
  bool shows_all_ = false;
};

/// What became of the index, for the summary.
struct IndexOutcome {
  std::string index;
  std::uint64_t statement_count = 0;
  std::uint64_t replaced_count = 0;     ///< statements of the index that came anew
  std::uint64_t corrected_count = 0;    ///< older versions under the URL of another
  std::uint64_t copy_count = 0;         ///< exact copies of others, listed with those
  std::uint64_t superseded_count = 0;   ///< statements of this run whose id came again later
  std::uint64_t dropped_count = 0;      ///< statements that their sources no longer hold
  std::uint64_t resumed_count = 0;      ///< statements that an interrupted run had finished
  std::uint64_t unchanged_sources = 0;  ///< not read again
  std::uint64_t moved_sources = 0;      ///< of those, known under another name
  std::uint64_t remembered_losses = 0;  ///< problems that unchanged sources had when they were read
  bool is_interrupted = false;          ///< a signal ended the reading
};

/// The lines that end a run.
[[nodiscard]] std::string format_summary(const Report::Counts& counts, const IndexOutcome& outcome,
                                         double seconds);

/// The lines that end a --remove.
[[nodiscard]] std::string format_removal(const IndexOutcome& outcome);

/// «12,345».
[[nodiscard]] std::string grouped(std::uint64_t number);

}  // namespace bayan::indexer
