#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bayan::index::glass {

/// The block size of Xapian's tables, and the revision of all that is written here.
inline constexpr std::size_t kBlockBytes = 8192;
inline constexpr std::uint32_t kRevision = 1;

/// What the version file says of a table.
struct TableRoot {
  std::uint32_t root = 0;
  std::uint32_t level = 0;
  std::uint64_t entry_count = 0;
  std::uint32_t block_count = 0;  ///< 0: there is no file
};

/// Whether a tag is written as it is or was deflated.
enum class TagForm : std::uint8_t { kPlain, kDeflated };

/// One block of a B-tree that is being filled: items from its end, their places from its beginning.
class Block {
 public:
  explicit Block(std::uint8_t level);
  void clear();
  [[nodiscard]] bool is_empty() const { return item_count_ == 0; }
  [[nodiscard]] std::size_t free_bytes() const { return items_begin_ - directory_end(); }
  void add(std::string_view item);
  /// The bytes as they are written.
  [[nodiscard]] std::string_view finish();

 private:
  [[nodiscard]] std::size_t directory_end() const;
  void put2(std::size_t at, std::size_t value);

  std::string bytes_;
  std::size_t items_begin_ = kBlockBytes;
  std::size_t item_count_ = 0;
};

/// Writes a table of Xapian's glass backend from keys that rise: leaves one behind another, above
/// them the branches, each block once. Throws Xapian::DatabaseError where the disk takes no more.
///
/// A tag that is longer than an item may be is written in several components under one key. A
/// branch holds for each child the shortest key that tells it from the child before.
class TableWriter {
 public:
  /// Makes the file.
  explicit TableWriter(const std::filesystem::path& file);

  /// `key` is greater than the one before, 1 to 255 bytes.
  void add(std::string_view key, std::string_view tag, TagForm form = TagForm::kPlain);

  /// Writes what is open and closes the file; nothing may be added behind it.
  [[nodiscard]] TableRoot finish();

 private:
  /// What a branch says of a child: the least key in it. The first component of a key is 1.
  struct Separator {
    std::string key;
    std::uint16_t component = 0;
  };
  struct Level {
    explicit Level(std::uint8_t level) : block(level) {}
    Block block;
    Separator least;  ///< of the open block
  };
  void add_component(std::string_view key, std::string_view chunk, TagForm form,
                     std::uint16_t component, bool is_last);
  void add_child(std::size_t level, const Separator& least, std::uint32_t block);
  void close_block(std::size_t level);
  std::uint32_t write(Block& block);
  [[noreturn]] void fail() const;

  std::filesystem::path file_;
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> out_;
  std::vector<Level> levels_;
  std::string last_key_;
  std::string item_;
  std::uint64_t entry_count_ = 0;
  std::uint32_t block_count_ = 0;
};

}  // namespace bayan::index::glass
