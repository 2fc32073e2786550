#include "common/index/statement_columns.h"

#include <algorithm>
#include <cstring>

namespace bayan::index {
namespace {

/// A value's eight bytes as a number, for comparing alone; 0 where it is not eight long.
std::uint64_t number_of(const std::string& value) {
  std::uint64_t number = 0;
  if (value.size() == sizeof number) std::memcpy(&number, value.data(), sizeof number);
  return number;
}

}  // namespace

void StatementColumns::load_lengths(const DocumentSet& documents) const {
  constexpr float kNotRead = -1;
  if (lengths_.empty()) lengths_.resize(size(), kNotRead);
  documents.for_each([&](Xapian::docid id) {
    float& length = lengths_[id];
    if (length < 0) length = static_cast<float>(statements_.get_doclength(id));
  });
}

std::uint64_t StatementColumns::cluster(Xapian::docid id) const {
  if (clusters_.empty()) {
    std::vector<std::uint64_t> clusters(size());
    const auto end = statements_.valuestream_end(kClusterSlot);
    for (auto it = statements_.valuestream_begin(kClusterSlot); it != end; ++it) {
      // Of a damaged index anything may be said.
      if (it.get_docid() < clusters.size()) clusters[it.get_docid()] = number_of(*it);
    }
    clusters_ = std::move(clusters);
  }
  return clusters_[id];
}

void StatementColumns::load_entities(Slot slot, const DocumentSet& documents,
                                     const EntityTable& table) const {
  Entities& column = entities_[slot];
  if (column.place.empty()) {
    column.place.resize(size(), Entities::kUnknown);
    // Memory that is not touched costs nothing, moving what was read does.
    constexpr std::size_t kLikelyIds = 8;
    column.pool.reserve(kLikelyIds * size());
    column.pool = {0, 0};  // kUnknown and kNone hold no ids
  }
  const std::vector<std::uint32_t>& entity_ids = table.entity_ids();
  auto value = statements_.valuestream_begin(slot);
  const auto end = statements_.valuestream_end(slot);
  std::vector<std::uint32_t> ids;
  documents.for_each([&](Xapian::docid id) {
    std::uint32_t& place = column.place[id];
    if (place != Entities::kUnknown) return;
    ids.clear();
    if (value != end && value.get_docid() < id) value.skip_to(id);
    if (value != end && value.get_docid() == id) {
      for_each_id(*value, [&](std::uint32_t key) {
        const std::uint32_t entity = key < entity_ids.size() ? entity_ids[key] : 0;
        if (entity != 0 && std::ranges::find(ids, entity) == ids.end()) ids.push_back(entity);
      });
    }
    // Nothing is noted of a statement before Xapian has given all that it has to give.
    place = ids.empty() ? Entities::kNone : static_cast<std::uint32_t>(column.pool.size());
    if (ids.empty()) return;
    column.pool.push_back(static_cast<std::uint32_t>(ids.size()));
    column.pool.insert(column.pool.end(), ids.begin(), ids.end());
  });
}

}  // namespace bayan::index
