#include "common/statement/statement.h"

namespace bayan::statement {

std::string format_location(const Location& location) {
  std::string out = location.path;
  if (!location.member.empty()) out += "!/" + location.member;
  if (location.record != 0) out += '#' + std::to_string(location.record);
  return out;
}

std::string_view date_source_name(DateSource source) {
  switch (source) {
    case DateSource::kUnknown:
      return "";
    case DateSource::kMetadata:
      return "metadata";
    case DateSource::kDateline:
      return "dateline";
    case DateSource::kUrl:
      return "url";
    case DateSource::kCrawl:
      return "crawl";
  }
  return "";
}

}  // namespace bayan::statement
