#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bayan::entity {

/// Words to numbers 0, 1, 2 … in the order of their arrival: a flat hash table for the hundred
/// thousand words of the lexicon, which is asked for every word of every statement.
class WordTable {
 public:
  WordTable();
  /// The word's number; a new word gets the next one.
  std::uint32_t add(std::string_view word);
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view word) const;
  [[nodiscard]] std::size_t size() const { return words_.size(); }
  [[nodiscard]] std::string_view word(std::uint32_t number) const;
  void reserve(std::size_t word_count);

 private:
  struct Piece {
    std::uint32_t offset;
    std::uint32_t byte_count;
  };
  /// The hash stands here so that a word that is not in the table is told without looking further.
  struct Slot {
    std::uint32_t number_and_one = 0;  ///< 0: empty
    std::uint32_t hash = 0;
  };
  [[nodiscard]] std::size_t slot_of(std::string_view word, std::uint32_t hash) const;
  void rehash(std::size_t slot_count);

  std::string letters_;
  std::vector<Piece> words_;
  std::vector<Slot> slots_;
};

}  // namespace bayan::entity
