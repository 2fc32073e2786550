#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace bayan::searcher {

/// Word numbers (common/index/token_stream.h) that may fill a place, sorted; none: any word.
using NumberSlot = std::vector<std::uint32_t>;
using NumberSequence = std::vector<NumberSlot>;

/// Which operands a word stands for, where all are single words: told in one step, for lists of
/// frequent words are looked for in nearly all words of nearly all statements.
class WordOperands {
 public:
  static constexpr std::size_t kMostOperands = 64;

  /// At most kMostOperands.
  explicit WordOperands(const std::vector<std::vector<NumberSequence>>& operands)
      : entries_(1), first_(kLowBits + 1) {
    for (std::size_t operand = 0; operand < operands.size(); ++operand) {
      for (const NumberSequence& sequence : operands[operand]) {
        for (const std::uint32_t number : sequence.front()) add(number, operand);
      }
    }
  }

  /// A bit for each operand.
  [[nodiscard]] std::uint64_t of(std::uint32_t number) const {
    std::uint32_t at = first_[number & kLowBits];
    while (at != 0 && entries_[at].number != number) at = entries_[at].next;
    return entries_[at].operands;
  }

 private:
  struct Entry {
    std::uint32_t number = 0;
    std::uint32_t next = 0;
    std::uint64_t operands = 0;
  };
  static constexpr std::uint32_t kLowBits = 0xFFFF;

  void add(std::uint32_t number, std::size_t operand) {
    const std::uint64_t bit = std::uint64_t{1} << operand;
    std::uint32_t& first = first_[number & kLowBits];
    for (std::uint32_t at = first; at != 0; at = entries_[at].next) {
      if (entries_[at].number != number) continue;
      entries_[at].operands |= bit;
      return;
    }
    entries_.push_back({number, first, bit});
    first = static_cast<std::uint32_t>(entries_.size() - 1);
  }

  std::vector<Entry> entries_;        ///< the first stands for none
  std::vector<std::uint32_t> first_;  ///< by a number's low bits, a place in entries_
};

}  // namespace bayan::searcher
