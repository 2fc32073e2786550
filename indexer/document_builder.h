#pragma once

#include <xapian.h>

#include <string>
#include <unordered_map>

#include "common/index/document_draft.h"
#include "common/index/entity_table.h"
#include "common/statement/codec.h"
#include "common/statement/fingerprint.h"
#include "common/statement/statement.h"
#include "common/text/analyzer.h"

namespace bayan::indexer {

/// What is known of a statement beside itself; as in Origin.
struct StatementBackground {
  statement::Fingerprint fingerprint = {};  ///< of the statement as it was parsed
  std::uint32_t older_versions = 0;         ///< replaced by it
  std::uint64_t copy = 0;
  std::uint64_t url = 0;
  std::string_view format = {};
};

/// Turns statements into documents of the index: terms, facet slots, stored form. Keeps its buffers
/// from one statement to the next, so each worker has its own; the entity table is shared.
class DocumentBuilder {
 public:
  /// `entities` and `dictionary` must outlive the builder; nullptr: texts are compressed without.
  explicit DocumentBuilder(index::EntityTableBuilder& entities,
                           statement::SharedDictionary* dictionary = nullptr)
      : entities_(entities), encoder_(dictionary) {}

  /// Never gives a term longer than Xapian takes, whatever the statement holds.
  [[nodiscard]] index::DocumentDraft build(const statement::Statement& statement,
                                           const StatementBackground& background = {});

  /// Counts the entities of a statement whose document was built in a run before.
  void count_entities(const statement::Statement& statement);

  /// A document of the index, which `decoder` reads, for the same statement at another place. An id
  /// that was its place follows it. Gives the statement back for its new id; an error where the
  /// document is damaged.
  [[nodiscard]] Result<statement::Statement> relocate(Xapian::Document& document,
                                                      const statement::Decoder& decoder,
                                                      const statement::Location& location);

 private:
  [[nodiscard]] std::string language_of(const statement::Statement& statement) const;
  void add_words(index::DocumentDraft& document, const statement::Statement& statement);
  void add_entities(index::DocumentDraft& document, const statement::Statement& statement);
  void add_date(index::DocumentDraft& document, const std::string& date);
  /// Gives the ids of the keys, each in its place; 0 for an empty key.
  std::vector<std::uint32_t> add_facet(
      index::DocumentDraft& document, index::FieldId field,
      const std::vector<std::pair<std::string, std::string>>& keys_and_names);

  index::EntityTableBuilder& entities_;
  statement::Encoder encoder_;
  text::TokenList title_;
  text::TokenList body_;
  std::unordered_map<std::string_view, Xapian::termcount> counts_;
};

}  // namespace bayan::indexer
