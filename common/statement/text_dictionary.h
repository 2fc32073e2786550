#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

struct ZSTD_CDict_s;

/// Statements are stored one by one, and of an archive they say much the same: a dictionary of
/// Zstandard, trained on its first statements, spares each of them a fourth of its bytes
/// (tools/bench/INDEX-FORMAT.md). Each stored form names the dictionary that it needs, if any.
namespace bayan::statement {

/// The dictionary that the encoders of one index share. Safe from several threads.
class SharedDictionary {
 public:
  /// Learns it from the first records that get() is shown.
  SharedDictionary() = default;
  /// One that the index has; learns one where `bytes` are none.
  explicit SharedDictionary(std::string bytes);
  ~SharedDictionary();
  SharedDictionary(const SharedDictionary&) = delete;
  SharedDictionary& operator=(const SharedDictionary&) = delete;

  /// For compressing `record`; nullptr where none is known yet.
  [[nodiscard]] const ZSTD_CDict_s* get(std::string_view record);

  /// What a reader needs; empty where none is known yet.
  [[nodiscard]] std::string bytes() const;

 private:
  void use(std::string bytes);
  void learn(std::string_view record);

  mutable std::mutex mutex_;
  std::atomic<const ZSTD_CDict_s*> compiled_ = nullptr;  ///< set once; owned
  std::string bytes_;
  std::uint32_t seen_ = 0;
  std::string samples_;
  std::vector<std::size_t> sample_sizes_;
};

/// The number under which stored forms name a dictionary; 0 where `bytes` are none.
[[nodiscard]] std::uint32_t dictionary_id(std::string_view bytes);

}  // namespace bayan::statement
