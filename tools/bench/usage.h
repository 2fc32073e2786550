#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <vector>

/// What a measuring program reports of itself.
namespace bayan::bench {

using Milliseconds = std::chrono::duration<double, std::milli>;

class Stopwatch {
 public:
  [[nodiscard]] Milliseconds elapsed() const { return std::chrono::steady_clock::now() - start_; }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// User and system time of this process, all threads.
[[nodiscard]] std::chrono::duration<double> cpu_time();
/// User and system time of the calling thread.
[[nodiscard]] Milliseconds thread_cpu_time();
/// The most memory this process has had resident.
[[nodiscard]] std::uint64_t peak_resident_bytes();
/// Bytes of the files in a folder, folders below included.
[[nodiscard]] std::uint64_t bytes_on_disk(const std::filesystem::path& directory);

/// The value below which `share` (0..1) of the measurements lie; zero of none.
[[nodiscard]] Milliseconds quantile(std::vector<Milliseconds> measured, double share);

}  // namespace bayan::bench
