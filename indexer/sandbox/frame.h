#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

/// Messages between the indexer and its parser process, over pipes: four bytes of size (little
/// endian), then that many bytes.
namespace bayan::indexer {

/// False when the other side is gone.
[[nodiscard]] bool send_frame(int descriptor, std::string_view content);

enum class FrameEnd { kClosed, kLate, kTooLarge };

/// Waits for a message until `deadline`, if there is one.
struct ReceivedFrame {
  std::string content;
  std::optional<FrameEnd> end;  ///< why there is no message
};
using Deadline = std::optional<std::chrono::steady_clock::time_point>;
[[nodiscard]] ReceivedFrame receive_frame(int descriptor, std::uint32_t largest_bytes,
                                          const Deadline& deadline);

}  // namespace bayan::indexer
