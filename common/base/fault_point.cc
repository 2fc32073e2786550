#include "common/base/fault_point.h"

#ifdef BAYAN_FAULTS

#include <atomic>
#include <charconv>
#include <csignal>
#include <cstdlib>

namespace bayan {

void fault_point(std::string_view name) {
  static const char* const kWanted = std::getenv("BAYAN_FAULT");
  static const char* const kPause = std::getenv("BAYAN_PAUSE");
  static std::atomic<int> passed = 0;
  static std::atomic<bool> has_paused = false;
  if (kPause != nullptr && name == kPause && !has_paused.exchange(true)) std::raise(SIGSTOP);
  if (kWanted == nullptr) return;
  std::string_view wanted = kWanted;
  int nth = 1;
  if (const std::size_t colon = wanted.find(':'); colon != std::string_view::npos) {
    std::from_chars(wanted.data() + colon + 1, wanted.data() + wanted.size(), nth);
    wanted = wanted.substr(0, colon);
  }
  if (name == wanted && ++passed == nth) std::raise(SIGKILL);
}

}  // namespace bayan

#endif
