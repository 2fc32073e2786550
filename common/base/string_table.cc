#include "common/base/string_table.h"

#define XXH_INLINE_ALL  // words are short: a call costs more than the hash
#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>
#include <string>

#include "common/base/bytes.h"

namespace bayan {
namespace {

constexpr unsigned kOffsetBits = 16;
constexpr std::size_t kPieceBytes = std::size_t{1} << kOffsetBits;
constexpr std::size_t kMostPieces = std::size_t{1} << (32 - kOffsetBits);
constexpr std::size_t kFewestSlots = 16;

std::uint32_t hash_of(std::string_view text) {
  return static_cast<std::uint32_t>(XXH3_64bits(text.data(), text.size()));
}

/// Of the bits that choose no slot, but in a table of millions.
std::uint8_t tag_of(std::uint32_t hash) { return static_cast<std::uint8_t>(hash >> 24 | 1); }

void bring_near(const void* address) { __builtin_prefetch(address); }

}  // namespace

std::uint32_t StringTable::add(std::string_view text) { return add(text, hash_of(text)); }

std::uint32_t StringTable::add(std::string_view text, std::uint32_t hash) {
  // at most three slots in four are taken
  if ((places_.size() + 1) * 4 > slots_.size() * 3) {
    rehash(std::max(kFewestSlots, slots_.size() * 2));
  }
  const std::size_t slot = slot_of(text, hash);
  if (tags_[slot] != 0) return number_at(slots_[slot]);
  const std::uint32_t place = store(text, size());
  places_.push_back(place);
  slots_[slot] = place;
  tags_[slot] = tag_of(hash);
  return size() - 1;
}

void StringTable::add_all(std::span<const std::string_view> texts,
                          std::vector<std::uint32_t>& numbers) {
  reserve(size() + 1);
  const std::size_t last = slots_.size() - 1;
  hashes_.clear();
  for (const std::string_view text : texts) {
    const std::uint32_t hash = hashes_.emplace_back(hash_of(text));
    bring_near(&tags_[hash & last]);
    bring_near(&slots_[hash & last]);
  }
  // Most strings stand in their first slot. Where one does not, what comes near is not needed.
  for (const std::uint32_t hash : hashes_) {
    if (tags_[hash & last] != 0) bring_near(bytes_at(slots_[hash & last]));
  }
  numbers.clear();
  for (std::size_t i = 0; i < texts.size(); ++i) numbers.push_back(add(texts[i], hashes_[i]));
}

void StringTable::reserve(std::size_t count) {
  std::size_t slot_count = std::max(kFewestSlots, slots_.size());
  while (slot_count * 3 < count * 4) slot_count *= 2;
  places_.reserve(count);
  if (slot_count > slots_.size()) rehash(slot_count);
}

std::optional<std::uint32_t> StringTable::find(std::string_view text) const {
  if (slots_.empty()) return std::nullopt;
  const std::size_t slot = slot_of(text, hash_of(text));
  return tags_[slot] == 0 ? std::nullopt : std::optional(number_at(slots_[slot]));
}

/// A string's record: its number, so that finding one reads no list by number; its size; its bytes.
const char* StringTable::bytes_at(std::uint32_t place) const {
  return pieces_[place >> kOffsetBits].get() + (place & (kPieceBytes - 1));
}

std::uint32_t StringTable::number_at(std::uint32_t place) const {
  std::uint32_t number = 0;
  std::memcpy(&number, bytes_at(place), sizeof number);
  return number;
}

std::string_view StringTable::string_at(std::uint32_t place) const {
  const char* at = bytes_at(place) + sizeof place;
  std::size_t byte_size = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(*at++);
    byte_size |= static_cast<std::size_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return {at, byte_size};
  }
}

std::string_view StringTable::at(std::uint32_t number) const { return string_at(places_[number]); }

std::size_t StringTable::slot_of(std::string_view text, std::uint32_t hash) const {
  const std::size_t last = slots_.size() - 1;
  const std::uint8_t tag = tag_of(hash);
  std::size_t slot = hash & last;
  while (tags_[slot] != 0 && (tags_[slot] != tag || string_at(slots_[slot]) != text)) {
    slot = (slot + 1) & last;
  }
  return slot;
}

void StringTable::rehash(std::size_t slot_count) {
  slots_.assign(slot_count, 0);
  tags_.assign(slot_count, 0);
  for (const std::uint32_t place : places_) {
    const std::uint32_t hash = hash_of(string_at(place));
    std::size_t slot = hash & (slot_count - 1);  // all strings are distinct
    while (tags_[slot] != 0) slot = (slot + 1) & (slot_count - 1);
    slots_[slot] = place;
    tags_[slot] = tag_of(hash);
  }
}

/// A string that is longer than a piece has one of its own.
std::uint32_t StringTable::store(std::string_view text, std::uint32_t number) {
  std::string head(reinterpret_cast<const char*>(&number), sizeof number);
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
