#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>
#include <utility>
#include <vector>

#include "common/entity/word_class.h"

namespace bayan::entity {

/// What the tables of the recognisers say of a word, wherever it stands.
struct WordFacts {
  WordInfo info;
  std::uint32_t count = 0;  ///< in the lexicon
  std::uint8_t roles = 0;   ///< WordRole
};

/// Remembers the facts of the words met last: most words of a text were met shortly before, and the
/// tables lie scattered over megabytes. Its size is fixed (6 MB): a new word displaces the one of
/// two that was not asked for last. A long word is worked out each time. Used by one thread at a
/// time.
class WordMemo {
 public:
  WordMemo() : pairs_(kPairs) {}

  /// Where a word is kept: `hash` of facts() and bring_near().
  [[nodiscard]] static std::size_t hash(std::string_view form);

  /// Begins to fetch from memory what facts() will ask for a few words later.
  void bring_near(std::size_t hash) const;

  /// `work_out(form)` gives the facts of a word that is not remembered.
  template <typename WorkOut>
  [[nodiscard]] WordFacts facts(std::string_view form, std::size_t hash, WorkOut&& work_out) {
    if (form.size() > kMostBytes) return work_out(form);
    auto& [last, other] = pairs_[hash % kPairs];
    if (last.form() == form) return last.facts;
    std::swap(last, other);
    if (last.form() != form) {
      last.facts = work_out(form);
      last.keep(form);
    }
    return last.facts;
  }

 private:
  static constexpr std::size_t kPairs = std::size_t{1} << 16;
  static constexpr std::size_t kMostBytes = 31;
  struct Slot {
    [[nodiscard]] std::string_view form() const { return {letters.data(), byte_count}; }
    void keep(std::string_view form);
    std::uint8_t byte_count = 0;  ///< 0: nothing is kept here
    std::array<char, kMostBytes> letters{};
    WordFacts facts;
  };
  using Pair = std::array<Slot, 2>;  ///< the one that was asked for last in front

  std::vector<Pair> pairs_;
};

/// Lends memos, as many as there are threads that work at once. Safe from several threads.
class WordMemos {
 public:
  /// A memo until the end of the scope.
  class Loan {
   public:
    explicit Loan(WordMemos& lender) : lender_(lender), memo_(lender.take()) {}
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    Loan(Loan&&) = delete;
    Loan& operator=(Loan&&) = delete;
    ~Loan() { lender_.give_back(std::move(memo_)); }
    [[nodiscard]] WordMemo& operator*() const { return *memo_; }

   private:
    WordMemos& lender_;
    std::unique_ptr<WordMemo> memo_;
  };

 private:
  std::unique_ptr<WordMemo> take();
  void give_back(std::unique_ptr<WordMemo> memo) noexcept;

  std::mutex mutex_;
  std::vector<std::unique_ptr<WordMemo>> idle_;
};

}  // namespace bayan::entity
