#include "common/index/glass/posting_lists.h"

#include <algorithm>
#include <numeric>

#include "common/base/bytes.h"
#include "common/index/glass/packing.h"

namespace bayan::index::glass {
namespace {

/// Where a chunk ends; Xapian's own bound.
constexpr std::size_t kChunkBytes = 2000;

}  // namespace

void ChunkWriter::add(Xapian::docid document, Xapian::termcount wdf) {
  if (chunk_.size() >= kChunkBytes) write(false);
  if (chunk_.empty()) {
    first_ = document;
  } else {
    append_varint(chunk_, document - last_ - 1);
  }
  last_ = document;
  append_varint(chunk_, wdf);
}

void ChunkWriter::write(bool is_last) {
  std::string tag;
  if (is_first_chunk_) {
    append_varint(tag, frequency_);
    append_varint(tag, wdf_sum_);
    append_varint(tag, first_ - 1);
  } else {
    key_ = key_of_others_;
    append_sortable(key_, first_);
  }
  tag += is_last ? '1' : '0';
  append_varint(tag, last_ - first_);
  tag += chunk_;
  table_.add(key_, tag);
  is_first_chunk_ = false;
  chunk_.clear();
}

void PostingLists::add(Xapian::docid document, const std::vector<DocumentDraft::Term>& terms) {
  texts_.clear();
  for (const DocumentDraft::Term& term : terms) texts_.push_back(term.text);
  terms_.add_all(texts_, numbers_);
  for (std::size_t i = 0; i < terms.size(); ++i) postings_.push_back({numbers_[i], terms[i].wdf});
  documents_.push_back({document, postings_.size()});
}

void PostingLists::write(TableWriter& table) const {
  std::vector<std::uint32_t> frequencies(terms_.size());  // by term: how many documents have it
  for (const Posting& posting : postings_) ++frequencies[posting.number];
  // A list begins where those of the terms that came before end.
  std::vector<std::size_t> ends(frequencies.size());
  std::exclusive_scan(frequencies.begin(), frequencies.end(), ends.begin(), std::size_t{0});
  std::vector<Posting> lists(postings_.size());
  std::size_t at = 0;
  for (const Document& document : documents_) {
    for (; at < document.end; ++at) {
      lists[ends[postings_[at].number]++] = {document.number, postings_[at].wdf};
    }
  }
  std::vector<std::uint32_t> order(frequencies.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [this](std::uint32_t number) { return terms_.at(number); });
  for (const std::uint32_t number : order) {
    const auto end = lists.begin() + static_cast<std::ptrdiff_t>(ends[number]);
    const auto begin = end - frequencies[number];
    const std::uint64_t wdf_sum = std::accumulate(
        begin, end, std::uint64_t{0},
        [](std::uint64_t sum, const Posting& posting) { return sum + posting.wdf; });
    std::string key;
    append_sortable(key, terms_.at(number));
    ChunkWriter list(table, key, key + '\0', frequencies[number], wdf_sum);
    for (auto posting = begin; posting != end; ++posting) list.add(posting->number, posting->wdf);
    list.finish();
  }
}

}  // namespace bayan::index::glass
