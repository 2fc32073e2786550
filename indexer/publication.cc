#include "indexer/publication.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/text/blank.h"
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

/// «https://www.moi.example:8080/news/1» -> «moi.example»; of a copy in a web archive the host that
/// it was taken from. Empty for what has none.
std::string host_of(std::string_view url) {
  constexpr std::string_view kScheme = "://";
  const std::size_t scheme = url.find(kScheme);
  if (scheme == std::string_view::npos || !url.starts_with("http")) return {};
  std::string_view host = url.substr(scheme + kScheme.size());
  const std::string_view rest = host;
  host = host.substr(0, host.find_first_of("/?#"));
  if (host.ends_with("web.archive.org")) {
    const std::size_t copied = rest.find("http");
    if (copied != std::string_view::npos) return host_of(rest.substr(copied));
  }
  host = host.substr(host.rfind('@') + 1);
  host = host.substr(0, host.find(':'));
  if (host.starts_with("www.")) host.remove_prefix(4);
  std::string folded = text::fold(host);
  const bool is_name = folded.find('.') != std::string::npos &&
                       folded.find_first_not_of("0123456789.") != std::string::npos;
  return is_name ? folded : std::string();
}

/// An agency's own site goes by its usual short name («spa.gov.sa»: «spa»).
std::string issuer_of_host(const std::string& host, const entity::IssuerNames& names) {
  const std::string label = host.substr(0, host.find('.'));
  return names.knows(label) ? label : host;
}

/// The issuer that a name of a file or folder is made of, with a date or number or without:
/// «واس», «spa-2024.zip».
std::string_view issuer_in_name(std::string_view name, const entity::IssuerNames& names) {
  constexpr std::string_view kAround = "0123456789-_. ";
  const std::string_view whole = name;
  const std::size_t begin = std::min(name.find_first_not_of(kAround), name.size());
  name.remove_prefix(begin);
  const std::size_t dot = name.rfind('.');
  if (dot != std::string_view::npos && dot > 0) name = name.substr(0, dot);
  name = name.substr(0, name.find_first_of("0123456789"));
  name = name.substr(0, name.find_last_not_of(kAround) + 1);
  // Three Latin letters are any word («map.json»), beside a date they are an agency.
  constexpr std::size_t kShort = 3;
  const bool is_short = name.size() <= kShort;
  const bool is_dated = whole.find_first_of("0123456789") != std::string_view::npos;
  return !name.empty() && (!is_short || is_dated) && names.knows(name) ? name : std::string_view();
}

std::string issuer_in_path(std::string_view path, const entity::IssuerNames& names) {
  while (!path.empty()) {
    const std::size_t slash = path.rfind('/');
    const std::string_view name = path.substr(slash == std::string_view::npos ? 0 : slash + 1);
    if (const std::string_view found = issuer_in_name(name, names); !found.empty()) {
      return std::string(found);
    }
    path = path.substr(0, slash == std::string_view::npos ? 0 : slash);
  }
  return {};
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

void settle_issuer(statement::Statement& statement, const entity::IssuerNames& names) {
  using statement::IssuerSource;
  const auto take = [&statement](std::string issuer, IssuerSource source) {
    if (issuer.empty()) return false;
    statement.issuer = std::move(issuer);
    statement.issuer_source = source;
    return true;
  };
  if (!text::is_blank(statement.issuer)) {
    statement.issuer_source = IssuerSource::kMetadata;
    return;
  }
  const statement::Location& place = statement.location;
  (void)(take(issuer_of_host(host_of(statement.url), names), IssuerSource::kUrl) ||
         take(std::string(names.find_in_dateline(statement.body)), IssuerSource::kDateline) ||
         take(issuer_in_path(place.member, names), IssuerSource::kFileName) ||
         take(issuer_in_path(place.path, names), IssuerSource::kFileName));
}

}  // namespace bayan::indexer
