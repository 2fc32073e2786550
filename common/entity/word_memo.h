#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>
#include <utility>
#include <vector>

#include "common/entity/post_memo.h"
#include "common/entity/word_class.h"

namespace bayan::entity {

/// What the tables of the recognisers say of a word, wherever it stands.
struct WordFacts {
  WordInfo info;
  std::uint32_t count = 0;  ///< in the lexicon
  std::uint8_t roles = 0;   ///< WordRole
};

/// Remembers the facts of the words met last: most words of a text were met shortly before, and the
/// tables lie scattered over megabytes. Its size is fixed (8 MB): a new word displaces the one of
/// two that was not asked for last. A word is told by the 64 bits of its hash alone, so that a line
/// of memory holds both: among the million different words of a large archive the odds that any two
/// share a hash are one in thirty million. Used by one thread at a time.
class WordMemo {
 public:
  WordMemo() : pairs_(kPairs) {}

  /// Tells a word: what facts() and bring_near() take.
  [[nodiscard]] static std::uint64_t hash(std::string_view form);

  /// Begins to fetch from memory what facts() will ask for a few words later.
  void bring_near(std::uint64_t hash) const { __builtin_prefetch(&pairs_[hash % kPairs]); }

  /// `work_out()` gives the facts of the word of this hash where it is not remembered.
  template <typename WorkOut>
  [[nodiscard]] const WordFacts& facts(std::uint64_t hash, WorkOut&& work_out) {
    auto& [last, other] = pairs_[hash % kPairs].slots;
    if (last.hash == hash) return last.facts;
    std::swap(last, other);
    if (last.hash != hash) last = {hash, work_out()};
    return last.facts;
  }

 private:
  static constexpr std::size_t kPairs = std::size_t{1} << 17;
  static constexpr std::size_t kLineBytes = 64;
  struct Slot {
    std::uint64_t hash = 0;  ///< 0: nothing is kept here; the empty word is no word
    WordFacts facts;
  };
  struct alignas(kLineBytes) Pair {
    std::array<Slot, 2> slots;  ///< the one that was asked for last in front
  };
  static_assert(sizeof(Pair) == kLineBytes);

  std::vector<Pair> pairs_;
};

/// What one thread remembers of the statements it read.
struct Memo {
  WordMemo words;
  PostMemo posts;
};

/// Lends memos, as many as there are threads that work at once. Safe from several threads.
class Memos {
 public:
  /// A memo until the end of the scope.
  class Loan {
   public:
    explicit Loan(Memos& lender) : lender_(lender), memo_(lender.take()) {}
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    Loan(Loan&&) = delete;
    Loan& operator=(Loan&&) = delete;
    ~Loan() { lender_.give_back(std::move(memo_)); }
    [[nodiscard]] Memo& operator*() const { return *memo_; }
    [[nodiscard]] Memo* operator->() const { return memo_.get(); }

   private:
    Memos& lender_;
    std::unique_ptr<Memo> memo_;
  };

 private:
  std::unique_ptr<Memo> take();
  void give_back(std::unique_ptr<Memo> memo) noexcept;

  std::mutex mutex_;
  std::vector<std::unique_ptr<Memo>> idle_;
};

}  // namespace bayan::entity
