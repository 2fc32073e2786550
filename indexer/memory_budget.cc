#include "indexer/memory_budget.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "indexer/limits.h"

namespace bayan::indexer {
namespace {

/// What a run takes whatever it reads: gazetteers, tables, libraries, the record that is parsed.
constexpr std::uint64_t kFixedBytes = std::uint64_t{64} << 20;

/// Bytes that a worker holds for a byte of text until its segment is written: eight for each
/// posting, as many again while they are sorted, and the distinct terms.
constexpr std::uint64_t kBytesHeldPerTextByte = 3;

constexpr std::size_t kMostQueueBytes = std::size_t{16} << 20;
constexpr std::size_t kLeastSegmentTextBytes = std::size_t{256} << 10;
/// Beyond it a segment gains nothing, and a killed run loses more.
constexpr std::size_t kMostSegmentTextBytes = std::size_t{32} << 20;

}  // namespace

MemoryBudget share_memory(std::uint64_t bytes, unsigned jobs) {
  const std::uint64_t shared = bytes > kFixedBytes ? bytes - kFixedBytes : 0;
  constexpr std::uint64_t kQueueShare = 8;
  const std::uint64_t queue = std::min<std::uint64_t>(shared / kQueueShare, kMostQueueBytes);
  const std::uint64_t segment = (shared - queue) / std::max(1U, jobs) / kBytesHeldPerTextByte;
  return {
      static_cast<std::size_t>(queue),
      std::clamp(static_cast<std::size_t>(segment), kLeastSegmentTextBytes, kMostSegmentTextBytes)};
}

Result<std::uint64_t> parse_memory(std::string_view text) {
  if (text.empty()) return kUsualMemoryBytes;
  const std::optional<std::uint64_t> bytes = parse_size(text);
  if (bytes && *bytes >= kLeastMemoryBytes) return *bytes;
  return fail(
      ErrorKind::kUsage,
      bytes ? fmt::format("--memory: {} is too little", text)
            : fmt::format("--memory: «{}» is no size", text),
      fmt::format("write for example --memory 512M; the least is {}M", kLeastMemoryBytes >> 20));
}

}  // namespace bayan::indexer
