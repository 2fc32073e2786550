#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/glass/deflate.h"
#include "common/index/glass/table_writer.h"

namespace bayan::index::glass {

/// Lists of synonyms that are to be written, kept in the form that the table has. Xapian's own way
/// keeps a tree of strings for each list and looks each key up before it is written.
class SynonymLists {
 public:
  /// `key` comes once; of `synonyms`, which are left sorted, each is written once. None if there
  /// are none. Throws Xapian::InvalidArgumentError of a key or synonym of more than 255 bytes or
  /// none.
  void add(std::string_view key, std::vector<std::string>& synonyms);

  [[nodiscard]] bool is_empty() const { return entries_.empty(); }

  /// Adds all lists to the table of synonyms, by key.
  void write(TableWriter& table);

 private:
  struct Entry {
    std::uint64_t beginning;  ///< the key's first bytes as a number: most pairs differ in them
    std::size_t offset;       ///< of the key, which the tag follows
    std::uint32_t tag_bytes;
    std::uint8_t key_bytes;
    TagForm form;
  };
  [[nodiscard]] std::string_view key_of(const Entry& entry) const {
    return std::string_view(bytes_).substr(entry.offset, entry.key_bytes);
  }
  [[nodiscard]] std::string_view tag_of(const Entry& entry) const {
    return std::string_view(bytes_).substr(entry.offset + entry.key_bytes, entry.tag_bytes);
  }

  Deflater deflater_;
  std::string bytes_;
  std::vector<Entry> entries_;
  std::string tag_;
};

}  // namespace bayan::index::glass
