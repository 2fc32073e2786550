#pragma once

#include <span>
#include <string>
#include <string_view>

#include "indexer/parse.h"
#include "indexer/text_stream.h"

/// The formats of documents: ONE table of name, sign and parser. The content tells the format; what
/// a server or the file's name says of it only decides between readings that content leaves open.
namespace bayan::indexer {

/// A document on its way through a parser.
struct Document {
  const SourceFile& file;
  TextStream* text;  ///< decoded, for the formats of text; else null
  const ParseOptions& options;
  const ParseCallbacks& callbacks;
};

/// What a sniffer sees.
struct Sample {
  std::string_view bytes;  ///< the first kWholeBytes as they came
  std::string_view text;   ///< their decoded beginning; empty for formats of bytes
  const SourceFile& file;
  const FieldMap& fields;
};

struct Format {
  std::string_view name;   ///< in --format, and in summaries
  std::string_view title;  ///< in messages
  bool is_text;            ///< decoded before it is parsed
  bool (*recognises)(const Sample& sample);
  /// Null for formats that are known and not read.
  void (*parse)(const Document& document);
};

/// The table, in the order in which the signs are tried; the last of text is plain text.
[[nodiscard]] std::span<const Format> formats();

/// The format of that name that can be read, or null.
[[nodiscard]] const Format* find_format(std::string_view name);

/// «text, html, …»: the names of the formats that are read.
[[nodiscard]] std::string readable_formats();

/// The document's bytes, all of them; nothing, with the problem told, when they break off or are
/// more than the limit of a document.
[[nodiscard]] std::optional<std::string> read_document(const Document& document);
/// The same for its text.
[[nodiscard]] std::optional<std::string_view> read_document_text(const Document& document);

}  // namespace bayan::indexer
