#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <mutex>
#include <string_view>
#include <vector>

/// Where the statements of a run ended up. One id is one statement: of several with one id the last
/// in the input holds, and all sources that it stood in are listed.
namespace bayan::indexer {

/// 128 bits of XXH3 stand for an id, so that a million statements take 64 MB here.
struct IdHash {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  friend auto operator<=>(const IdHash&, const IdHash&) = default;
};
[[nodiscard]] IdHash hash_of_id(std::string_view id);

/// In place of a segment's number: the index before.
inline constexpr std::uint32_t kIndexBefore = 0xFFFFFFFF;

/// One statement met.
struct StatementEvent {
  IdHash id;
  std::uint64_t sequence = 0;  ///< place in the input; 0: not met, but held by `source` from before
  std::uint64_t content = 0;   ///< content fingerprint
  std::uint64_t copy = 0;      ///< copy hash where it has no id of its own, else 0
  std::uint64_t url = 0;       ///< url_hash()
  std::uint32_t segment = kIndexBefore;
  Xapian::docid document = 0;
  Xapian::docid indexed_as = 0;  ///< document of the index before with this id; 0 if none
  std::uint32_t source = 0;
};

/// What became of all of them.
struct Resolution {
  struct Place {
    std::uint32_t segment;
    Xapian::docid document;
  };
  /// A new statement: its place, and the document of the index before that it replaces or 0.
  struct Kept {
    Place place;
    Xapian::docid replaces;
    std::uint32_t older_here;  ///< versions with other content that this very run replaced
    std::uint64_t sequence;
    std::uint64_t url;
  };
  /// A statement met in several sources, the last read at the end.
  struct Shared {
    IdHash id;
    Place place;
    std::vector<std::uint32_t> sources;
  };
  /// A new statement without an id of its own.
  struct Copy {
    std::uint64_t hash;
    std::uint64_t sequence;
    Place place;
    std::vector<std::uint32_t> sources;
  };
  [[nodiscard]] static bool is_before(const Place& a, const Place& b) {
    return a.segment != b.segment ? a.segment < b.segment : a.document < b.document;
  }
  std::vector<Kept> kept;         ///< sorted by place
  std::vector<Place> superseded;  ///< documents of segments that must go, sorted by place
  std::vector<Shared> shared;     ///< sorted by id
  std::vector<Copy> copies;       ///< sorted by hash and sequence
  std::uint64_t replaced_count = 0;
  std::uint64_t copy_count = 0;  ///< of `superseded`, those that are exact copies of others
};

/// Collects events; safe from several threads.
class StatementPlaces {
 public:
  void note(const StatementEvent& event);
  /// Call when all are noted; leaves nothing behind. `was_read(source)`: of a source that was read
  /// whole in this run only what was met counts, not what it held before.
  [[nodiscard]] Resolution resolve(const std::function<bool(std::uint32_t)>& was_read);

 private:
  std::mutex mutex_;
  std::vector<StatementEvent> events_;
};

}  // namespace bayan::indexer
