#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

#include "common/base/error.h"
#include "common/entity/extractor.h"
#include "indexer/pipeline.h"
#include "indexer/report.h"

namespace bayan::indexer {

struct BuildOptions {
  std::filesystem::path index;
  unsigned jobs = 1;
  bool rebuild = false;
  /// Told what is done behind the reading.
  std::function<void(std::string_view)> on_step;
};

/// Reads the sources of `pipeline` into the index: locks it, writes segments, merges them with what
/// the index held, and publishes the result as one new generation. On any error the generation
/// published before stays as it is.
[[nodiscard]] Result<IndexOutcome> build_index(const BuildOptions& options,
                                               const PipelineOptions& pipeline,
                                               const entity::Extractor& extractor, Report& report);

}  // namespace bayan::indexer
