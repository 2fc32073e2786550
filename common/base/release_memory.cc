#include "common/base/release_memory.h"

#include <malloc.h>

#include <cstddef>

// The programs link jemalloc where it is installed; the tests do not.
extern "C" __attribute__((weak)) int mallctl(const char* name, void* old_value,
                                             std::size_t* old_size, void* new_value,
                                             std::size_t new_size);

namespace bayan {

void release_free_memory() {
  if (&mallctl != nullptr) {
    // 4096 stands for all arenas (MALLCTL_ARENAS_ALL). Of a failure nothing follows.
    (void)mallctl("arena.4096.purge", nullptr, nullptr, nullptr, 0);
  } else {
    malloc_trim(0);
  }
}

}  // namespace bayan
