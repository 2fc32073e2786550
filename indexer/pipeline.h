#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "common/entity/extractor.h"
#include "common/statement/fingerprint.h"
#include "common/statement/statement.h"
#include "indexer/parse.h"
#include "indexer/report.h"

namespace bayan::indexer {

/// What the reading thread knows of a statement that it hands on.
struct Origin {
  std::uint64_t sequence = 0;    ///< place in the input, from 1
  std::uint32_t source = 0;      ///< number of its source, as the gate counts them
  std::uint32_t indexed_as = 0;  ///< document of the index before that has this id; 0 if none
  bool is_moved = false;         ///< that document has the same content and stood elsewhere
  std::uint32_t older_versions = 0;
  statement::Fingerprint fingerprint = {};
  std::string_view format = {};  ///< its document's, a name of the table of formats
  std::uint64_t url = 0;         ///< url_hash()
  std::uint64_t copy = 0;        ///< copy hash where the statement has no id of its own, else 0
};

/// Decides what is read and which statements are worked on; used by the reading thread alone. This
/// one lets everything pass.
class ReadingGate {
 public:
  virtual ~ReadingGate() = default;
  /// False passes the file over.
  virtual bool begin_source(const std::filesystem::path& /*file*/) { return true; }
  /// `is_whole` is false where the reading was stopped inside the file.
  virtual void end_source(const std::filesystem::path& /*file*/, bool /*is_whole*/) {}
  virtual void note_problem(const Problem& /*problem*/) {}
  /// Nothing where the statement needs no work.
  virtual std::optional<Origin> admit(const statement::Statement& /*statement*/) {
    return Origin{};
  }
};

/// Takes finished statements; one for each worker, used by that worker's thread alone.
class StatementSink {
 public:
  virtual ~StatementSink() = default;
  /// An error ends the run.
  [[nodiscard]] virtual Result<void> take(const statement::Statement& statement,
                                          const Origin& origin) = 0;
  /// Called once, after the last statement.
  [[nodiscard]] virtual Result<void> finish() = 0;
};

struct PipelineOptions {
  std::vector<std::string> paths;
  SourceOptions sources;
  ParseOptions parse;
  /// Bytes of text that may wait for the workers, so that they are busy while a large file is
  /// parsed.
  std::size_t queue_bytes = std::size_t{16} << 20;
  /// Asked now and then by the calling thread while the others work.
  std::function<void()> on_tick;
  /// True from some moment on: nothing more is read, what was read is finished. May be empty.
  std::function<bool()> is_interrupted = {};
};

/// read -> decode -> parse in one thread, recognise -> sink in as many as there are sinks, with a
/// queue bounded in bytes between. With one sink statements come in the order of the input. Returns
/// the first error of a sink; what is wrong with single sources goes into `report`.
[[nodiscard]] Result<void> run_pipeline(const PipelineOptions& options,
                                        const entity::Extractor& extractor, ReadingGate& gate,
                                        const std::vector<StatementSink*>& sinks, Report& report);

}  // namespace bayan::indexer
