#include "indexer/field_map.h"

#include <fmt/format.h>

#include <algorithm>

namespace bayan::indexer {
namespace {

struct Row {
  RecordField field;
  std::string_view name;  ///< in --map
  std::vector<std::string> keys;
};

const std::array<Row, kRecordFields>& usual_keys() {
  static const std::array<Row, kRecordFields> kRows = {{
      {RecordField::kId, "id", {"id", "_id", "guid"}},
      {RecordField::kTitle, "title", {"title", "headline", "subject"}},
      {RecordField::kBody, "body", {"body", "text", "content"}},
      {RecordField::kDate, "date", {"date", "published", "pub_date", "publication_date"}},
      {RecordField::kCrawlDate, "crawled", {"date_extracted", "crawled", "fetched"}},
      {RecordField::kIssuer, "issuer", {"issuer", "source", "publisher", "agency"}},
      {RecordField::kUrl, "url", {"url", "link"}},
      {RecordField::kLanguage, "lang", {"lang", "language"}},
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

}  // namespace

FieldMap::FieldMap() {
  for (const Row& row : usual_keys()) keys_[static_cast<std::size_t>(row.field)] = row.keys;
}

Result<FieldMap> FieldMap::parse(std::string_view text) {
  FieldMap map;
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
    map.keys_[static_cast<std::size_t>(row->field)] = {std::string(part.substr(equals + 1))};
  }
  return map;
}

std::optional<FieldMap::Match> FieldMap::find(std::string_view key) const {
  for (std::size_t field = 0; field < keys_.size(); ++field) {
    const auto place = std::ranges::find(keys_[field], key);
    if (place != keys_[field].end()) {
      return Match{static_cast<RecordField>(field),
                   static_cast<std::size_t>(place - keys_[field].begin())};
    }
  }
  return std::nullopt;
}

}  // namespace bayan::indexer
