#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

/// Cuts JSON of any length into its records without holding more than one of them: the elements of
/// an array at the top, or the values that stand one behind another (JSON Lines).
///
///   [ {"title": "a"}, {"ti   |   tle": "b"} ]     ->     {"title": "a"}   and   {"title": "b"}
///
/// A record is found by its brackets and quotes alone and need not be valid; so a damaged one costs
/// only itself. Where the first record fills a line, each line is one, whatever stands in it; else
/// a line feed ends a string, which in valid JSON holds none: a lost quote reaches no further.
namespace bayan::indexer {

/// Where in the beginning of JSON text the records of an object that only wraps them begin, just
/// behind the bracket: {"total": 2, "articles": [ -> 28. Nothing where it is no such object: an
/// array of objects under one of the usual keys, at most three objects deep, and no text beside it
/// that would make the object itself a record.
[[nodiscard]] std::optional<std::size_t> find_wrapped_records(std::string_view text);

class JsonSplitter {
 public:
  struct Callbacks {
    /// A record's text, and the offset of its first byte in the whole. The view holds for the call.
    std::function<void(std::string_view text, std::uint64_t byte_offset)> on_record;
    std::function<void()> on_oversized;
    /// The text ended inside a record, or inside the array.
    std::function<void()> on_broken_off;
  };

  JsonSplitter(std::uint64_t largest_record_bytes, Callbacks callbacks)
      : largest_(largest_record_bytes), callbacks_(std::move(callbacks)) {}

  /// The text begins inside an array of records, at `offset` in the whole; what follows behind the
  /// array is none of ours.
  void begin_in_array(std::uint64_t offset) {
    offset_ = offset;
    in_array_ = is_wrapped_ = true;
  }
  /// Takes the next piece of the text; pieces may be cut anywhere.
  void feed(std::string_view piece);
  /// To be called once, behind the last piece.
  void finish();

 private:
  /// Moves behind what stands between records; false when no record begins in the piece.
  bool find_record(std::string_view piece, std::size_t& at);
  /// Moves to the record's end, or to that of the piece; true at the record's end.
  bool find_end(std::string_view piece, std::size_t& at);
  bool end_line();
  void keep(std::string_view part);
  void close(std::string_view last_part);

  std::uint64_t largest_;
  Callbacks callbacks_;
  std::string kept_;          ///< the part of the open record that earlier pieces held
  std::uint64_t offset_ = 0;  ///< of the current piece
  std::uint64_t record_offset_ = 0;
  std::uint64_t record_count_ = 0;
  std::size_t depth_ = 0;  ///< of brackets inside the open record
  bool is_open_ = false;
  bool is_scalar_ = false;  ///< the open record has no brackets
  bool is_oversized_ = false;
  bool in_string_ = false;
  bool is_escaped_ = false;
  bool in_array_ = false;
  bool is_wrapped_ = false;     ///< the array is part of an object
  bool has_lines_ = false;      ///< a record a line
  bool may_have_lines_ = true;  ///< the first record's line is not over
};

}  // namespace bayan::indexer
