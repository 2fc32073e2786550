#include "indexer/publication.h"

#include <fmt/format.h>

#include "common/text/fold.h"
#include "indexer/formats/record_date.h"

namespace bayan::indexer {
namespace {

using statement::DateSource;

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Digits from `at` on, `least` to `most` of them; empty when there are fewer or more.
std::string_view digits_at(std::string_view text, std::size_t at, std::size_t least,
                           std::size_t most) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  const std::size_t count = end - std::min(at, end);
  return count >= least && count <= most ? text.substr(at, count) : std::string_view();
}

/// Three numbers with the same separator between, from `at` on.
std::string day_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kPacked = 8;
  constexpr std::size_t kStamp = 14;  // with the time of day
  for (const std::size_t size : {kPacked, kStamp}) {
    const std::string_view packed = digits_at(text, at, size, size);
    if (packed.starts_with("19") || packed.starts_with("20")) {
      return parse_record_date(packed.substr(0, kPacked));
    }
  }
  const std::string_view first = digits_at(text, at, 1, 4);
  std::size_t next = at + first.size();
  if (first.empty() || first.size() == 3 || next >= text.size()) return {};
  const char separator = text[next];
  if (std::string_view("-_/.").find(separator) == std::string_view::npos) return {};
  const std::string_view second = digits_at(text, next + 1, 1, 2);
  next += 1 + second.size();
  if (second.empty() || next >= text.size() || text[next] != separator) return {};
  const std::string_view third = digits_at(text, next + 1, 1, 4);
  if (first.size() == 4 && third.size() <= 2 && !third.empty()) {
    return parse_record_date(fmt::format("{}-{}-{}", first, second, third));
  }
  if (first.size() <= 2 && third.size() == 4) {
    return parse_record_date(fmt::format("{}-{}-{}", third, second, first));
  }
  return {};
}

void take_if_better(statement::Statement& statement, std::string day, DateSource source) {
  if (day.empty() || !statement::is_better(source, statement.date_source)) return;
  statement.date = std::move(day);
  statement.date_source = source;
}

}  // namespace

std::string find_day_in_path(std::string_view path) {
  const std::string folded = text::fold(path);
  for (std::size_t at = 0; at < folded.size(); ++at) {
    if (!is_digit(folded[at]) || (at > 0 && is_digit(folded[at - 1]))) continue;
    if (std::string day = day_at(folded, at); !day.empty()) return day;
  }
  return {};
}

void settle_date(statement::Statement& statement, std::string_view crawl_date) {
  take_if_better(statement, parse_record_date(crawl_date), DateSource::kCrawl);
  take_if_better(statement, find_day_in_path(statement.url), DateSource::kUrl);
  const statement::Location& place = statement.location;
  // A file of many records is a dump, and its name tells when it was made.
  if (place.record != 0 && statement.date_source == DateSource::kCrawl) return;
  // The last name that has a day is nearest to the statement.
  const std::string_view name = place.member.empty() ? place.path : place.member;
  take_if_better(statement, find_day_in_path(name.substr(name.rfind('/') + 1)),
                 DateSource::kFileName);
  take_if_better(statement, find_day_in_path(name), DateSource::kFileName);
}

void settle_dateline(statement::Statement& statement, std::string_view dateline) {
  take_if_better(statement, std::string(dateline), DateSource::kDateline);
}

}  // namespace bayan::indexer
