#include "indexer/sandbox/frame.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace bayan::indexer {
namespace {

constexpr std::size_t kSizeBytes = 4;

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

/// True when there is something to read, or the end.
bool wait_until_readable(int descriptor, const Deadline& deadline) {
  if (!deadline) return true;
  while (true) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        *deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0) return false;
    pollfd waited = {descriptor, POLLIN, 0};
    const int ready = ::poll(&waited, 1, static_cast<int>(std::min<long>(left.count(), 1 << 30)));
    if (ready > 0) return true;
    if (ready < 0 && errno != EINTR) return true;  // the read tells
  }
}

std::optional<FrameEnd> read_all(int descriptor, char* out, std::size_t size,
                                 const Deadline& deadline) {
  while (size > 0) {
    if (!wait_until_readable(descriptor, deadline)) return FrameEnd::kLate;
    const ssize_t count = ::read(descriptor, out, size);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return FrameEnd::kClosed;
    out += count;
    size -= static_cast<std::size_t>(count);
  }
  return std::nullopt;
}

}  // namespace

bool send_frame(int descriptor, std::string_view content) {
  std::string head(kSizeBytes, '\0');
  for (std::size_t i = 0; i < kSizeBytes; ++i) {
    head[i] = static_cast<char>(content.size() >> (8 * i));
  }
  return write_all(descriptor, head) && write_all(descriptor, content);
}

ReceivedFrame receive_frame(int descriptor, std::uint32_t largest_bytes, const Deadline& deadline) {
  ReceivedFrame frame;
  char head[kSizeBytes];
  frame.end = read_all(descriptor, head, kSizeBytes, deadline);
  if (frame.end) return frame;
  std::uint32_t size = 0;
  for (std::size_t i = 0; i < kSizeBytes; ++i) {
    size |= static_cast<std::uint32_t>(static_cast<unsigned char>(head[i])) << (8 * i);
  }
  if (size > largest_bytes) {
    frame.end = FrameEnd::kTooLarge;
    return frame;
  }
  frame.content.resize(size);
  frame.end = read_all(descriptor, frame.content.data(), size, deadline);
  return frame;
}

}  // namespace bayan::indexer
