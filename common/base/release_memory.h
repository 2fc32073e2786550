#pragma once

namespace bayan {

/// Gives memory that was freed back to the system, so that a stage that needs much does not add its
/// own to what the stage before it had. The allocator would do so by and by.
void release_free_memory();

}  // namespace bayan
