#include "common/index/glass/synonym_lists.h"

#include <xapian.h>

#include <algorithm>

#include "common/index/glass/packing.h"

namespace bayan::index::glass {
namespace {

/// What a synonym's size is mixed with, so that it looks like a letter.
constexpr unsigned kSizeMask = 96;

/// Most lists are short: together they would lose a tenth, in most of the time that deflating
/// takes.
constexpr std::size_t kLeastDeflated = 100;

void check_size(std::string_view text) {
  constexpr std::size_t kMostBytes = 255;
  if (text.empty() || text.size() > kMostBytes) {
    throw Xapian::InvalidArgumentError("a key or synonym of " + std::to_string(text.size()) +
                                       " bytes");
  }
}

}  // namespace

/// A list: each synonym behind its size.
void SynonymLists::add(std::string_view key, std::vector<std::string>& synonyms) {
  if (synonyms.empty()) return;
  check_size(key);
  std::ranges::sort(synonyms);
  tag_.clear();
  const std::string* before = nullptr;
  for (const std::string& synonym : synonyms) {
    if (before != nullptr && *before == synonym) continue;
    check_size(synonym);
    tag_ += static_cast<char>(synonym.size() ^ kSizeMask);
    tag_ += synonym;
    before = &synonym;
  }
  const std::string_view deflated =
      tag_.size() < kLeastDeflated ? std::string_view() : deflater_.deflate(tag_);
  const std::string_view tag = deflated.empty() ? std::string_view(tag_) : deflated;
  entries_.push_back({beginning_of(key), bytes_.size(), static_cast<std::uint32_t>(tag.size()),
                      static_cast<std::uint8_t>(key.size()),
                      deflated.empty() ? TagForm::kPlain : TagForm::kDeflated});
  bytes_.append(key).append(tag);
}

void SynonymLists::write(TableWriter& table) {
  std::ranges::sort(entries_, [this](const Entry& a, const Entry& b) {
    return a.beginning != b.beginning ? a.beginning < b.beginning : key_of(a) < key_of(b);
  });
  for (const Entry& entry : entries_) table.add(key_of(entry), tag_of(entry), entry.form);
}

}  // namespace bayan::index::glass
