#include "indexer/near_duplicates.h"

#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <numeric>

#include "common/index/schema.h"
#include "common/text/sketch.h"

namespace bayan::indexer {
namespace {

constexpr std::size_t kBandBins = 3;
constexpr std::size_t kBands = text::kSketchBins / kBandBins;

/// With how many of those behind it, in sorted order, a sketch is compared that shares a band with
/// it. More share one only where somebody made it so; then time stays linear.
constexpr std::size_t kMostCompared = 64;

/// Disjoint sets; the lowest place stands for its set.
class Sets {
 public:
  explicit Sets(std::size_t count) : parents_(count) {
    std::iota(parents_.begin(), parents_.end(), 0U);
  }
  std::uint32_t find(std::uint32_t place) {
    while (parents_[place] != place) {
      parents_[place] = parents_[parents_[place]];
      place = parents_[place];
    }
    return place;
  }
  void unite(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    parents_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parents_;
};

std::uint32_t band_of(const std::string& sketch, std::size_t band) {
  std::uint32_t key = 0;
  std::memcpy(&key, sketch.data() + band * kBandBins, kBandBins);
  return key;
}

/// Unites near sketches out of `places`, which are sorted by sketch and hold each sketch once.
void unite_near(const std::vector<std::string>& sketches, const std::vector<std::uint32_t>& places,
                std::size_t band, Sets& sets) {
  struct Entry {
    std::uint32_t key;
    std::uint32_t rank;  ///< in `places`
  };
  std::vector<Entry> entries;
  entries.reserve(places.size());
  for (std::uint32_t rank = 0; rank < places.size(); ++rank) {
    entries.push_back({band_of(sketches[places[rank]], band), rank});
  }
  std::ranges::stable_sort(entries, {}, &Entry::key);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::uint32_t here = places[entries[i].rank];
    const std::size_t end = std::min(entries.size(), i + 1 + kMostCompared);
    for (std::size_t j = i + 1; j < end && entries[j].key == entries[i].key; ++j) {
      const std::uint32_t there = places[entries[j].rank];
      if (sets.find(here) != sets.find(there) &&
          text::equal_bins(sketches[here], sketches[there]) >= kNearBins) {
        sets.unite(here, there);
      }
    }
  }
}

/// The statements that have a sketch.
struct Sketched {
  std::vector<Xapian::docid> documents;
  std::vector<std::string> sketches;
};

Sketched read_sketches(const Xapian::Database& statements) {
  Sketched sketched;
  const auto end = statements.valuestream_end(index::kSketchSlot);
  for (auto it = statements.valuestream_begin(index::kSketchSlot); it != end; ++it) {
    std::string sketch = *it;
    if (sketch.size() != text::kSketchBins) continue;
    sketched.documents.push_back(it.get_docid());
    sketched.sketches.push_back(std::move(sketch));
  }
  return sketched;
}

/// Eight bytes that stand for a cluster.
std::string cluster_value(const std::string& smallest_id) {
  XXH64_canonical_t bytes;
  XXH64_canonicalFromHash(&bytes, XXH3_64bits(smallest_id.data(), smallest_id.size()));
  return {reinterpret_cast<const char*>(bytes.digest), sizeof bytes.digest};
}

/// What the cluster slots must hold, by document.
std::map<Xapian::docid, std::string> wanted_values(const Xapian::Database& statements,
                                                   const Sketched& sketched) {
  const std::vector<std::uint32_t> clusters = cluster_sketches(sketched.sketches);
  std::map<std::uint32_t, std::vector<Xapian::docid>> members;
  for (std::uint32_t i = 0; i < clusters.size(); ++i) {
    // The lowest place comes first: it joins when there is a second.
    if (clusters[i] == i) continue;
    std::vector<Xapian::docid>& cluster = members[clusters[i]];
    if (cluster.empty()) cluster.push_back(sketched.documents[clusters[i]]);
    cluster.push_back(sketched.documents[i]);
  }
  std::map<Xapian::docid, std::string> wanted;
  for (const auto& [first, documents] : members) {
    std::string smallest;
    for (const Xapian::docid document : documents) {
      std::string id = statements.get_document(document).get_value(index::kIdSlot);
      if (smallest.empty() || id < smallest) smallest = std::move(id);
    }
    const std::string value = cluster_value(smallest);
    for (const Xapian::docid document : documents) wanted[document] = value;
  }
  return wanted;
}

/// Documents whose cluster slot is not what it must be, with what it must be; empty: nothing.
std::map<Xapian::docid, std::string> wrong_values(const Xapian::Database& statements,
                                                  std::map<Xapian::docid, std::string> wanted) {
  const auto end = statements.valuestream_end(index::kClusterSlot);
  for (auto it = statements.valuestream_begin(index::kClusterSlot); it != end; ++it) {
    const auto [place, is_new] = wanted.try_emplace(it.get_docid());
    if (!is_new && place->second == *it) wanted.erase(place);
  }
  return wanted;
}

}  // namespace

std::vector<std::uint32_t> cluster_sketches(const std::vector<std::string>& sketches) {
  Sets sets(sketches.size());
  std::vector<std::uint32_t> places(sketches.size());
  std::iota(places.begin(), places.end(), 0U);
  std::ranges::sort(places, [&](std::uint32_t a, std::uint32_t b) {
    return sketches[a] != sketches[b] ? sketches[a] < sketches[b] : a < b;
  });
  std::vector<std::uint32_t> distinct;
  for (const std::uint32_t place : places) {
    if (!distinct.empty() && sketches[distinct.back()] == sketches[place]) {
      sets.unite(distinct.back(), place);
    } else {
      distinct.push_back(place);
    }
  }
  for (std::size_t band = 0; band < kBands; ++band) unite_near(sketches, distinct, band, sets);
  for (std::uint32_t place = 0; place < places.size(); ++place) places[place] = sets.find(place);
  return places;
}

std::uint64_t update_clusters(Xapian::WritableDatabase& statements) {
  const auto wrong = wrong_values(statements, wanted_values(statements, read_sketches(statements)));
  for (const auto& [number, value] : wrong) {
    Xapian::Document document = statements.get_document(number);
    document.add_value(index::kClusterSlot, value);  // an empty one takes the slot away
    statements.replace_document(number, document);
  }
  return wrong.size();
}

}  // namespace bayan::indexer
