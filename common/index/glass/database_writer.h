#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/document_draft.h"
#include "common/index/glass/deflate.h"
#include "common/index/glass/posting_lists.h"
#include "common/index/glass/synonym_lists.h"
#include "common/index/glass/table_writer.h"
#include "common/index/glass/value_streams.h"
#include "common/index/glass/version_file.h"

/// Databases of Xapian's glass backend that are written once and in one go, as segments are.
///
/// Xapian adds a document at a time to what may hold others: a tree of terms with a tree of
/// documents each, searched at every posting, which was half the time of indexing. Of documents
/// that only ever follow one another an array of postings, sorted once, gives the same tables. All
/// that reads, merges and changes them stays Xapian's own. The format is that of all of Xapian 1.4
/// (tried with 1.4.22); tests compare database with database and have Xapian check them.
namespace bayan::index::glass {

/// What documents are like: their data is compressed already; or it is a line of text, which is
/// deflated, and their few terms are not, for they would lose a tenth in as much time.
enum class DocumentForm : std::uint8_t { kCompressed, kLine };

/// Used by one thread. Throws Xapian::DatabaseError where the disk takes no more.
class DatabaseWriter {
 public:
  /// Makes the folder; what stood in it is replaced.
  explicit DatabaseWriter(const std::filesystem::path& folder,
                          DocumentForm form = DocumentForm::kCompressed);

  /// Gives the document's number, from 1.
  Xapian::docid add(const DocumentDraft& document);
  /// An empty value is none.
  void set_metadata(const std::string& key, std::string value);
  /// Writes lists of synonyms; all keys are greater than those of an earlier call.
  void add_synonyms(SynonymLists lists);
  [[nodiscard]] bool has_synonyms() const { return synonyms_.has_value(); }

  /// Writes what is left; before it the folder is no database. Call once.
  void finish();

 private:
  void add_terms(const std::vector<DocumentDraft::Term>& terms, Xapian::termcount length);
  void add_slots(const DocumentDraft& document);
  void add_data(const std::string& data);
  void add_deflated(TableWriter& table, const std::string& tag);
  void write_lengths(TableWriter& table) const;

  std::filesystem::path folder_;
  DocumentForm form_;
  TableWriter data_;
  TableWriter terms_;
  std::optional<TableWriter> synonyms_;  ///< a file once there are any
  Deflater deflater_;
  PostingLists postings_;
  ValueStreams values_;
  std::vector<Xapian::termcount> lengths_;  ///< by document, from the first
  std::map<std::string, std::string> metadata_;
  DatabaseFigures figures_;
  std::string key_;  ///< of the document that is added
  std::string tag_;
};

}  // namespace bayan::index::glass
