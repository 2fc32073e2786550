#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/error.h"
#include "indexer/problem.h"

/// What one file may cost at most. Input is hostile: each bound has a row in one table with its
/// default, its name for --limit and the message of what goes beyond it.
namespace bayan::indexer {

enum class Limit : std::uint8_t {
  kDocument,   ///< bytes of a file that is one document (text, HTML, PDF, DOCX, ODT)
  kRecord,     ///< bytes of one record of JSON or CSV
  kText,       ///< bytes of one statement's text
  kDepth,      ///< archives inside archives
  kMembers,    ///< members of one archive
  kExpansion,  ///< what an archive may unpack to, in multiples of its own size
  kTime,       ///< seconds that the parser process may work on one document
  kMemory,     ///< bytes that the parser process may take
};
inline constexpr std::size_t kLimits = 8;

/// An archive may unpack to this much whatever its size.
inline constexpr std::uint64_t kFreeExpansionBytes = std::uint64_t{64} << 20;

struct LimitRow {
  enum class Unit : std::uint8_t { kBytes, kCount, kSeconds };
  Limit limit;
  std::string_view name;  ///< in --limit
  Unit unit;
  std::uint64_t usual;
  std::string_view fact;  ///< the message; {} stands for the bound
};

/// The table, in the order of the enumeration.
[[nodiscard]] const std::array<LimitRow, kLimits>& limit_rows();

/// «64M» -> 67108864: a number above 0 with K, M or G behind it or nothing; nothing else.
[[nodiscard]] std::optional<std::uint64_t> parse_size(std::string_view text);

/// The bounds of a run.
class Limits {
 public:
  Limits();

  /// Reads «document=256M,depth=2». Sizes take K, M or G behind the number. Errors name the part
  /// that cannot be understood.
  [[nodiscard]] static Result<Limits> parse(std::string_view text);

  [[nodiscard]] std::uint64_t operator[](Limit limit) const {
    return values_[static_cast<std::size_t>(limit)];
  }
  void set(Limit limit, std::uint64_t value) { values_[static_cast<std::size_t>(limit)] = value; }

  /// The problem of what went beyond `limit` at `place`, with the option that raises it.
  [[nodiscard]] Problem exceeded(Limit limit, std::string place) const;

 private:
  std::array<std::uint64_t, kLimits> values_;
};

}  // namespace bayan::indexer
