#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "common/index/schema.h"

/// Where a run keeps what it has finished, so that a run that was killed is not lost: the folder
/// `work` inside the index.
///
///   run.json           what the segments hang on: versions, the generation built upon
///   keys               entity keys in the order of their ids, behind those of the index before
///   segment-3/         a segment: a Xapian database of up to a thousand statements
///   segment-3.seal     written when the segment is finished: sizes and hashes of its files, and
///   how
///                      many keys it needs
///
/// A segment without a seal, or that differs from it, is thrown away. Nothing here is needed once
/// a run has published.
namespace bayan::indexer {

class WorkArea {
 public:
  struct Key {
    index::FieldId field;
    std::string key;
  };
  struct Segment {
    std::uint32_t number;
    std::filesystem::path path;
  };

  /// Takes over what an interrupted run left in `index` where it was written under the same
  /// `header`; else begins anew. The caller holds the index's lock.
  [[nodiscard]] static Result<WorkArea> open(const std::filesystem::path& index,
                                             const std::string& header);

  /// What was taken over: finished segments, checked, and the entity keys that they need.
  [[nodiscard]] const std::vector<Segment>& segments() const { return segments_; }
  [[nodiscard]] const std::vector<Key>& keys() const { return keys_; }

  /// Throws away what was taken over, for it does not fit the index.
  [[nodiscard]] Result<void> clear();

  [[nodiscard]] std::filesystem::path segment_path(std::uint32_t number) const;
  [[nodiscard]] const std::filesystem::path& directory() const { return directory_; }

  /// Writes down a key that got an id; safe from several threads.
  void note_key(index::FieldId field, std::string_view key);
  /// Writes down that a segment, closed and with all its keys noted, is finished. Safe likewise.
  [[nodiscard]] Result<void> seal(std::uint32_t number);

  /// Deletes the folder: the run has published.
  void remove();

 private:
  explicit WorkArea(std::filesystem::path directory);
  [[nodiscard]] Result<void> begin(const std::string& header);
  void take_over();

  std::filesystem::path directory_;
  std::vector<Segment> segments_;
  std::vector<Key> keys_;
  std::unique_ptr<std::mutex> mutex_ = std::make_unique<std::mutex>();
  std::string pending_keys_;     ///< noted, not yet written
  std::uint64_t key_count_ = 0;  ///< all that were noted
  std::uint64_t key_hash_ = 0;   ///< chained over all of them
};

}  // namespace bayan::indexer
