#pragma once

#include <xapian.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "common/statement/codec.h"
#include "common/statement/fingerprint.h"
#include "common/statement/statement.h"

namespace bayan::indexer {

/// The statements of the index that a run builds upon, as its reading thread asks for them. Throws
/// Xapian's exceptions.
class IndexedStatements {
 public:
  explicit IndexedStatements(Xapian::Database database);

  /// A statement of the index by its id; nothing where it has none. What was found counts as seen.
  struct Found {
    Xapian::docid document;
    statement::Fingerprint fingerprint;
    std::uint32_t older_versions;
  };
  [[nodiscard]] std::optional<Found> find(const std::string& id);

  /// The first exact copy for which `is_wanted` says so; 0 where there is none.
  [[nodiscard]] Xapian::docid find_copy(std::uint64_t copy_hash,
                                        const std::function<bool(Xapian::docid)>& is_wanted) const;

  /// The path that the statement was read from.
  [[nodiscard]] std::string path_of(Xapian::docid document) const;

  /// All sources of a statement that has more than one; else empty.
  [[nodiscard]] std::vector<std::string> sharers_of(const std::string& id) const;

  /// Statements that were read from `path` and have not been seen since.
  [[nodiscard]] std::vector<Xapian::docid> unseen_of(const std::string& path) const;

  /// All that were read from `path`.
  [[nodiscard]] std::vector<bool> documents_of(const std::string& path) const;

  /// All of them with their id terms.
  [[nodiscard]] std::vector<std::pair<std::string, std::vector<std::string>>> all_sharers() const;
  /// True where find() met the statement with this id term.
  [[nodiscard]] bool is_seen(const std::string& id_term) const;

  [[nodiscard]] const Xapian::Database& database() const { return database_; }
  [[nodiscard]] Result<statement::Statement> read(Xapian::docid document) const;

 private:
  Xapian::Database database_;
  bool has_sharers_;
  statement::Decoder decoder_;
  std::vector<bool> seen_;  ///< by document
};

}  // namespace bayan::indexer
