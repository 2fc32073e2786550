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
/// three that was not asked for longest. A word is told by the 64 bits of its hash alone, so that a
/// line of memory holds three: among the million different words of a large archive the odds that
/// any two share a hash are one in thirty million. Used by one thread at a time.
class WordMemo {
 public:
  WordMemo() : lines_(kLines) {}

  /// Tells a word: what facts() and bring_near() take.
  [[nodiscard]] static std::uint64_t hash(std::string_view form);

  /// Begins to fetch from memory what facts() will ask for a few words later.
  void bring_near(std::uint64_t hash) const { __builtin_prefetch(&lines_[hash % kLines]); }

  /// `work_out()` gives the facts of the word of this hash where it is not remembered.
  template <typename WorkOut>
  [[nodiscard]] WordFacts facts(std::uint64_t hash, WorkOut&& work_out) {
    Line& line = lines_[hash % kLines];
    if (line.hashes[0] == hash) return line.facts(0);
    const std::size_t place = line.hashes[1] == hash ? 1 : 2;
    const WordFacts found = line.hashes[place] == hash ? line.facts(place) : work_out();
    for (std::size_t i = place; i > 0; --i) line.keep(i, line.hashes[i - 1], line.facts(i - 1));
    line.keep(0, hash, found);
    return found;
  }

 private:
  static constexpr std::size_t kLines = std::size_t{1} << 17;
  static constexpr std::size_t kLineBytes = 64;
  static constexpr std::size_t kWords = 3;
  /// The words that share a line, the one that was asked for last in front.
  struct alignas(kLineBytes) Line {
    std::array<std::uint64_t, kWords> hashes{};  ///< 0: nothing is kept here
    std::array<WordInfo, kWords> infos;
    std::array<std::uint32_t, kWords> counts;
    std::array<std::uint8_t, kWords> roles;

    [[nodiscard]] WordFacts facts(std::size_t i) const { return {infos[i], counts[i], roles[i]}; }
    void keep(std::size_t i, std::uint64_t hash, const WordFacts& facts) {
      hashes[i] = hash;
      infos[i] = facts.info;
      counts[i] = facts.count;
      roles[i] = facts.roles;
    }
  };
  static_assert(sizeof(Line) == kLineBytes);

  std::vector<Line> lines_;
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
