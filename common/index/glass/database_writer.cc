#include "common/index/glass/database_writer.h"

#include <algorithm>
#include <numeric>

#include "common/base/bytes.h"
#include "common/index/glass/packing.h"

namespace bayan::index::glass {
namespace {

const std::filesystem::path& made_anew(const std::filesystem::path& folder) {
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  return folder;
}

std::size_t shared_bytes(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

}  // namespace

DatabaseWriter::DatabaseWriter(const std::filesystem::path& folder, DocumentForm form)
    : folder_(made_anew(folder)),
      form_(form),
      data_(folder / "docdata.glass"),
      terms_(folder / "termlist.glass") {}

Xapian::docid DatabaseWriter::add(const DocumentDraft& document) {
  const Xapian::docid number = ++figures_.document_count;
  key_.clear();
  append_sortable(key_, number);
  const std::vector<DocumentDraft::Term> terms = document.terms();
  Xapian::termcount length = 0;
  for (const DocumentDraft::Term& term : terms) {
    length += term.wdf;
    figures_.most_wdf = std::max(figures_.most_wdf, term.wdf);
  }
  postings_.add(number, terms);
  lengths_.push_back(length);
  if (length > 0 && (figures_.least_length == 0 || length < figures_.least_length)) {
    figures_.least_length = length;
  }
  figures_.most_length = std::max(figures_.most_length, length);
  figures_.all_length += length;
  add_terms(terms, length);
  add_slots(document);
  add_data(document.data());
  return number;
}

/// The terms of a document: how long it is, how many they are, then of each how many bytes it
/// shares with the one before, the others, its wdf, where both fit in one byte.
void DatabaseWriter::add_terms(const std::vector<DocumentDraft::Term>& terms,
                               Xapian::termcount length) {
  tag_.clear();
  const auto append_letters = [this](std::string_view letters) {
    tag_ += static_cast<char>(letters.size());  // a term has at most 245
    tag_ += letters;
  };
  if (!terms.empty()) {
    append_varint(tag_, length);
    append_varint(tag_, terms.size());
    append_letters(terms.front().text);
    append_varint(tag_, terms.front().wdf);
  }
  constexpr Xapian::termcount kMostPackedWdf = 126;
  for (std::size_t i = 1; i < terms.size(); ++i) {
    const std::string_view before = terms[i - 1].text;
    const auto [text, wdf] = terms[i];
    const std::size_t shared = shared_bytes(before, text);
    const std::size_t packed = (std::size_t{wdf} + 1) * (before.size() + 1) + shared;
    const bool is_packed = wdf <= kMostPackedWdf && packed < 256;
    tag_ += static_cast<char>(is_packed ? packed : shared);
    append_letters(text.substr(shared));
    if (!is_packed) append_varint(tag_, wdf);
  }
  if (form_ == DocumentForm::kLine) {
    terms_.add(key_, tag_);
  } else {
    add_deflated(terms_, tag_);
  }
}

/// Under the document's key; as it is where deflating gains nothing.
void DatabaseWriter::add_deflated(TableWriter& table, const std::string& tag) {
  const std::string_view deflated = deflater_.deflate(tag);
  if (deflated.empty()) {
    table.add(key_, tag);
  } else {
    table.add(key_, deflated, TagForm::kDeflated);
  }
}

/// Which slots a document has, behind its terms.
void DatabaseWriter::add_slots(const DocumentDraft& document) {
  if (document.values().empty()) return;
  tag_.clear();
  Xapian::valueno next = 0;
  for (const auto& [slot, value] : document.values()) {
    values_.add(slot, figures_.document_count, value);
    append_varint(tag_, slot - next);
    next = slot + 1;
  }
  terms_.add(key_ + '\0', tag_);
}

void DatabaseWriter::add_data(const std::string& data) {
  if (data.empty()) return;
  if (form_ == DocumentForm::kLine) return add_deflated(data_, data);
  store_undeflated(data, tag_);
  data_.add(key_, tag_, TagForm::kDeflated);
}

void DatabaseWriter::set_metadata(const std::string& key, std::string value) {
  if (value.empty()) {
    metadata_.erase(key);
  } else {
    metadata_[key] = std::move(value);
  }
}

void DatabaseWriter::add_synonyms(SynonymLists lists) {
  if (lists.is_empty()) return;
  if (!synonyms_) synonyms_.emplace(folder_ / "synonym.glass");
  lists.write(*synonyms_);
}

/// Lengths are a posting list without a term.
void DatabaseWriter::write_lengths(TableWriter& table) const {
  const std::string key("\0\xE0", 2);
  ChunkWriter list(table, key, key, 0, 0);
  for (std::size_t i = 0; i < lengths_.size(); ++i) {
    list.add(static_cast<Xapian::docid>(i + 1), lengths_[i]);
  }
  if (!lengths_.empty()) list.finish();
}

void DatabaseWriter::finish() {
  TableWriter table(folder_ / "postlist.glass");
  for (const auto& [key, value] : metadata_) table.add(std::string("\0\xC0", 2) + key, value);
  values_.write(table);
  write_lengths(table);
  postings_.write(table);
  std::array<TableRoot, kTableCount> roots;
  roots[static_cast<std::size_t>(Table::kPostings)] = table.finish();
  roots[static_cast<std::size_t>(Table::kData)] = data_.finish();
  roots[static_cast<std::size_t>(Table::kTerms)] = terms_.finish();
  if (synonyms_) roots[static_cast<std::size_t>(Table::kSynonyms)] = synonyms_->finish();
  write_version_file(folder_, roots, figures_);
}

}  // namespace bayan::index::glass
