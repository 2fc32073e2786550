#include "common/entity/word_memo.h"

#include <xxhash.h>

#include <algorithm>

namespace bayan::entity {

void WordMemo::Slot::keep(std::string_view form) {
  byte_count = static_cast<std::uint8_t>(form.size());
  std::ranges::copy(form, letters.begin());
}

WordMemo::Pair& WordMemo::pair_of(std::string_view form) {
  return pairs_[XXH3_64bits(form.data(), form.size()) % kPairs];
}

std::unique_ptr<WordMemo> WordMemos::take() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      std::unique_ptr<WordMemo> memo = std::move(idle_.back());
      idle_.pop_back();
      return memo;
    }
    idle_.reserve(idle_.capacity() + 1);  // so that giving back cannot fail
  }
  return std::make_unique<WordMemo>();
}

void WordMemos::give_back(std::unique_ptr<WordMemo> memo) noexcept {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(memo));
}

}  // namespace bayan::entity
