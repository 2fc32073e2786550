#include "common/entity/word_memo.h"

#define XXH_INLINE_ALL  // words are short: a call costs more than the hash
#include <xxhash.h>

namespace bayan::entity {

std::uint64_t WordMemo::hash(std::string_view form) {
  return XXH3_64bits(form.data(), form.size());
}

std::unique_ptr<Memo> Memos::take() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      std::unique_ptr<Memo> memo = std::move(idle_.back());
      idle_.pop_back();
      return memo;
    }
    idle_.reserve(idle_.capacity() + 1);  // so that giving back cannot fail
  }
  return std::make_unique<Memo>();
}

void Memos::give_back(std::unique_ptr<Memo> memo) noexcept {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(memo));
}

}  // namespace bayan::entity
