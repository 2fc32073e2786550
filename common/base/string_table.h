#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace bayan {

/// Distinct strings, each under a number from 0 on: for the many words and names of a whole
/// archive, of which a map of std::string takes some 120 bytes each and this 18 beside their own,
/// and for the lexicon, which is asked for most words of every statement: a byte for each slot
/// tells most strings that are not in the table before anything larger is read, for what costs is
/// to wait for memory. They lie in pieces of 64 KiB, so what is kept long does not pin down memory
/// between what is freed soon.
///
///   StringTable stems;
///   const std::uint32_t number = stems.add("وزير");  // the same again for the same string
///   stems.at(number);                                // a view that lives as long as the table
///
/// Reading is safe from several threads while none adds.
class StringTable {
 public:
  /// The number of `text`, the next one where it is new. Throws std::length_error beyond 4 GB.
  std::uint32_t add(std::string_view text);

  /// add() for each of `texts`: replaces `numbers` by theirs. Waits for memory once for all.
  void add_all(std::span<const std::string_view> texts, std::vector<std::uint32_t>& numbers);

  /// Makes room for that many strings.
  void reserve(std::size_t count);

  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view text) const;

  /// `number` < size().
  [[nodiscard]] std::string_view at(std::uint32_t number) const;

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(places_.size()); }

 private:
  /// The slot that holds `text`, which has that hash, or is free for it; there must be a free one.
  [[nodiscard]] std::size_t slot_of(std::string_view text, std::uint32_t hash) const;
  std::uint32_t add(std::string_view text, std::uint32_t hash);
  void rehash(std::size_t slot_count);
  [[nodiscard]] const char* bytes_at(std::uint32_t place) const;
  [[nodiscard]] std::uint32_t number_at(std::uint32_t place) const;
  [[nodiscard]] std::string_view string_at(std::uint32_t place) const;
  [[nodiscard]] std::uint32_t store(std::string_view text, std::uint32_t number);

  std::vector<std::unique_ptr<char[]>> pieces_;
  std::size_t piece_used_ = 0;  ///< bytes of the last piece
  std::size_t piece_size_ = 0;  ///< and how many it has
  std::vector<std::uint32_t>
      places_;  ///< by number: piece, then where in it the string's record begins
  std::vector<std::uint32_t> slots_;  ///< places; open addressing
  /// By slot: 0 where it is free, else some bits of the hash, so that hardly any string is read
  /// that is another, and none for most that are not there.
  std::vector<std::uint8_t> tags_;
  std::vector<std::uint32_t> hashes_;  ///< of the strings that add_all() adds
};

}  // namespace bayan
