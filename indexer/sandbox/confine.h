#pragma once

#include <cstdint>

namespace bayan::indexer {

/// Takes from this process all that a parser does not need: other files, the network, other
/// programs, core dumps, and memory beyond `memory_bytes`. Only memory, the descriptors that are
/// open and the end remain. False when the system refuses; nothing is given back later.
[[nodiscard]] bool confine_this_process(std::uint64_t memory_bytes);

/// The processor time that this process may take from now on; the system ends it then.
void limit_processor_time(std::uint64_t seconds);

}  // namespace bayan::indexer
