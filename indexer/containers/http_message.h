#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

/// HTTP responses as web archives keep them (RFC 9112), header and body.
namespace bayan::indexer {

/// Header fields by lower-case name; a repeated field keeps its first value.
using HeaderFields = std::map<std::string, std::string, std::less<>>;

/// The fields of a header block without its first line. Folded lines are joined; lines without a
/// colon are passed over.
[[nodiscard]] HeaderFields parse_header_fields(std::string_view block);

/// Size of the header block at the beginning of `bytes`, with the empty line that ends it; npos
/// when none ends it.
[[nodiscard]] std::size_t find_header_end(std::string_view bytes);

/// «text/html; charset="windows-1256"» -> {"text/html", "windows-1256"}.
struct ContentType {
  std::string media_type;  ///< lower case
  std::string charset;
};
[[nodiscard]] ContentType parse_content_type(std::string_view value);

struct HttpResponse {
  int status = 0;
  HeaderFields fields;
  std::string body;           ///< without transfer and content coding
  std::string unread_coding;  ///< a content coding that is not known, which `body` still has
  bool is_too_large = false;  ///< the body unpacks to more than the limit; it is cut there
};

/// Nothing when `bytes` are no HTTP response. A body is unpacked (chunked, gzip, deflate) to at
/// most `largest_body` bytes. One that says that it is chunked or packed and is not, as some
/// archives keep them, is taken as it is.
[[nodiscard]] std::optional<HttpResponse> parse_http_response(std::string_view bytes,
                                                              std::size_t largest_body);

}  // namespace bayan::indexer
