#pragma once

#include <functional>
#include <string>

#include "common/statement/statement.h"
#include "indexer/field_map.h"
#include "indexer/problem.h"
#include "indexer/sources.h"

/// The stages behind reading: a file's bytes to text (common/text/decode.h), the text to
/// statements. A format is a file parse_*.cc and a row in parse.cc; its content tells it, not its
/// name.
namespace bayan::indexer {

struct ParseOptions {
  FieldMap fields;
  std::string encoding;  ///< forced; empty to find out
};

struct ParseCallbacks {
  /// A statement that has a title or a body; entities are not recognised yet.
  std::function<void(statement::Statement)> on_statement;
  std::function<void(Problem)> on_problem;
};

/// Decodes and parses one file. Each record gives one call of one of the two callbacks, warnings
/// (replaced bytes, dates) aside.
void parse_file(const SourceFile& file, const ParseOptions& options,
                const ParseCallbacks& callbacks);

/// «2015-08-11 18:51:33», «2024/7/5», «05.07.2024», «Fri, 26 Jul 2024 …» -> ISO day; empty when the
/// text is no date or names an impossible day.
[[nodiscard]] std::string parse_record_date(std::string_view text);

}  // namespace bayan::indexer
