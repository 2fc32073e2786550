#pragma once

#include <cstdint>
#include <vector>

namespace bayan::searcher {

/// Some word numbers (common/index/token_stream.h), told from most others by their low bits: of a
/// statement's words hardly any are looked for, and those are found more slowly.
class NumberFilter {
 public:
  void insert(std::uint32_t number) { bits_[number & kLowBits] = true; }
  /// False for none that was inserted, true for few others.
  [[nodiscard]] bool may_hold(std::uint32_t number) const { return bits_[number & kLowBits]; }

 private:
  static constexpr std::uint32_t kLowBits = 0xFFFF;
  std::vector<bool> bits_ = std::vector<bool>(kLowBits + 1);
};

}  // namespace bayan::searcher
