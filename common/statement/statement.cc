#include "common/statement/statement.h"

namespace bayan::statement {
namespace {

int worth(DateSource source) {
  switch (source) {
    case DateSource::kUnknown:
      return 0;
    case DateSource::kCrawl:
      return 1;
    case DateSource::kDocument:
      return 2;
    case DateSource::kFileName:
      return 3;
    case DateSource::kDateline:
      return 4;
    case DateSource::kUrl:
      return 5;
    case DateSource::kMetadata:
      return 6;
  }
  return 0;
}

}  // namespace

bool is_better(DateSource source, DateSource other) { return worth(source) > worth(other); }

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
    case DateSource::kFileName:
      return "filename";
    case DateSource::kDocument:
      return "document";
  }
  return "";
}

std::string_view issuer_source_name(IssuerSource source) {
  switch (source) {
    case IssuerSource::kUnknown:
      return "";
    case IssuerSource::kMetadata:
      return "metadata";
    case IssuerSource::kUrl:
      return "url";
    case IssuerSource::kDateline:
      return "dateline";
    case IssuerSource::kFileName:
      return "filename";
  }
  return "";
}

}  // namespace bayan::statement
