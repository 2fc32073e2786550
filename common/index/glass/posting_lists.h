#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/string_table.h"
#include "common/index/document_draft.h"
#include "common/index/glass/table_writer.h"

namespace bayan::index::glass {

/// The inverted file: takes the terms of one document after another, gives the posting lists by
/// term. Eight bytes a posting while it grows and once more that when it is written.
class PostingLists {
 public:
  /// `document` rises; a term comes once in `terms`.
  void add(Xapian::docid document, const std::vector<DocumentDraft::Term>& terms);

  /// Adds all lists to the table of postings, by term.
  void write(TableWriter& table) const;

 private:
  struct Posting {
    std::uint32_t number;  ///< of the term; of the document in sorted lists
    Xapian::termcount wdf;
  };
  struct Document {
    Xapian::docid number;
    std::size_t end;  ///< of its postings
  };
  StringTable terms_;
  std::vector<Posting> postings_;
  std::vector<Document> documents_;
  std::vector<std::string_view> texts_;  ///< of the document that is added
  std::vector<std::uint32_t> numbers_;
};

/// Writes one list, a posting at a time, into chunks of some 2,000 bytes.
class ChunkWriter {
 public:
  /// `key` is that of the first chunk, `key_of_others` what the documents' numbers are appended to.
  ChunkWriter(TableWriter& table, std::string key, std::string key_of_others,
              std::uint64_t frequency, std::uint64_t wdf_sum)
      : table_(table),
        key_(std::move(key)),
        key_of_others_(std::move(key_of_others)),
        frequency_(frequency),
        wdf_sum_(wdf_sum) {}
  void add(Xapian::docid document, Xapian::termcount wdf);
  /// Call once, behind the last.
  void finish() { write(true); }

 private:
  void write(bool is_last);

  TableWriter& table_;
  std::string key_;
  std::string key_of_others_;
  std::uint64_t frequency_;
  std::uint64_t wdf_sum_;
  bool is_first_chunk_ = true;
  Xapian::docid first_ = 0;
  Xapian::docid last_ = 0;
  std::string chunk_;
};

}  // namespace bayan::index::glass
