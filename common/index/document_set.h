#pragma once

#include <xapian.h>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace bayan::index {

/// A set of statements of one index, a bit for each id that the index has given out.
class DocumentSet {
 public:
  DocumentSet() = default;
  /// Empty, for ids from 1 to `last`.
  explicit DocumentSet(Xapian::docid last) : words_(last / kBits + 1) {}

  /// `id` is at most `last`.
  void insert(Xapian::docid id) { words_[id / kBits] |= std::uint64_t{1} << (id % kBits); }
  [[nodiscard]] bool contains(Xapian::docid id) const {
    return id / kBits < words_.size() && (words_[id / kBits] >> (id % kBits) & 1U) != 0;
  }
  [[nodiscard]] bool empty() const {
    return std::ranges::all_of(words_, [](std::uint64_t word) { return word == 0; });
  }
  [[nodiscard]] std::size_t count() const {
    std::size_t count = 0;
    for (const std::uint64_t word : words_) count += static_cast<std::size_t>(std::popcount(word));
    return count;
  }

  /// Both sets are of one index.
  void unite(const DocumentSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  }
  void intersect(const DocumentSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  }
  void subtract(const DocumentSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
  }

  /// Calls `visit(id)` for each, rising.
  template <typename Visit>
  void for_each(Visit&& visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1) {
        visit(
            static_cast<Xapian::docid>(i * kBits + static_cast<unsigned>(std::countr_zero(word))));
      }
    }
  }
  [[nodiscard]] std::vector<Xapian::docid> ids() const {
    std::vector<Xapian::docid> ids;
    ids.reserve(count());
    for_each([&](Xapian::docid id) { ids.push_back(id); });
    return ids;
  }

 private:
  static constexpr std::size_t kBits = 64;
  std::vector<std::uint64_t> words_;
};

}  // namespace bayan::index
