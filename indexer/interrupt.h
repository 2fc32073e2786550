#pragma once

namespace bayan::indexer {

/// From now on the first SIGINT or SIGTERM only asks the run to end (is_interrupted() turns true):
/// what was read is finished and published. The second one ends the program at once; the index
/// keeps its published state. A file that grows beyond the user's limit ends it no more.
void catch_interrupts();

[[nodiscard]] bool is_interrupted();

}  // namespace bayan::indexer
