#include "common/index/glass/value_streams.h"

#include <algorithm>

#include "common/base/bytes.h"
#include "common/index/glass/packing.h"

namespace bayan::index::glass {
namespace {

/// Where a chunk ends; Xapian's own bound.
constexpr std::size_t kChunkBytes = 2000;

/// The slot as the last part of a key: low byte first, without zeros.
std::string figures_key(Xapian::valueno slot) {
  std::string key("\0\xD0", 2);
  for (; slot != 0; slot >>= 8) key += static_cast<char>(slot);
  return key;
}

std::string chunk_key(Xapian::valueno slot, Xapian::docid first) {
  std::string key("\0\xD8", 2);
  append_varint(key, slot);
  append_sortable(key, first);
  return key;
}

}  // namespace

void ValueStreams::add(Xapian::valueno slot_number, Xapian::docid document,
                       std::string_view value) {
  Slot& slot = slots_[slot_number];
  if (slot.count == 0 || value < slot.least) slot.least = value;
  if (slot.count == 0 || value > slot.most) slot.most = value;
  ++slot.count;
  if (slot.chunks.empty() || slot.chunks.back().tag.size() >= kChunkBytes) {
    slot.chunks.push_back({document, {}});
  } else {
    append_varint(slot.chunks.back().tag, document - slot.last - 1);
  }
  append_string(slot.chunks.back().tag, value);
  slot.last = document;
}

void ValueStreams::write(TableWriter& table) {
  // Keys of figures rise with their bytes, not with the numbers of the slots.
  std::map<std::string, std::string> figures;
  for (const auto& [number, slot] : slots_) {
    std::string& tag = figures[figures_key(number)];
    append_varint(tag, slot.count);
    append_string(tag, slot.least);
    if (slot.most != slot.least) tag += slot.most;
  }
  for (const auto& [key, tag] : figures) table.add(key, tag);
  std::map<std::string, const std::string*> chunks;
  for (const auto& [number, slot] : slots_) {
    for (const Chunk& chunk : slot.chunks) chunks[chunk_key(number, chunk.first)] = &chunk.tag;
  }
  for (const auto& [key, tag] : chunks) table.add(key, *tag);
}

}  // namespace bayan::index::glass
