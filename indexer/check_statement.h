#pragma once

#include <xapian.h>

#include <optional>
#include <string>

#include "common/index/entity_table.h"
#include "common/index/text_dictionaries.h"
#include "common/text/analyzer.h"

namespace bayan::indexer {

/// Compares single statements of an index with what their stored text gives. For --check.
class StatementCheck {
 public:
  /// Both must outlive it.
  StatementCheck(const Xapian::Database& statements, const index::EntityTable& entities)
      : statements_(statements), entities_(entities), decoder_(index::decoder_of(statements)) {}

  /// What is wrong with a document, a clause that names the statement; nothing where it is sound.
  /// Throws Xapian's errors.
  [[nodiscard]] std::optional<std::string> find_fault(Xapian::docid number);

 private:
  [[nodiscard]] bool has_its_words(const Xapian::Document& document) const;
  [[nodiscard]] bool has_its_entities(const Xapian::Document& document) const;

  const Xapian::Database& statements_;
  const index::EntityTable& entities_;
  statement::Decoder decoder_;
  text::TokenList title_;
  text::TokenList body_;
};

}  // namespace bayan::indexer
