#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace bayan::indexer {

/// A queue between stages that holds a bounded weight (bytes, here), so that a fast reader waits
/// for its workers and memory stays flat whatever the archive's size. Safe from several threads.
template <typename T>
class BoundedQueue {
 public:
  explicit BoundedQueue(std::size_t most_weight) : most_weight_(most_weight) {}

  /// Waits for room. An item heavier than the bound goes in alone. False when the queue was closed.
  bool push(T item, std::size_t weight) {
    std::unique_lock lock(mutex_);
    has_room_.wait(lock,
                   [&] { return closed_ || items_.empty() || weight_ + weight <= most_weight_; });
    if (closed_) return false;
    weight_ += weight;
    items_.emplace_back(std::move(item), weight);
    has_items_.notify_one();
    return true;
  }

  /// Waits for an item; nothing when the queue is closed and empty.
  std::optional<T> pop() {
    std::unique_lock lock(mutex_);
    has_items_.wait(lock, [&] { return closed_ || !items_.empty(); });
    if (items_.empty()) return std::nullopt;
    T item = std::move(items_.front().first);
    weight_ -= items_.front().second;
    items_.pop_front();
    has_room_.notify_all();
    return item;
  }

  /// No more items come in; what is there is still handed out.
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    has_items_.notify_all();
    has_room_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable has_room_;
  std::condition_variable has_items_;
  std::deque<std::pair<T, std::size_t>> items_;
  std::size_t most_weight_;
  std::size_t weight_ = 0;
  bool closed_ = false;
};

}  // namespace bayan::indexer
