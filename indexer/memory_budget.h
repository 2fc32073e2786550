#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/base/error.h"

/// How the memory that a run may take (--memory) is shared out among what would grow with it.
namespace bayan::indexer {

inline constexpr std::uint64_t kUsualMemoryBytes = std::uint64_t{256} << 20;
inline constexpr std::uint64_t kLeastMemoryBytes = std::uint64_t{96} << 20;

struct MemoryBudget {
  /// Bytes of text that may wait between the reader and the workers.
  std::size_t queue_bytes = 0;
  /// Bytes of text in a worker's segment, whose postings it holds until the segment is written.
  std::size_t segment_text_bytes = 0;
};

/// Larger segments give a smaller index and take more memory: tools/bench/BULK.md has the
/// measurements.
[[nodiscard]] MemoryBudget share_memory(std::uint64_t bytes, unsigned jobs);

/// «200M» -> bytes. Errors name what is no size and what is too little.
[[nodiscard]] Result<std::uint64_t> parse_memory(std::string_view text);

}  // namespace bayan::indexer
