#include "indexer/glass/posting_lists.h"

#include <algorithm>
#include <numeric>

#include "common/base/bytes.h"
#include "indexer/glass/packing.h"

namespace bayan::indexer::glass {
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

void PostingLists::add(std::string_view term, Xapian::docid document, Xapian::termcount wdf) {
  const std::uint32_t number = terms_.add(term);
  if (number == frequencies_.size()) frequencies_.push_back(0);
  ++frequencies_[number];
  postings_.push_back({number, wdf});
  if (documents_.empty() || documents_.back().number != document)
    documents_.push_back({document, 0});
  documents_.back().end = postings_.size();
}

void PostingLists::write(TableWriter& table) const {
  // A list begins where those of the terms that came before end.
  std::vector<std::size_t> ends(frequencies_.size());
  std::exclusive_scan(frequencies_.begin(), frequencies_.end(), ends.begin(), std::size_t{0});
  std::vector<Posting> lists(postings_.size());
  std::size_t at = 0;
  for (const Document& document : documents_) {
    for (; at < document.end; ++at) {
      lists[ends[postings_[at].number]++] = {document.number, postings_[at].wdf};
    }
  }
  std::vector<std::uint32_t> order(frequencies_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [this](std::uint32_t number) { return terms_.word(number); });
  for (const std::uint32_t number : order) {
    const auto end = lists.begin() + static_cast<std::ptrdiff_t>(ends[number]);
    const auto begin = end - frequencies_[number];
    const std::uint64_t wdf_sum = std::accumulate(
        begin, end, std::uint64_t{0},
        [](std::uint64_t sum, const Posting& posting) { return sum + posting.wdf; });
    std::string key;
    append_sortable(key, terms_.word(number));
    ChunkWriter list(table, key, key + '\0', frequencies_[number], wdf_sum);
    for (auto posting = begin; posting != end; ++posting) list.add(posting->number, posting->wdf);
    list.finish();
  }
}

}  // namespace bayan::indexer::glass
