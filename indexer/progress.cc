#include "indexer/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "common/base/printable.h"
#include "common/base/utf8.h"
#include "common/cli/terminal.h"

namespace bayan::indexer {
namespace {

using namespace std::chrono_literals;

constexpr auto kTerminalInterval = 200ms;
constexpr auto kLineInterval = 10s;

/// The first `columns` code points; statements' names may be of any length.
std::string cut_to(const std::string& line, std::size_t columns) {
  std::size_t offset = 0;
  for (std::size_t i = 0; i < columns && offset < line.size(); ++i) {
    offset += utf8::decode_at(line, offset).byte_count;
  }
  return line.substr(0, offset);
}

std::string minutes(double seconds) {
  const auto whole = static_cast<long>(seconds + 0.5);
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

}  // namespace

Progress::Progress(Mode mode, std::uint64_t total_bytes)
    : mode_(mode), total_bytes_(total_bytes), began_(Clock::now()), shown_(began_) {}

Progress::~Progress() { clear_line(); }

std::string Progress::format_bar(std::uint64_t bytes, std::uint64_t total_bytes) {
  if (total_bytes == 0) return {};
  constexpr std::uint64_t kCells = 10;
  const std::uint64_t done = std::min(bytes, total_bytes);
  const auto cells = static_cast<std::size_t>(done * kCells / total_bytes);
  return fmt::format("[{:-<{}}] {:>3} %", std::string(cells, '#'), kCells,
                     done * 100 / total_bytes);
}

std::string Progress::format_line(const Report::Counts& counts, double seconds,
                                  std::uint64_t total_bytes) {
  constexpr double kMegabyte = 1e6;
  constexpr double kFirstEstimate = 1.0;
  std::string line = grouped(counts.statements()) + " statements";
  if (seconds > 0) {
    line += fmt::format(" · {:.1f} MB/s", static_cast<double>(counts.bytes) / kMegabyte / seconds);
  }
  if (total_bytes > counts.bytes && counts.bytes > 0 && seconds > kFirstEstimate) {
    const double left = seconds * static_cast<double>(total_bytes - counts.bytes) /
                        static_cast<double>(counts.bytes);
    line += " · " + minutes(left) + " left";
  }
  if (const std::uint64_t problems = counts.all_problems(); problems > 0) {
    line += fmt::format(" · {} {}", grouped(problems), problems == 1 ? "problem" : "problems");
  }
  if (!counts.current_source.empty()) line += " · " + printable_line(counts.current_source);
  return line;
}

void Progress::update(const Report::Counts& counts) {
  const std::lock_guard lock(mutex_);
  if (mode_ == Mode::kSilent) return;
  const auto now = Clock::now();
  if (now - shown_ < (mode_ == Mode::kTerminal ? Clock::duration(kTerminalInterval)
                                               : Clock::duration(kLineInterval))) {
    return;
  }
  shown_ = now;
  const double seconds = std::chrono::duration<double>(now - began_).count();
  std::string line = format_line(counts, seconds, total_bytes_);
  if (mode_ == Mode::kTerminal && total_bytes_ > 0) {
    line = format_bar(counts.bytes, total_bytes_) + " " + line;
  }
  write_line(line);
}

void Progress::show_step(std::string_view step) {
  const std::lock_guard lock(mutex_);
  if (mode_ == Mode::kTerminal) write_line(std::string(step));
}

void Progress::print(std::string_view text) {
  const std::lock_guard lock(mutex_);
  clear_line();
  std::fwrite(text.data(), 1, text.size(), stderr);
}

void Progress::write_line(const std::string& line) {
  if (mode_ == Mode::kTerminal) {
    // Carriage return and «erase to the end of the line» (ECMA-48, EL).
    const std::string shown = cut_to(line, cli::terminal_width(2) - 1);
    std::fprintf(stderr, "\r%s\x1B[K", shown.c_str());
    line_is_open_ = true;
  } else {
    std::fprintf(stderr, "%s\n", line.c_str());
  }
  std::fflush(stderr);
}

void Progress::clear_line() {
  if (!line_is_open_) return;
  std::fputs("\r\x1B[K", stderr);
  std::fflush(stderr);
  line_is_open_ = false;
}

}  // namespace bayan::indexer
