#pragma once

#include <xapian.h>

#include <filesystem>

#include "common/base/error.h"
#include "common/index/dictionary.h"
#include "common/index/entity_table.h"
#include "common/index/index_directory.h"
#include "common/index/manifest.h"
#include "common/index/statement_columns.h"
#include "common/statement/codec.h"

namespace bayan::index {

/// A published index, opened for reading: its versions are checked, its parts are of one
/// generation.
struct IndexReader {
  Manifest manifest;
  Xapian::Database statements;
  EntityTable entities;
  Dictionary dictionary;
  StatementColumns columns;
  statement::Decoder decoder;  ///< of the statements' stored forms

  /// Errors: no index, of another version, damaged; each says which, with a hint.
  [[nodiscard]] static Result<IndexReader> open(const std::filesystem::path& index);
};

}  // namespace bayan::index
