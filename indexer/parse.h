#pragma once

#include <functional>
#include <string>

#include "common/statement/statement.h"
#include "indexer/formats/field_map.h"
#include "indexer/limits.h"
#include "indexer/problem.h"
#include "indexer/sources.h"

/// The stages behind reading: a document's bytes to text (text_stream.h), the format told by its
/// content (formats/format.h holds the table), the text to statements (a file a format).
namespace bayan::indexer {

class ParserPool;

struct ParseOptions {
  FieldMap fields;
  std::string encoding;  ///< forced; empty to find out
  std::string format;    ///< forced: a name of the table of formats; empty to find out
  Limits limits;
  /// Where HTML and PDF are parsed; without it they are parsed in this process (fuzzing does so).
  ParserPool* parsers = nullptr;
};

struct ParseCallbacks {
  /// A statement that has a title or a body; entities are not recognised yet.
  std::function<void(statement::Statement)> on_statement;
  std::function<void(Problem)> on_problem;
  /// Called once a document, when its format and encoding are known; may be empty.
  std::function<void(std::string_view format, std::string_view encoding)> on_recognised = {};
};

/// Decodes and parses one document. Each record gives one call of one of the two callbacks,
/// warnings (replaced bytes, dates) aside. Safe from several threads.
void parse_file(const SourceFile& file, const ParseOptions& options,
                const ParseCallbacks& callbacks);

}  // namespace bayan::indexer
