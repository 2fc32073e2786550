#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/base/bytes.h"

namespace bayan::indexer {

/// What a parser of HTML, PDF or an office format finds in a document; UTF-8, each may be empty.
struct Extracted {
  std::string title = {};
  std::string body = {};  ///< paragraphs, a line feed between them
  std::string date = {};  ///< as the document writes it
  std::string issuer = {};
  std::string url = {};  ///< the document's own, canonical one
  std::string language = {};
  std::string failure = {};  ///< why nothing could be read; the rest is empty then
};

/// The form in which it leaves the parser process.
[[nodiscard]] inline std::string encode_extracted(const Extracted& extracted) {
  std::string out;
  for (const std::string* field :
       {&extracted.title, &extracted.body, &extracted.date, &extracted.issuer, &extracted.url,
        &extracted.language, &extracted.failure}) {
    append_string(out, *field);
  }
  return out;
}

[[nodiscard]] inline std::optional<Extracted> decode_extracted(std::string_view bytes) {
  ByteReader in(bytes);
  Extracted extracted;
  for (std::string* field : {&extracted.title, &extracted.body, &extracted.date, &extracted.issuer,
                             &extracted.url, &extracted.language, &extracted.failure}) {
    *field = in.read_string();
  }
  return in.ok() ? std::optional<Extracted>(std::move(extracted)) : std::nullopt;
}

}  // namespace bayan::indexer
