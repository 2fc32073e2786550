#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/entity/entity.h"

namespace bayan::statement {

/// Where a publication date came from; «crawl» is the day somebody fetched the statement,
/// «document» the day a program says that it made the PDF or office document.
enum class DateSource : std::uint8_t {
  kUnknown,
  kMetadata,
  kDateline,
  kUrl,
  kCrawl,
  kFileName,
  kDocument,
};

/// True when a date from `source` is worth more than one from `other`: metadata, URL, dateline,
/// file name, document, crawl, in that order, and any more than none.
[[nodiscard]] bool is_better(DateSource source, DateSource other);

/// Where an issuer came from: the record or page names it, the host of the URL, the signature of
/// the dateline, the name of the file or a folder of it.
enum class IssuerSource : std::uint8_t {
  kUnknown,
  kMetadata,
  kUrl,
  kDateline,
  kFileName,
};

/// Where a statement was read, for people and for the next run.
struct Location {
  std::string path;    ///< the file as it was named to the indexer, lexically normalised
  std::string member;  ///< path inside an archive, or empty
  std::uint32_t record =
      0;  ///< 1-based record inside a JSON file; 0 where the file is one statement
};

/// One statement: the text as it came and what is known of it. All texts are well-formed UTF-8.
struct Statement {
  std::string id;
  std::string title;
  std::string body;
  std::string date;  ///< ISO day of publication, or empty: never the file's time in its place
  DateSource date_source = DateSource::kUnknown;
  std::string issuer;  ///< agency, ministry or outlet as the source names it, or empty
  IssuerSource issuer_source = IssuerSource::kUnknown;
  std::string url;
  std::string language;  ///< BCP 47 tag as the record gives it, or empty
  Location location;
  entity::Recognised entities;
};

/// «archive.zip!/member#12»: path, then member and record where there are any.
[[nodiscard]] std::string format_location(const Location& location);

/// The name of a date source in JSON output: "metadata", "url", "dateline", "filename",
/// "document", "crawl", "".
[[nodiscard]] std::string_view date_source_name(DateSource source);

/// Likewise: "metadata", "url", "dateline", "filename", "".
[[nodiscard]] std::string_view issuer_source_name(IssuerSource source);

}  // namespace bayan::statement
