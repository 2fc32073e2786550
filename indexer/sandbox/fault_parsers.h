#pragma once

#include "indexer/formats/extracted.h"

namespace bayan::indexer {

/// Parsers that misbehave, for tests of what stands around them: one aborts, one never ends, one
/// takes all memory, one tries to leave its confinement (title «confined» when it cannot). No
/// format leads to them.
[[nodiscard]] Extracted run_fault_parser(char parser);

}  // namespace bayan::indexer
