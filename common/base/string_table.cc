#include "common/base/string_table.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <limits>
#include <stdexcept>
#include <string>

#include "common/base/bytes.h"

namespace bayan {
namespace {

constexpr unsigned kOffsetBits = 16;
constexpr std::size_t kPieceBytes = std::size_t{1} << kOffsetBits;
constexpr std::size_t kMostPieces = std::size_t{1} << (32 - kOffsetBits);
constexpr std::size_t kFewestSlots = 16;

std::size_t hash_of(std::string_view text) { return std::hash<std::string_view>{}(text); }

/// Of the bits that choose no slot.
std::uint8_t tag_of(std::size_t hash) {
  constexpr unsigned kTagBits = 8;
  constexpr auto kShift =
      static_cast<unsigned>(std::numeric_limits<std::size_t>::digits) - kTagBits;
  return static_cast<std::uint8_t>(std::max<std::size_t>(hash >> kShift, 1));
}

}  // namespace

std::uint32_t StringTable::add(std::string_view text) {
  make_room();
  const std::size_t hash = hash_of(text);
  const std::size_t slot = slot_of(text, hash);
  if (tags_[slot] == 0) {
    places_.push_back(store(text));
    slots_[slot] = size() - 1;
    tags_[slot] = tag_of(hash);
  }
  return slots_[slot];
}

std::optional<std::uint32_t> StringTable::find(std::string_view text) const {
  if (slots_.empty()) return std::nullopt;
  const std::size_t slot = slot_of(text, hash_of(text));
  return tags_[slot] == 0 ? std::nullopt : std::optional(slots_[slot]);
}

std::string_view StringTable::at(std::uint32_t number) const {
  const std::uint32_t place = places_[number];
  const char* at = pieces_[place >> kOffsetBits].get() + (place & (kPieceBytes - 1));
  std::size_t byte_size = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(*at++);
    byte_size |= static_cast<std::size_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return {at, byte_size};
  }
}

std::size_t StringTable::slot_of(std::string_view text, std::size_t hash) const {
  const std::size_t last = slots_.size() - 1;
  const std::uint8_t tag = tag_of(hash);
  std::size_t slot = hash & last;
  while (tags_[slot] != 0 && (tags_[slot] != tag || at(slots_[slot]) != text)) {
    slot = (slot + 1) & last;
  }
  return slot;
}

/// At most three slots in four are taken.
void StringTable::make_room() {
  if ((places_.size() + 1) * 4 <= slots_.size() * 3) return;
  const std::size_t slot_count = std::max(kFewestSlots, slots_.size() * 2);
  slots_.assign(slot_count, 0);
  tags_.assign(slot_count, 0);
  for (std::uint32_t number = 0; number < size(); ++number) {
    const std::size_t hash = hash_of(at(number));
    std::size_t slot = hash & (slot_count - 1);  // all strings are distinct
    while (tags_[slot] != 0) slot = (slot + 1) & (slot_count - 1);
    slots_[slot] = number;
    tags_[slot] = tag_of(hash);
  }
}

/// A string that is longer than a piece has one of its own.
std::uint32_t StringTable::store(std::string_view text) {
  std::string head;
  append_varint(head, text.size());
  const std::size_t wanted = head.size() + text.size();
  if (piece_size_ - piece_used_ < wanted) {
    if (pieces_.size() == kMostPieces) throw std::length_error("a table of strings is full");
    piece_size_ = std::max(kPieceBytes, wanted);
    piece_used_ = 0;
    pieces_.push_back(std::make_unique_for_overwrite<char[]>(piece_size_));
  }
  const auto piece = static_cast<std::uint32_t>(pieces_.size() - 1);
  const auto place = piece << kOffsetBits | static_cast<std::uint32_t>(piece_used_);
  char* to = pieces_.back().get() + piece_used_;
  std::memcpy(to, head.data(), head.size());
  if (!text.empty()) std::memcpy(to + head.size(), text.data(), text.size());
  piece_used_ += wanted;
  return place;
}

}  // namespace bayan
