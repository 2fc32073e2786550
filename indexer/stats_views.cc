#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "common/base/json.h"
#include "common/base/printable.h"
#include "indexer/report.h"
#include "indexer/stats.h"

namespace bayan::indexer {
namespace {

constexpr std::size_t kMostListed = 20;
constexpr int kJsonVersion = 1;

using Json = nlohmann::ordered_json;

std::string row(std::string_view name, std::string_view value) {
  return fmt::format("{:<16}{}\n", name, value);
}

std::string megabytes(std::uint64_t bytes) {
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

using Entry = std::pair<std::string, std::uint64_t>;

/// Most frequent first; with `by_name` in the order of the names. Those without stand last.
std::vector<Entry> sorted(const Stats::Counts& counts, bool by_name) {
  std::vector<Entry> entries(counts.begin(), counts.end());
  std::ranges::sort(entries, [by_name](const Entry& a, const Entry& b) {
    if (a.first.empty() != b.first.empty()) return b.first.empty();
    if (!by_name && a.second != b.second) return a.second > b.second;
    return a.first < b.first;
  });
  return entries;
}

/// «year  2023  12,345», the name of the property in the first line alone.
std::string list(std::string_view property, const Stats::Counts& counts, std::string_view without,
                 bool by_name = false) {
  std::vector<Entry> entries = sorted(counts, by_name);
  std::uint64_t others = 0;
  std::size_t other_count = 0;
  while (!by_name && entries.size() > kMostListed && !entries.back().first.empty()) {
    others += entries.back().second;
    ++other_count;
    entries.pop_back();
  }
  std::string out;
  const auto add = [&](const std::string& name, std::uint64_t count) {
    out += fmt::format("{:<16}{:>10}  {}\n", out.empty() ? property : "", grouped(count), name);
  };
  for (const auto& [name, count] : entries) {
    add(name.empty() ? std::string(without) : printable_line(name), count);
  }
  if (others > 0) add(fmt::format("({} others)", grouped(other_count)), others);
  return out;
}

Json to_json(const Stats::Counts& counts) {
  Json json = Json::object();
  for (const auto& [name, count] : sorted(counts, true)) json[name] = count;
  return json;
}

}  // namespace

std::string format_stats(const Stats& stats) {
  const index::Manifest& manifest = stats.manifest;
  std::string out = row("index", printable_line(stats.index));
  out += row("statements", grouped(manifest.statement_count));
  for (const auto& [field, count] : stats.keys) out += row(field, grouped(count));
  out += row("near-duplicates",
             fmt::format("{} in {} clusters", grouped(stats.clustered), grouped(stats.clusters)));
  out += row("built", manifest.built + " by " + printable_line(manifest.built_by));
  out += row("generation", std::to_string(manifest.generation));
  out += row("index format", std::to_string(manifest.format_version));
  for (const std::string& source : manifest.sources) out += row("source", printable_line(source));
  out += '\n' + list("by year", stats.by_year, "(without a date)", true);
  out += '\n' + list("date from", stats.by_date_source, "(without a date)");
  out += '\n' + list("by issuer", stats.by_issuer, "(without an issuer)");
  out += '\n' + list("issuer from", stats.by_issuer_source, "(without an issuer)");
  out += '\n' + list("by format", stats.by_format, "(not known)");
  out += '\n' + list("by language", stats.by_language, "(not known)");
  out +=
      '\n' + row("problems", fmt::format("{} in {} of {} files", grouped(stats.problems),
                                         grouped(stats.files_with_problems), grouped(stats.files)));
  for (const auto& [kind, count] : sorted(stats.problems_by_kind, false)) {
    out += fmt::format("{:<16}{:>10}  {}\n", "", grouped(count), kind);
  }
  out += '\n' + row("size", megabytes(stats.bytes));
  for (const auto& [table, bytes] : stats.table_bytes) {
    out += fmt::format("{:<16}{:>10}  {}\n", "", megabytes(bytes), table);
  }
  return out;
}

std::string format_stats_json(const Stats& stats) {
  Json json;
  json["version"] = kJsonVersion;
  json["index"] = stats.index;
  json["statements"] = stats.manifest.statement_count;
  json["built"] = stats.manifest.built;
  json["generation"] = stats.manifest.generation;
  json["format"] = stats.manifest.format_version;
  json["sources"] = stats.manifest.sources;
  Json& keys = json["keys"] = Json::object();
  for (const auto& [field, count] : stats.keys) keys[field] = count;
  json["near_duplicates"] = {{"statements", stats.clustered}, {"clusters", stats.clusters}};
  json["by_year"] = to_json(stats.by_year);
  json["by_date_source"] = to_json(stats.by_date_source);
  json["by_issuer"] = to_json(stats.by_issuer);
  json["by_issuer_source"] = to_json(stats.by_issuer_source);
  json["by_format"] = to_json(stats.by_format);
  json["by_language"] = to_json(stats.by_language);
  json["files"] = stats.files;
  json["files_with_problems"] = stats.files_with_problems;
  json["problems"] = stats.problems;
  json["problems_by_kind"] = to_json(stats.problems_by_kind);
  json["bytes"] = stats.bytes;
  Json& tables = json["table_bytes"] = Json::object();
  for (const auto& [table, bytes] : stats.table_bytes) tables[table] = bytes;
  return to_json_text(json) + "\n";
}

}  // namespace bayan::indexer
