#include "common/entity/word_memo.h"

#include <xxhash.h>

#include <algorithm>

namespace bayan::entity {

void WordMemo::Slot::keep(std::string_view form) {
  byte_count = static_cast<std::uint8_t>(form.size());
  std::ranges::copy(form, letters.begin());
}

std::size_t WordMemo::hash(std::string_view form) { return XXH3_64bits(form.data(), form.size()); }

void WordMemo::bring_near(std::size_t hash) const {
  const Pair& pair = pairs_[hash % kPairs];
  __builtin_prefetch(&pair);
  __builtin_prefetch(&pair[0].facts);
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
