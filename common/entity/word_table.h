#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bayan::entity {

/// Words to numbers 0, 1, 2 … in the order of their arrival: a flat hash table for the hundred
/// thousand words of the lexicon, which is asked for most words of every statement, and for the
/// terms of a segment. A byte for each slot tells most words that are not in the table before
/// anything larger is read: what costs is to wait for memory.
class WordTable {
 public:
  WordTable();
  /// The word's number; a new word gets the next one.
  std::uint32_t add(std::string_view word);
  /// add() for each of `words`: replaces `numbers` by theirs. Waits for memory once for all.
  void add_all(std::span<const std::string_view> words, std::vector<std::uint32_t>& numbers);
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view word) const;
  [[nodiscard]] std::size_t size() const { return words_.size(); }
  [[nodiscard]] std::string_view word(std::uint32_t number) const;
  void reserve(std::size_t word_count);

 private:
  struct Piece {
    std::uint32_t offset;
    std::uint32_t byte_count;
  };
  struct Slot {
    std::uint32_t number;
    std::uint32_t hash;
  };
  [[nodiscard]] std::size_t slot_of(std::string_view word, std::uint32_t hash) const;
  [[nodiscard]] std::size_t mask() const { return slots_.size() - 1; }
  std::uint32_t add(std::string_view word, std::uint32_t hash);
  void rehash(std::size_t slot_count);

  std::string letters_;
  std::vector<Piece> words_;
  std::vector<Slot> slots_;
  std::vector<std::uint8_t> tags_;     ///< by slot: some bits of the hash, 0 where it is empty
  std::vector<std::uint32_t> hashes_;  ///< of the words that add_all() adds
};

}  // namespace bayan::entity
