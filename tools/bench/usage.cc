#include "tools/bench/usage.h"

#include <sys/resource.h>

#include <algorithm>
#include <ctime>

namespace bayan::bench {
namespace {

std::chrono::duration<double> seconds(const timeval& time) {
  return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
}

rusage own_usage() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage;
}

}  // namespace

std::chrono::duration<double> cpu_time() {
  const rusage usage = own_usage();
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

Milliseconds thread_cpu_time() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

std::uint64_t peak_resident_bytes() {
  constexpr std::uint64_t kUnit = 1024;  // Linux gives ru_maxrss in KiB
  return static_cast<std::uint64_t>(own_usage().ru_maxrss) * kUnit;
}

std::uint64_t bytes_on_disk(const std::filesystem::path& directory) {
  std::uint64_t bytes = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(directory)) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  return bytes;
}

Milliseconds quantile(std::vector<Milliseconds> measured, double share) {
  if (measured.empty()) return {};
  const auto at = static_cast<std::size_t>(share * static_cast<double>(measured.size() - 1) + .5);
  std::nth_element(measured.begin(), measured.begin() + static_cast<std::ptrdiff_t>(at),
                   measured.end());
  return measured[at];
}

}  // namespace bayan::bench
