#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// Rows of CSV (RFC 4180) out of pieces of text: quoted values may hold separators, line ends and
/// doubled quotes; lines end in LF, CR LF or CR.
namespace bayan::indexer {

class CsvReader {
 public:
  struct Callbacks {
    /// A row's values; empty lines are no rows.
    std::function<void(std::vector<std::string>&)> on_row;
    std::function<void()> on_oversized;
    /// The text ended inside a quoted value.
    std::function<void()> on_broken_off;
  };

  CsvReader(char separator, std::uint64_t largest_row_bytes, Callbacks callbacks)
      : separator_(separator), largest_(largest_row_bytes), callbacks_(std::move(callbacks)) {}

  void feed(std::string_view piece);
  void finish();

 private:
  enum class State : std::uint8_t { kBegin, kPlain, kQuoted, kQuoteInQuoted };
  void take(char c);
  void append(char c);
  void end_value();
  void end_row();

  char separator_;
  std::uint64_t largest_;
  Callbacks callbacks_;
  State state_ = State::kBegin;
  std::string value_;
  std::vector<std::string> row_;
  std::uint64_t row_bytes_ = 0;
  bool after_return_ = false;
};

/// The separator of comma, semicolon, tab and bar that stands most often in the first line outside
/// of quotes; 0 when none does.
[[nodiscard]] char find_separator(std::string_view text);

}  // namespace bayan::indexer
