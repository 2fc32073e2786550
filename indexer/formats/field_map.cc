#include "indexer/formats/field_map.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "common/text/fold.h"

namespace bayan::indexer {
namespace {

struct Row {
  RecordField field;
  std::string_view name;  ///< in --map
  std::vector<std::string> keys;
};

const std::array<Row, kRecordFields>& usual_keys() {
  static const std::array<Row, kRecordFields> kRows = {{
      {RecordField::kId, "id", {"id", "_id", "guid", "المعرف", "رقم"}},
      {RecordField::kTitle, "title", {"title", "headline", "subject", "العنوان", "عنوان"}},
      {RecordField::kBody,
       "body",
       {"body", "text", "content", "articleBody", "النص", "نص", "المحتوى", "المتن"}},
      {RecordField::kDate,
       "date",
       {"date", "published", "pub_date", "publication_date", "published_at", "pubDate",
        "datePublished", "التاريخ", "تاريخ", "تاريخ النشر"}},
      {RecordField::kCrawlDate, "crawled", {"date_extracted", "crawled", "fetched", "crawl_date"}},
      {RecordField::kIssuer,
       "issuer",
       {"issuer", "source", "publisher", "agency", "المصدر", "مصدر", "الجهة"}},
      {RecordField::kUrl, "url", {"url", "link", "الرابط", "رابط"}},
      {RecordField::kLanguage, "lang", {"lang", "language", "اللغة"}},
  }};
  return kRows;
}

constexpr const char* kMapHint =
    "write for example --map title=headline,body=content,date=pub_date";

std::string names_of_fields() {
  std::string names;
  for (const Row& row : usual_keys()) {
    if (!names.empty()) names += ", ";
    names += row.name;
  }
  return names;
}

/// Letter case and the marks and hamzas of Arabic make no other key.
std::string fold_key(std::string_view key) { return text::fold(key); }

}  // namespace

FieldMap::FieldMap() {
  for (const Row& row : usual_keys()) {
    for (std::size_t rank = 0; rank < row.keys.size(); ++rank) {
      matches_.emplace(fold_key(row.keys[rank]), Match{row.field, rank});
    }
  }
}

Result<FieldMap> FieldMap::parse(std::string_view text) {
  FieldMap map;
  std::set<std::string> named;
  while (!text.empty()) {
    const std::size_t comma = text.find(',');
    const std::string_view part = text.substr(0, comma);
    text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos || equals == 0 || equals + 1 == part.size()) {
      return fail(ErrorKind::kUsage, fmt::format("--map: «{}» is not FIELD=KEY", part), kMapHint);
    }
    const std::string_view name = part.substr(0, equals);
    const auto row = std::ranges::find(usual_keys(), name, &Row::name);
    if (row == usual_keys().end()) {
      return fail(ErrorKind::kUsage, fmt::format("--map: there is no field «{}»", name),
                  fmt::format("the fields are {}", names_of_fields()));
    }
    std::erase_if(map.matches_, [&](const auto& entry) {
      return entry.second.field == row->field && !named.contains(entry.first);
    });
    const std::string key = fold_key(part.substr(equals + 1));
    map.matches_.insert_or_assign(key, Match{row->field, 0});
    named.insert(key);
  }
  return map;
}

std::optional<FieldMap::Match> FieldMap::find(std::string_view key) const {
  // Most keys of most records come as they stand in the table.
  auto match = matches_.find(key);
  if (match == matches_.end()) match = matches_.find(fold_key(key));
  return match == matches_.end() ? std::nullopt : std::optional<Match>(match->second);
}

}  // namespace bayan::indexer
