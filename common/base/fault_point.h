#pragma once

#include <string_view>

namespace bayan {

/// A place at which a test can stop the program as a power cut would: with BAYAN_FAULT=NAME or
/// NAME:N in the environment the program kills itself when it passes the point of that name (for
/// the Nth time), and with BAYAN_PAUSE=NAME it stops the first time and goes on when it is sent
/// SIGCONT, so that a test can change what it reads meanwhile. Programs that are built without
/// BAYAN_FAULTS, as users run them, do nothing here.
#ifdef BAYAN_FAULTS
void fault_point(std::string_view name);
#else
inline void fault_point(std::string_view /*name*/) {}
#endif

}  // namespace bayan
