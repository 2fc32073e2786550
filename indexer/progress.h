#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <string_view>

#include "indexer/report.h"

namespace bayan::indexer {

/// Shows on standard error how far a run is: on a terminal one line that is written over, elsewhere
/// a line every ten seconds. Messages go through it too, so that they do not land inside the line.
/// Safe from several threads.
class Progress {
 public:
  enum class Mode { kSilent, kTerminal, kLines };
  Progress(Mode mode, std::uint64_t total_bytes);
  ~Progress();

  /// Shows the counts, if it is time to.
  void update(const Report::Counts& counts);
  /// Shows what the run is doing behind the reading.
  void show_step(std::string_view step);
  /// Prints `text`, whole lines, above the progress line.
  void print(std::string_view text);

  /// «[####------] 42 %» of what is to be read; empty where that is not known.
  [[nodiscard]] static std::string format_bar(std::uint64_t bytes, std::uint64_t total_bytes);

  /// «12,345 statements · 18.2 MB/s · 0:42 left · 3 problems · a.zip».
  [[nodiscard]] static std::string format_line(const Report::Counts& counts, double seconds,
                                               std::uint64_t total_bytes);

 private:
  using Clock = std::chrono::steady_clock;
  void write_line(const std::string& line);
  void clear_line();

  Mode mode_;
  std::uint64_t total_bytes_;
  Clock::time_point began_;
  Clock::time_point shown_;
  std::mutex mutex_;
  bool line_is_open_ = false;
};

}  // namespace bayan::indexer
