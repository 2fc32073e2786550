#include "common/base/string_table.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <numeric>
#include <stdexcept>
#include <string>

#include "common/base/bytes.h"

namespace bayan {
namespace {

constexpr unsigned kOffsetBits = 16;
constexpr std::size_t kPieceBytes = std::size_t{1} << kOffsetBits;
constexpr std::size_t kMostPieces = std::size_t{1} << (32 - kOffsetBits);
constexpr std::size_t kFewestSlots = 16;

}  // namespace

std::uint32_t StringTable::add(std::string_view text) {
  make_room();
  std::uint32_t& slot = slots_[slot_of(text)];
  if (slot == 0) {
    places_.push_back(store(text));
    slot = size();
  }
  return slot - 1;
}

std::optional<std::uint32_t> StringTable::find(std::string_view text) const {
  if (slots_.empty()) return std::nullopt;
  const std::uint32_t slot = slots_[slot_of(text)];
  return slot == 0 ? std::nullopt : std::optional(slot - 1);
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

std::vector<std::uint32_t> StringTable::rising_numbers() const {
  std::vector<std::uint32_t> numbers(size());
  std::iota(numbers.begin(), numbers.end(), 0U);
  std::ranges::sort(numbers, {}, [this](std::uint32_t number) { return at(number); });
  return numbers;
}

std::size_t StringTable::slot_of(std::string_view text) const {
  const std::size_t last = slots_.size() - 1;
  std::size_t slot = std::hash<std::string_view>{}(text)&last;
  while (slots_[slot] != 0 && at(slots_[slot] - 1) != text) slot = (slot + 1) & last;
  return slot;
}

/// At most three slots in four are taken.
void StringTable::make_room() {
  if ((places_.size() + 1) * 4 <= slots_.size() * 3) return;
  slots_.assign(std::max(kFewestSlots, slots_.size() * 2), 0);
  for (std::uint32_t number = 0; number < size(); ++number) {
    slots_[slot_of(at(number))] = number + 1;
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
