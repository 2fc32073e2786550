#include "indexer/limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>

namespace bayan::indexer {
namespace {

constexpr std::uint64_t kMebi = std::uint64_t{1} << 20;

constexpr const char* kLimitHint = "write for example --limit document=256M,depth=2";

std::string names_of_limits() {
  std::string names;
  for (const LimitRow& row : limit_rows()) {
    if (!names.empty()) names += ", ";
    names += row.name;
  }
  return names;
}

/// Nothing when `text` is no number of the unit.
std::optional<std::uint64_t> parse_value(std::string_view text, LimitRow::Unit unit) {
  const bool is_bare = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  return unit == LimitRow::Unit::kBytes || is_bare ? parse_size(text) : std::nullopt;
}

/// «64 MB», «3».
std::string format_value(std::uint64_t value, LimitRow::Unit unit) {
  if (unit != LimitRow::Unit::kBytes || value < 1024) return std::to_string(value);
  constexpr std::array kUnits = {"KB", "MB", "GB"};
  std::size_t power = 0;
  for (value >>= 10; value >= 1024 && power + 1 < kUnits.size(); value >>= 10) ++power;
  return fmt::format("{} {}", value, kUnits[power]);
}

}  // namespace

const std::array<LimitRow, kLimits>& limit_rows() {
  using Unit = LimitRow::Unit;
  static constexpr std::array<LimitRow, kLimits> kRows = {{
      {Limit::kDocument, "document", Unit::kBytes, 64 * kMebi,
       "is larger than {}, the limit of one document"},
      {Limit::kRecord, "record", Unit::kBytes, 16 * kMebi, "the record is larger than {}"},
      {Limit::kText, "text", Unit::kBytes, 8 * kMebi,
       "the statement's text is cut behind its first {}"},
      {Limit::kDepth, "depth", Unit::kCount, 4, "lies more than {} archives deep and is not read"},
      {Limit::kMembers, "members", Unit::kCount, 1'000'000,
       "the archive has more than {} members; the others are not read"},
      {Limit::kExpansion, "expansion", Unit::kCount, 250,
       "unpacks to more than {} times its size; the rest is not read"},
      {Limit::kTime, "time", Unit::kSeconds, 20, "could not be parsed within {} seconds"},
      {Limit::kMemory, "memory", Unit::kBytes, 1024 * kMebi,
       "could not be parsed within {} of memory"},
  }};
  return kRows;
}

std::optional<std::uint64_t> parse_size(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const std::string_view suffix = text.substr(static_cast<std::size_t>(end - text.data()));
  if (error != std::errc() || value == 0) return std::nullopt;
  if (suffix.empty()) return value;
  constexpr std::string_view kSuffixes = "KMG";
  const std::size_t power = kSuffixes.find(suffix.front());
  if (suffix.size() != 1 || power == std::string_view::npos) return std::nullopt;
  const auto shift = static_cast<unsigned>(10 * (power + 1));
  if (value > std::numeric_limits<std::uint64_t>::max() >> shift) return std::nullopt;
  return value << shift;
}

Limits::Limits() {
  for (const LimitRow& row : limit_rows()) set(row.limit, row.usual);
}

Result<Limits> Limits::parse(std::string_view text) {
  Limits limits;
  while (!text.empty()) {
    const std::size_t comma = text.find(',');
    const std::string_view part = text.substr(0, comma);
    text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos) {
      return fail(ErrorKind::kUsage, fmt::format("--limit: «{}» is not NAME=VALUE", part),
                  kLimitHint);
    }
    const auto* const row =
        std::ranges::find(limit_rows(), part.substr(0, equals), &LimitRow::name);
    if (row == limit_rows().end()) {
      return fail(ErrorKind::kUsage,
                  fmt::format("--limit: there is no limit «{}»", part.substr(0, equals)),
                  fmt::format("the limits are {}", names_of_limits()));
    }
    const std::optional<std::uint64_t> value = parse_value(part.substr(equals + 1), row->unit);
    if (!value) {
      return fail(
          ErrorKind::kUsage,
          fmt::format("--limit: «{}» is no value of {}", part.substr(equals + 1), row->name),
          kLimitHint);
    }
    limits.set(row->limit, *value);
  }
  return limits;
}

Problem Limits::exceeded(Limit limit, std::string place) const {
  const LimitRow& row = limit_rows()[static_cast<std::size_t>(limit)];
  return {ProblemKind::kLimit, std::move(place),
          fmt::format(fmt::runtime(row.fact), format_value((*this)[limit], row.unit)),
          fmt::format("if it is to be trusted, raise the limit with --limit {}=…", row.name)};
}

}  // namespace bayan::indexer
