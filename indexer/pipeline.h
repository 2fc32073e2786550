#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "common/entity/extractor.h"
#include "common/statement/statement.h"
#include "indexer/parse.h"
#include "indexer/report.h"

namespace bayan::indexer {

/// Takes finished statements; one for each worker, used by that worker's thread alone.
class StatementSink {
 public:
  virtual ~StatementSink() = default;
  /// `sequence` is the statement's place in the input. An error ends the run.
  [[nodiscard]] virtual Result<void> take(const statement::Statement& statement,
                                          std::uint64_t sequence) = 0;
  /// Called once, after the last statement.
  [[nodiscard]] virtual Result<void> finish() = 0;
};

struct PipelineOptions {
  std::vector<std::string> paths;
  SourceOptions sources;
  ParseOptions parse;
  /// Asked now and then by the calling thread while the others work.
  std::function<void()> on_tick;
};

/// read -> decode -> parse in one thread, recognise -> sink in as many as there are sinks, with a
/// queue bounded in bytes between. With one sink statements come in the order of the input. Returns
/// the first error of a sink; what is wrong with single sources goes into `report`.
[[nodiscard]] Result<void> run_pipeline(const PipelineOptions& options,
                                        const entity::Extractor& extractor,
                                        const std::vector<StatementSink*>& sinks, Report& report);

}  // namespace bayan::indexer
