#include "searcher/timeline.h"

#include <fmt/format.h>

#include <array>
#include <map>

namespace bayan::searcher {
namespace {

constexpr std::size_t kYearSize = 4;
constexpr std::size_t kMonthSize = 7;
/// Between dates that are wrong lie thousands of months; nobody reads so many.
constexpr std::size_t kMostPeriods = 2400;

/// 2024-12 -> 2025-01, 2024 -> 2025.
std::string next_period(const std::string& period) {
  const int year = std::stoi(period.substr(0, kYearSize));
  if (period.size() == kYearSize) return fmt::format("{:04}", year + 1);
  const int month = std::stoi(period.substr(kYearSize + 1));
  return month == 12 ? fmt::format("{:04}-01", year + 1)
                     : fmt::format("{:04}-{:02}", year, month + 1);
}

}  // namespace

Result<Timeline> make_timeline(const index::IndexReader& index, const MatchCounts::OfFacet& months,
                               std::uint64_t total, TimelineUnit unit) {
  Timeline timeline{unit, {}, total};
  std::map<std::string, std::uint64_t> counts;
  for (const auto& [id, count] : months.values) {
    const Result<index::EntityRecord> record = index.entities.record(id);
    if (!record) return tl::unexpected(record.error());
    counts[record->key.substr(0, unit == TimelineUnit::kYear ? kYearSize : kMonthSize)] += count;
    timeline.undated -= count;
  }
  for (const auto& [period, count] : counts) {
    while (!timeline.periods.empty() && timeline.periods.size() < kMostPeriods &&
           next_period(timeline.periods.back().period) < period) {
      timeline.periods.push_back({next_period(timeline.periods.back().period), 0});
    }
    timeline.periods.push_back({period, count});
  }
  return timeline;
}

Result<Timeline> count_timeline(const index::IndexReader& index, const index::DocumentSet& matches,
                                TimelineUnit unit) {
  constexpr std::array kMonths = {index::FieldId::kMonth};
  const MatchCounts counts = count_matches(index, matches, kMonths);
  return make_timeline(index, counts.facets.front(), counts.total, unit);
}

}  // namespace bayan::searcher
