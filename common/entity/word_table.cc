#include "common/entity/word_table.h"

#include <xxhash.h>

#include <utility>

namespace bayan::entity {
namespace {

std::uint32_t hash_of(std::string_view word) {
  return static_cast<std::uint32_t>(XXH3_64bits(word.data(), word.size()));
}

constexpr std::size_t kFirstSlots = 64;

}  // namespace

WordTable::WordTable() : slots_(kFirstSlots) {}

std::string_view WordTable::word(std::uint32_t number) const {
  const Piece& piece = words_[number];
  return std::string_view(letters_).substr(piece.offset, piece.byte_count);
}

/// Where the word stands, or the empty slot where it would.
std::size_t WordTable::slot_of(std::string_view word, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  while (slots_[slot].number_and_one != 0) {
    if (slots_[slot].hash == hash && this->word(slots_[slot].number_and_one - 1) == word) break;
    slot = (slot + 1) & mask;
  }
  return slot;
}

std::optional<std::uint32_t> WordTable::find(std::string_view word) const {
  const Slot& slot = slots_[slot_of(word, hash_of(word))];
  if (slot.number_and_one == 0) return std::nullopt;
  return slot.number_and_one - 1;
}

std::uint32_t WordTable::add(std::string_view word) {
  const std::uint32_t hash = hash_of(word);
  const std::size_t slot = slot_of(word, hash);
  if (slots_[slot].number_and_one != 0) return slots_[slot].number_and_one - 1;
  const auto number = static_cast<std::uint32_t>(words_.size());
  words_.push_back(
      {static_cast<std::uint32_t>(letters_.size()), static_cast<std::uint32_t>(word.size())});
  letters_ += word;
  slots_[slot] = {number + 1, hash};
  if (words_.size() * 2 > slots_.size()) rehash(slots_.size() * 2);
  return number;
}

void WordTable::reserve(std::size_t word_count) {
  std::size_t slot_count = slots_.size();
  while (slot_count < word_count * 2) slot_count *= 2;
  words_.reserve(word_count);
  if (slot_count > slots_.size()) rehash(slot_count);
}

void WordTable::rehash(std::size_t slot_count) {
  const std::vector<Slot> before = std::exchange(slots_, std::vector<Slot>(slot_count));
  const std::size_t mask = slot_count - 1;
  for (const Slot& moved : before) {
    if (moved.number_and_one == 0) continue;
    std::size_t slot = moved.hash & mask;
    while (slots_[slot].number_and_one != 0) slot = (slot + 1) & mask;
    slots_[slot] = moved;
  }
}

}  // namespace bayan::entity
