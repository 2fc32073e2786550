#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.h"
#include "common/entity/extractor.h"
#include "indexer/memory_budget.h"
#include "indexer/pipeline.h"
#include "indexer/report.h"

namespace bayan::indexer {

struct BuildOptions {
  std::filesystem::path index;
  unsigned jobs = 1;
  MemoryBudget memory;
  bool rebuild = false;
  bool prune = false;            ///< drop sources whose files are gone
  bool retry = false;            ///< read sources again that lost something
  std::string reading_settings;  ///< the options that reading hangs on, spelt out
  /// The text of the user's gazetteer, checked; what the index has stays where it is not given.
  std::optional<std::string> gazetteer;
  std::string recogniser;  ///< names the recognisers' data and version, for resuming
  /// Told what is done behind the reading.
  std::function<void(std::string_view)> on_step;
};

/// Reads the sources of `pipeline` into the index, as far as they are new or have changed: locks
/// it, writes segments, and publishes them with what the index held, a large change as a new
/// generation, a small one in place. On any error what was published stays as it is; finished
/// segments stay for the next run.
[[nodiscard]] Result<IndexOutcome> build_index(const BuildOptions& options,
                                               const PipelineOptions& pipeline,
                                               const entity::Extractor& extractor, Report& report);

/// Takes statements out of the index: by id, or all of a file, folder, archive or member.
[[nodiscard]] Result<IndexOutcome> remove_from_index(const BuildOptions& options,
                                                     const std::vector<std::string>& names);

/// Takes the gazetteer of `options` into the index and settles anew which names are one entity;
/// nothing is read again.
[[nodiscard]] Result<void> learn_gazetteer(const BuildOptions& options);

}  // namespace bayan::indexer
