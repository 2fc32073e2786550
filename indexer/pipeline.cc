#include "indexer/pipeline.h"

#include <atomic>
#include <chrono>
#include <mutex>
#include <optional>
#include <thread>

#include "common/text/blank.h"
#include "indexer/bounded_queue.h"
#include "indexer/publication.h"

namespace bayan::indexer {
namespace {

struct Numbered {
  statement::Statement statement;
  Origin origin;
};

class Pipeline {
 public:
  Pipeline(const PipelineOptions& options, const entity::Extractor& extractor, ReadingGate& gate,
           const std::vector<StatementSink*>& sinks, Report& report)
      : options_(options), extractor_(extractor), gate_(gate), sinks_(sinks), report_(report) {}

  Result<void> run() {
    std::vector<std::jthread> threads;
    threads.emplace_back([this] { read(); });
    for (StatementSink* sink : sinks_) {
      ++working_;
      threads.emplace_back([this, sink] { work(*sink); });
    }
    constexpr auto kTick = std::chrono::milliseconds(50);
    while (working_.load() > 0) {
      std::this_thread::sleep_for(kTick);
      if (options_.on_tick) options_.on_tick();
    }
    threads.clear();
    if (error_) return tl::unexpected(*error_);
    return {};
  }

 private:
  void read() {
    read_sources(options_.paths, options_.sources, source_callbacks());
    queue_.close();
  }

  SourceCallbacks source_callbacks() {
    const ParseCallbacks parsed = {
        [this](statement::Statement statement) { push(std::move(statement)); },
        [this](const Problem& problem) { note(problem); },
        [this](std::string_view format, std::string_view encoding) {
          format_ = format;
          report_.add_document(format, encoding);
        }};
    return {[this, parsed](const SourceFile& file) {
              report_.add_file();
              parse_file(file, options_.parse, parsed);
            },
            [this](const Problem& problem) { note(problem); },
            [this](std::uint64_t count) { report_.add_bytes(count); },
            [this] { return is_stopped(); },
            [this](const std::filesystem::path& file) { return gate_.begin_source(file); },
            [this](const std::filesystem::path& file) { gate_.end_source(file, !is_stopped()); }};
  }

  [[nodiscard]] bool is_stopped() const {
    return failed_.load() || (options_.is_interrupted && options_.is_interrupted());
  }

  void note(const Problem& problem) {
    gate_.note_problem(problem);
    report_.add_problem(problem);
  }

  void push(statement::Statement statement) {
    if (is_stopped()) return;
    std::optional<Origin> origin = gate_.admit(statement);
    if (!origin) {
      report_.add_unchanged_statement(statement.location.path);
      return;
    }
    origin->format = format_;
    const std::size_t weight = statement.title.size() + statement.body.size() + sizeof(Numbered);
    // A closed queue means that a sink failed: the walk ends at its next question.
    (void)queue_.push({std::move(statement), *origin}, weight);
  }

  void work(StatementSink& sink) {
    while (std::optional<Numbered> item = queue_.pop()) {
      if (failed_.load()) break;
      if (!item->origin.is_moved) complete(item->statement);
      if (Result<void> taken = sink.take(item->statement, item->origin); !taken) {
        stop(taken.error());
        break;
      }
      report_.add_statement(!text::is_blank(item->statement.body), item->statement.location.path);
    }
    if (!failed_.load()) {
      if (Result<void> finished = sink.finish(); !finished) stop(finished.error());
    }
    --working_;
  }

  /// Entities, and the publication date from the dateline where the record names none: a day that
  /// the statement gives itself is worth more than the day somebody fetched it.
  void complete(statement::Statement& statement) const {
    const bool is_published =
        !statement.date.empty() && statement.date_source != statement::DateSource::kCrawl;
    settle_issuer(statement, extractor_.issuers());
    // Of a host nothing is known, and its letters may be those of a country.
    const bool is_host = statement.issuer_source == statement::IssuerSource::kUrl &&
                         !extractor_.issuers().knows(statement.issuer);
    statement.entities = extractor_.extract(
        statement.title, statement.body,
        {.issuer = is_host ? std::string_view() : std::string_view(statement.issuer),
         .publication_date = is_published ? std::string_view(statement.date) : std::string_view()});
    settle_dateline(statement, statement.entities.dateline);
  }

  void stop(const Error& error) {
    const std::lock_guard lock(mutex_);
    if (!error_) error_ = error;
    failed_ = true;
    queue_.close();
  }

  const PipelineOptions& options_;
  const entity::Extractor& extractor_;
  ReadingGate& gate_;
  const std::vector<StatementSink*>& sinks_;
  Report& report_;
  std::string_view format_;  ///< of the document that is parsed; the reading thread's
  BoundedQueue<Numbered> queue_{options_.queue_bytes};
  std::atomic<int> working_ = 0;
  std::atomic<bool> failed_ = false;
  std::mutex mutex_;
  std::optional<Error> error_;
};

}  // namespace

Result<void> run_pipeline(const PipelineOptions& options, const entity::Extractor& extractor,
                          ReadingGate& gate, const std::vector<StatementSink*>& sinks,
                          Report& report) {
  return Pipeline(options, extractor, gate, sinks, report).run();
}

}  // namespace bayan::indexer
