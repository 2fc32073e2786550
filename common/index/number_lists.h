#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <ranges>
#include <vector>

namespace bayan::index {

/// Lists of numbers by number, eight bytes an entry: what maps of vectors would take several times
/// as much for when most lists have one entry.
///
///   lists.add(stem, form); …; lists.sort();
///   for (const std::uint32_t form : lists.of(stem)) …
class NumberLists {
 public:
  void add(std::uint32_t key, std::uint32_t value) { entries_.push_back({key, value}); }

  /// Call once all are added and before reading; values rise then, each once.
  void sort() {
    std::ranges::sort(entries_);
    const auto rest = std::ranges::unique(entries_);
    entries_.erase(rest.begin(), rest.end());
    entries_.shrink_to_fit();
  }

  /// The values of `key`, rising.
  [[nodiscard]] auto of(std::uint32_t key) const {
    return std::ranges::equal_range(entries_, key, {}, &Entry::key) |
           std::views::transform(&Entry::value);
  }

  /// Calls `visit(key)` for each key, rising.
  template <typename Visit>
  void for_each_key(Visit&& visit) const {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (i == 0 || entries_[i].key != entries_[i - 1].key) visit(entries_[i].key);
    }
  }

 private:
  struct Entry {
    std::uint32_t key;
    std::uint32_t value;
    auto operator<=>(const Entry&) const = default;
  };
  std::vector<Entry> entries_;
};

}  // namespace bayan::index
