#include "indexer/run.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <exception>
#include <functional>
#include <optional>

#include "common/base/printable.h"
#include "common/base/version.h"
#include "common/cli/complete.h"
#include "common/cli/manual.h"
#include "common/cli/messages.h"
#include "common/entity/extractor.h"
#include "common/entity/gazetteer.h"
#include "common/index/xapian_wall.h"
#include "indexer/build_index.h"
#include "indexer/check.h"
#include "indexer/dry_run.h"
#include "indexer/file_state.h"
#include "indexer/gazetteer_file.h"
#include "indexer/interrupt.h"
#include "indexer/options.h"
#include "indexer/pipeline.h"
#include "indexer/progress.h"
#include "indexer/run_apart.h"
#include "indexer/sandbox/parser_pool.h"
#include "indexer/sandbox/parser_worker.h"
#include "indexer/stats.h"

namespace bayan::indexer {
namespace {

constexpr std::string_view kProgram = "bayan-indexer";

ExitStatus tell(const Error& error) {
  const auto locale = cli::LocaleFormat::choose("").value_or(cli::LocaleFormat());
  std::fputs(cli::format_error_in(locale.language(), kProgram, error).c_str(), stderr);
  return exit_status(error.kind);
}

/// What ends the program when an exception has nowhere to go. Xapian's glass backend writes the
/// last of its values in a destructor (ValueUpdater), and there a full disk ends every program that
/// has not said what to do. The published index is whole then, as after a kill, and so is the next
/// run.
[[noreturn]] void tell_and_leave() {
  // Two workers may meet the same disk: the first one speaks.
  static std::atomic_flag is_told = ATOMIC_FLAG_INIT;
  while (is_told.test_and_set()) ::pause();
  // From within the destructor itself the exception cannot be had.
  Error error{ErrorKind::kIndexUnwritable,
              "the index: Xapian ended without a reason, most likely because it could not write",
              "make room on the disk, then run again: what was finished is kept"};
  try {
    if (const std::exception_ptr thrown = std::current_exception()) std::rethrow_exception(thrown);
  } catch (const Xapian::Error& exception) {
    error = index::to_error(exception, "the index");
  } catch (const std::exception& exception) {
    error = Error{ErrorKind::kInternal, exception.what(), ""};
  } catch (...) {
  }
  ::_exit(static_cast<int>(tell(error)));
}

/// Shows single problems as they come: «bayan-indexer: a.zip!/b.txt: not valid UTF-8 …».
class ProblemPrinter {
 public:
  explicit ProblemPrinter(Progress& progress) : progress_(progress) {}

  void show(const Problem& problem) {
    std::string text = fmt::format("{}: {}: {}\n", kProgram, printable_line(problem.place),
                                   printable_line(problem.fact));
    if (!problem.hint.empty() && problem.hint != last_hint_) {
      text += fmt::format("hint: {}\n", problem.hint);
      last_hint_ = problem.hint;
    }
    progress_.print(text);
  }

 private:
  Progress& progress_;
  std::string last_hint_;  ///< a hint is not repeated for each of many like problems
};

Progress::Mode progress_mode(const Options& options) {
  if (options.quiet || options.task == Options::Task::kDryRun) return Progress::Mode::kSilent;
  return cli::is_terminal(2) ? Progress::Mode::kTerminal : Progress::Mode::kLines;
}

/// Prints statements to standard output in the order of the input.
class DryRunSink : public StatementSink {
 public:
  Result<void> take(const statement::Statement& statement, const Origin& /*origin*/) override {
    const std::string line = format_dry_run(statement);
    if (std::fwrite(line.data(), 1, line.size(), stdout) == line.size()) return {};
    return fail(ErrorKind::kInternal, "standard output was closed");
  }
  Result<void> finish() override {
    std::fflush(stdout);
    return {};
  }
};

std::string hidden_problems_line(const Report::Counts& counts) {
  std::uint64_t hidden = 0;
  for (const std::uint64_t count : counts.problems) {
    if (count > Report::kShownPerKind) hidden += count - Report::kShownPerKind;
  }
  return hidden == 0 ? std::string()
                     : fmt::format("{}: … and {} more; --verbose shows, --errors FILE lists them\n",
                                   kProgram, grouped(hidden));
}

/// Names the recognisers' data, by content.
std::string recogniser_name() {
  const Result<std::filesystem::path> directory = entity::gazetteer_directory();
  if (!directory) return {};
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(*directory, error)) {
    files.push_back(entry.path());
  }
  std::ranges::sort(files);
  std::string hashes;
  for (const std::filesystem::path& file : files) hashes += hash_of_file(file);
  return fmt::format("{:016x}", std::hash<std::string>()(hashes));
}

/// The text of the gazetteer that was named, if one was. What is wrong with it is told.
Result<std::optional<std::string>> read_gazetteer(const Options& options) {
  if (options.gazetteer.empty()) return std::optional<std::string>();
  return read_gazetteer_file(
             options.gazetteer,
             [](const std::string& fact) {
               std::fputs(fmt::format("{}: {}\n", kProgram, printable_line(fact)).c_str(), stderr);
             })
      .map([](std::string text) { return std::optional<std::string>(std::move(text)); });
}

ExitStatus learn(const Options& options, std::optional<std::string> gazetteer) {
  BuildOptions build;
  build.index = options.index;
  build.gazetteer = std::move(gazetteer);
  build.on_step = [](std::string_view) {};
  const Result<void> learnt = learn_gazetteer(build);
  return learnt ? ExitStatus::kSuccess : tell(learnt.error());
}

ExitStatus remove(const Options& options, std::optional<std::string> gazetteer) {
  BuildOptions build;
  build.index = options.index;
  build.gazetteer = std::move(gazetteer);
  build.on_step = [](std::string_view) {};
  const Result<IndexOutcome> outcome = remove_from_index(build, options.removals);
  if (!outcome) return tell(outcome.error());
  if (!options.quiet) {
    std::fputs(format_removal(*outcome).c_str(), stderr);
  }
  return ExitStatus::kSuccess;
}

/// Says all that is wrong, then what to do about it.
ExitStatus check(const Options& options) {
  const Result<CheckReport> report = check_index(options.index);
  if (!report) return tell(report.error());
  if (report->findings.empty()) {
    if (!options.quiet) std::fputs(format_check(*report).c_str(), stdout);
    return ExitStatus::kSuccess;
  }
  constexpr std::size_t kMostShown = 20;
  std::string lines;
  for (std::size_t i = 0; i < std::min(kMostShown, report->findings.size()); ++i) {
    const CheckReport::Finding& finding = report->findings[i];
    lines += fmt::format("{}: {}: {}\n", kProgram, printable_line(finding.place),
                         printable_line(finding.fact));
  }
  if (report->findings.size() > kMostShown) {
    lines +=
        fmt::format("{}: … and {} more\n", kProgram, grouped(report->findings.size() - kMostShown));
  }
  std::fputs(lines.c_str(), stderr);
  return tell({ErrorKind::kIndexDamaged, report->index + ": the index is damaged",
               "build the index again: bayan-indexer --rebuild PATH…"});
}

/// One run over the sources, whatever is done with the statements.
class Run {
 public:
  Run(const Options& options, std::optional<std::string> gazetteer)
      : options_(options),
        gazetteer_(std::move(gazetteer)),
        progress_(progress_mode(options), total_bytes(options.paths, source_options())),
        printer_(progress_) {}

  ExitStatus go() {
    if (Result<void> opened = open_errors_file(); !opened) return tell(opened.error());
    if (!options_.quiet) {
      report_.on_shown_problem([this](const Problem& problem) { printer_.show(problem); },
                               options_.verbose);
    }
    const Result<entity::UserGazetteer> known = user_gazetteer();
    if (!known) return tell(known.error());
    Result<entity::Extractor> extractor =
        entity::gazetteer_directory().and_then([&known](const std::filesystem::path& directory) {
          return entity::Extractor::load_with(directory, *known);
        });
    if (!extractor) return tell(extractor.error());
    const Result<void> done =
        options_.task == Options::Task::kDryRun ? dry_run(*extractor) : index(*extractor);
    if (!done) {
      progress_.print("");
      return tell(done.error());
    }
    return report_.counts().lost() > 0 || remains_ ? ExitStatus::kPartial : ExitStatus::kSuccess;
  }

 private:
  Result<void> open_errors_file() {
    return options_.errors_file.empty() ? Result<void>()
                                        : report_.write_problems_to(options_.errors_file);
  }

  /// The gazetteer that was named, else the one that the index keeps.
  [[nodiscard]] Result<entity::UserGazetteer> user_gazetteer() const {
    std::string text = gazetteer_.value_or("");
    if (!gazetteer_ && options_.task != Options::Task::kDryRun) {
      Result<std::string> kept = kept_gazetteer(options_.index);
      if (!kept) return tl::unexpected(kept.error());
      text = std::move(*kept);
    }
    std::vector<entity::GazetteerProblem> problems;  // told when it was taken in
    return text.empty() ? entity::UserGazetteer() : entity::parse_user_gazetteer(text, problems);
  }

  [[nodiscard]] SourceOptions source_options() const {
    return {options_.selection, options_.limits};
  }

  PipelineOptions pipeline_options() {
    return {options_.paths,
            source_options(),
            {options_.fields, options_.encoding, options_.format, options_.limits, &parsers_},
            options_.memory.queue_bytes,
            [this] { progress_.update(report_.counts()); }};
  }

  Result<void> dry_run(const entity::Extractor& extractor) {
    DryRunSink sink;
    ReadingGate gate;
    return run_pipeline(pipeline_options(), extractor, gate, {&sink}, report_);
  }

  Result<void> index(const entity::Extractor& extractor) {
    const auto began = std::chrono::steady_clock::now();
    BuildOptions build;
    build.index = options_.index;
    build.jobs = options_.jobs;
    build.memory = options_.memory;
    build.rebuild = options_.rebuild;
    build.prune = options_.prune;
    build.retry = options_.retry;
    build.reading_settings = options_.reading_settings;
    build.gazetteer = gazetteer_;
    build.recogniser = recogniser_name();
    build.on_step = [this](std::string_view step) { progress_.show_step(step); };
    catch_interrupts();
    PipelineOptions pipeline = pipeline_options();
    pipeline.is_interrupted = &is_interrupted;
    const Result<IndexOutcome> outcome = build_index(build, pipeline, extractor, report_);
    if (!outcome) return tl::unexpected(outcome.error());
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - began;
    if (!options_.quiet) {
      const Report::Counts counts = report_.counts();
      progress_.print((options_.verbose ? "" : hidden_problems_line(counts)) +
                      format_summary(counts, *outcome, taken.count()));
    }
    remains_ = outcome->remembered_losses > 0 || outcome->is_interrupted;
    return {};
  }

  const Options& options_;
  std::optional<std::string> gazetteer_;
  Progress progress_;
  ProblemPrinter printer_;
  Report report_;
  bool remains_ = false;  ///< something is not in the index, though this run did not meet it
  ParserPool parsers_{{}, options_.limits};
};

ExitStatus print(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  return ExitStatus::kSuccess;
}

}  // namespace

ExitStatus run(const std::vector<std::string>& arguments) {
  if (arguments.size() == 2 && arguments.front() == kWorkerArgument) {
    return static_cast<ExitStatus>(run_parser_worker(arguments.back()));
  }
  std::set_terminate(tell_and_leave);
  // For the build: sections of the manual page.
  if (arguments == std::vector<std::string>{"--describe", "options"}) {
    return print(cli::format_manual_options(option_rows()));
  }
  if (arguments.size() >= 2 && arguments.front() == "--complete") {
    const auto no_names = [](auto, auto) { return std::vector<cli::Candidate>(); };
    return print(cli::format_completion(
        cli::complete(option_rows(), {arguments.begin() + 1, arguments.end()}, no_names)));
  }
  const Result<Options> options = parse_options(arguments);
  if (!options) return tell(options.error());
  Result<std::optional<std::string>> gazetteer = read_gazetteer(*options);
  if (!gazetteer) return tell(gazetteer.error());
  switch (options->task) {
    case Options::Task::kHelp:
      return print(help_text());
    case Options::Task::kVersion:
      return print(fmt::format("{} {}\n", kProgram, kVersion));
    case Options::Task::kCheck: {
      const Result<ExitStatus> checked =
          run_apart(options->index.string(), [&] { return check(*options); });
      return checked ? *checked : tell(checked.error());
    }
    case Options::Task::kStats: {
      const Result<Stats> stats = read_stats(options->index);
      if (!stats) return tell(stats.error());
      return print(options->stats_as_json ? format_stats_json(*stats) : format_stats(*stats));
    }
    case Options::Task::kRemove:
      return remove(*options, std::move(*gazetteer));
    case Options::Task::kGazetteer:
      return learn(*options, std::move(*gazetteer));
    case Options::Task::kIndex:
    case Options::Task::kDryRun:
      return Run(*options, std::move(*gazetteer)).go();
  }
  return ExitStatus::kSuccess;
}

}  // namespace bayan::indexer
