#pragma once

#include <cstdio>
#include <cstdlib>

/// Stops a fuzz target with the property that did not hold, in every build.
#define BAYAN_REQUIRE(condition)                                                          \
  do {                                                                                    \
    if (!(condition)) {                                                                   \
      std::fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition); \
      std::abort();                                                                       \
    }                                                                                     \
  } while (false)
