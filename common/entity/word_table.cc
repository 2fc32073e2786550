#include "common/entity/word_table.h"

#define XXH_INLINE_ALL  // words are short: a call costs more than the hash
#include <xxhash.h>

#include <utility>

namespace bayan::entity {
namespace {

std::uint32_t hash_of(std::string_view word) {
  return static_cast<std::uint32_t>(XXH3_64bits(word.data(), word.size()));
}

/// Bits that say nothing of the slot.
std::uint8_t tag_of(std::uint32_t hash) { return static_cast<std::uint8_t>(hash >> 24 | 1); }

void bring_near(const void* address) { __builtin_prefetch(address); }

constexpr std::size_t kFirstSlots = 64;

}  // namespace

WordTable::WordTable() : slots_(kFirstSlots), tags_(kFirstSlots, 0) {}

std::string_view WordTable::word(std::uint32_t number) const {
  const Piece& piece = words_[number];
  return std::string_view(letters_).substr(piece.offset, piece.byte_count);
}

/// Where the word stands, or the empty slot where it would.
std::size_t WordTable::slot_of(std::string_view word, std::uint32_t hash) const {
  const std::uint8_t tag = tag_of(hash);
  std::size_t slot = hash & mask();
  for (; tags_[slot] != 0; slot = (slot + 1) & mask()) {
    if (tags_[slot] == tag && slots_[slot].hash == hash && this->word(slots_[slot].number) == word)
      break;
  }
  return slot;
}

std::optional<std::uint32_t> WordTable::find(std::string_view word) const {
  const std::size_t slot = slot_of(word, hash_of(word));
  if (tags_[slot] == 0) return std::nullopt;
  return slots_[slot].number;
}

std::uint32_t WordTable::add(std::string_view word) { return add(word, hash_of(word)); }

std::uint32_t WordTable::add(std::string_view word, std::uint32_t hash) {
  const std::size_t slot = slot_of(word, hash);
  if (tags_[slot] != 0) return slots_[slot].number;
  const auto number = static_cast<std::uint32_t>(words_.size());
  words_.push_back(
      {static_cast<std::uint32_t>(letters_.size()), static_cast<std::uint32_t>(word.size())});
  letters_ += word;
  slots_[slot] = {number, hash};
  tags_[slot] = tag_of(hash);
  if (words_.size() * 2 > slots_.size()) rehash(slots_.size() * 2);
  return number;
}

void WordTable::add_all(std::span<const std::string_view> words,
                        std::vector<std::uint32_t>& numbers) {
  hashes_.clear();
  for (const std::string_view word : words) {
    const std::uint32_t hash = hashes_.emplace_back(hash_of(word));
    bring_near(&tags_[hash & mask()]);
    bring_near(&slots_[hash & mask()]);
  }
  // Most words stand in their first slot. Where one does not, what comes near is not needed.
  const auto likely = [this](std::uint32_t hash) -> const Piece* {
    const std::size_t slot = hash & mask();
    return tags_[slot] == 0 ? nullptr : &words_[slots_[slot].number];
  };
  for (const std::uint32_t hash : hashes_) bring_near(likely(hash));
  for (const std::uint32_t hash : hashes_) {
    if (const Piece* piece = likely(hash)) bring_near(letters_.data() + piece->offset);
  }
  numbers.clear();
  for (std::size_t i = 0; i < words.size(); ++i) numbers.push_back(add(words[i], hashes_[i]));
}

void WordTable::reserve(std::size_t word_count) {
  std::size_t slot_count = slots_.size();
  while (slot_count < word_count * 2) slot_count *= 2;
  words_.reserve(word_count);
  if (slot_count > slots_.size()) rehash(slot_count);
}

void WordTable::rehash(std::size_t slot_count) {
  const std::vector<Slot> slots = std::exchange(slots_, std::vector<Slot>(slot_count));
  const std::vector<std::uint8_t> tags =
      std::exchange(tags_, std::vector<std::uint8_t>(slot_count, 0));
  for (std::size_t i = 0; i < slots.size(); ++i) {
    if (tags[i] == 0) continue;
    std::size_t slot = slots[i].hash & mask();
    while (tags_[slot] != 0) slot = (slot + 1) & mask();
    slots_[slot] = slots[i];
    tags_[slot] = tags[i];
  }
}

}  // namespace bayan::entity
