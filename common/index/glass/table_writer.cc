#include "common/index/glass/table_writer.h"

#include <xapian.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace bayan::index::glass {
namespace {

// A block: revision (4 bytes), level (1), the free bytes in one piece (2), all free bytes (2), the
// directory's end (2), then the directory, two bytes an item. All numbers have their high byte
// first.
constexpr std::size_t kLevelAt = 4;
constexpr std::size_t kMostFreeAt = 5;
constexpr std::size_t kAllFreeAt = 7;
constexpr std::size_t kDirectoryEndAt = 9;
constexpr std::size_t kDirectoryBegin = 11;
constexpr std::size_t kDirectoryEntryBytes = 2;

// An item of a leaf: its size less three with flags above it (2 bytes), the key's size (1), the
// key, behind the first component its number (2), the tag.
constexpr unsigned kDeflatedFlag = 0x8000;
constexpr unsigned kLastFlag = 0x4000;
constexpr unsigned kFirstFlag = 0x2000;
constexpr std::size_t kItemHeadBytes = 3;
constexpr std::size_t kComponentBytes = 2;
/// Four items fit into each block.
constexpr std::size_t kMostItemBytes =
    (kBlockBytes - kDirectoryBegin - 4 * kDirectoryEntryBytes) / 4;

std::string big_endian(std::uint32_t value, int byte_count) {
  std::string bytes;
  for (int i = byte_count; i-- > 0;) bytes += static_cast<char>(value >> 8 * i);
  return bytes;
}

/// As much of `key` as tells it from the key before.
std::string_view telling_part(std::string_view before, std::string_view key) {
  const auto [in_before, in_key] = std::ranges::mismatch(before, key);
  return key.substr(0, std::min(key.size(), static_cast<std::size_t>(in_key - key.begin()) + 1));
}

}  // namespace

Block::Block(std::uint8_t level) : bytes_(kBlockBytes, '\0') {
  bytes_.replace(0, kLevelAt, big_endian(kRevision, 4));
  bytes_[kLevelAt] = static_cast<char>(level);
}

std::size_t Block::directory_end() const {
  return kDirectoryBegin + item_count_ * kDirectoryEntryBytes;
}

void Block::put2(std::size_t at, std::size_t value) {
  bytes_[at] = static_cast<char>(value >> 8);
  bytes_[at + 1] = static_cast<char>(value);
}

void Block::clear() {
  items_begin_ = kBlockBytes;
  item_count_ = 0;
}

void Block::add(std::string_view item) {
  items_begin_ -= item.size();
  std::ranges::copy(item, bytes_.begin() + static_cast<std::ptrdiff_t>(items_begin_));
  put2(directory_end(), items_begin_);
  ++item_count_;
}

std::string_view Block::finish() {
  const std::size_t begin = directory_end();
  put2(kMostFreeAt, free_bytes());
  put2(kAllFreeAt, free_bytes());
  put2(kDirectoryEndAt, begin);
  std::fill(bytes_.begin() + static_cast<std::ptrdiff_t>(begin),
            bytes_.begin() + static_cast<std::ptrdiff_t>(items_begin_), '\0');
  return bytes_;
}

TableWriter::TableWriter(const std::filesystem::path& file)
    : file_(file), out_(std::fopen(file.c_str(), "wb"), &std::fclose) {
  if (!out_) fail();
  levels_.emplace_back(std::uint8_t{0});
  // An empty key stands before all others.
  levels_.front().block.add(big_endian(kFirstFlag | kLastFlag, 2) + '\0');
}

void TableWriter::fail() const {
  throw Xapian::DatabaseError("cannot write " + file_.filename().string(), errno);
}

void TableWriter::add(std::string_view key, std::string_view tag, TagForm form) {
  const std::size_t first_most = kMostItemBytes - kItemHeadBytes - key.size();
  const std::size_t most = first_most - kComponentBytes;
  std::uint16_t component = 1;
  std::string_view chunk = tag.substr(0, first_most);
  while (true) {
    tag.remove_prefix(chunk.size());
    add_component(key, chunk, form, component, tag.empty());
    if (tag.empty()) break;
    if (++component == 0) throw Xapian::UnimplementedError("a tag of too many components");
    chunk = tag.substr(0, most);
  }
  ++entry_count_;
}

void TableWriter::add_component(std::string_view key, std::string_view chunk, TagForm form,
                                std::uint16_t component, bool is_last) {
  const bool is_first = component == 1;
  const std::size_t size =
      kItemHeadBytes + key.size() + (is_first ? 0 : kComponentBytes) + chunk.size();
  const unsigned head = static_cast<unsigned>(size - kItemHeadBytes) | (is_first ? kFirstFlag : 0) |
                        (is_last ? kLastFlag : 0) |
                        (form == TagForm::kDeflated ? kDeflatedFlag : 0);
  item_.clear();
  item_ += static_cast<char>(head >> 8);
  item_ += static_cast<char>(head);
  item_ += static_cast<char>(key.size());
  item_ += key;
  if (!is_first) item_ += big_endian(component, kComponentBytes);
  item_ += chunk;
  if (levels_.front().block.free_bytes() < item_.size() + kDirectoryEntryBytes) {
    close_block(0);
    levels_.front().least = {std::string(telling_part(last_key_, key)), component};
  }
  levels_.front().block.add(item_);
  last_key_ = key;
}

/// Writes the open block and enters it into the branch above.
void TableWriter::close_block(std::size_t level) {
  const std::uint32_t block = write(levels_[level].block);
  levels_[level].block.clear();
  const Separator least = std::exchange(levels_[level].least, {});
  add_child(level + 1, least, block);
}

/// An item of a branch: the child's block (4 bytes), the key's size (1), the key, the component
/// (2). The first of a block needs no key.
void TableWriter::add_child(std::size_t level, const Separator& least, std::uint32_t block) {
  if (level == levels_.size()) levels_.emplace_back(static_cast<std::uint8_t>(level));
  const auto item_of = [block](std::string_view key, std::uint16_t component) {
    std::string item = big_endian(block, 4);
    item += static_cast<char>(key.size());
    item += key;
    return item + big_endian(component, kComponentBytes);
  };
  const std::string item = item_of(least.key, least.component);
  const bool is_full = levels_[level].block.free_bytes() < item.size() + kDirectoryEntryBytes;
  if (is_full) close_block(level);  // may add a level, and so move the others
  Level& here = levels_[level];
  if (here.block.is_empty()) {
    here.least = least;
    here.block.add(item_of({}, 0));
  } else {
    here.block.add(item);
  }
}

std::uint32_t TableWriter::write(Block& block) {
  const std::string_view bytes = block.finish();
  if (std::fwrite(bytes.data(), 1, bytes.size(), out_.get()) != bytes.size()) fail();
  return block_count_++;
}

TableRoot TableWriter::finish() {
  TableRoot root{.level = 0, .entry_count = entry_count_};
  while (root.level + 1 < levels_.size()) close_block(root.level++);
  root.root = write(levels_.back().block);
  root.block_count = block_count_;
  if (std::fclose(out_.release()) != 0) fail();
  return root;
}

}  // namespace bayan::index::glass
