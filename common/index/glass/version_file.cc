#include "common/index/glass/version_file.h"

#include <xapian.h>

#include <cerrno>
#include <fstream>
#include <random>
#include <string>

#include "common/base/bytes.h"

namespace bayan::index::glass {
namespace {

/// A name and a day: the format has not changed since 14 March 2016.
constexpr std::string_view kMagic = "\x0F\x0DXapian Glass";
constexpr std::uint32_t kFormatDay = (2016 - 2014) << 9 | 3 << 5 | 14;

/// Xapian tries to compress tags that are longer, of the tables that hold text.
constexpr std::uint32_t kLeastCompressed = 18;

std::string random_id() {
  constexpr std::size_t kIdBytes = 16;
  std::random_device random;
  std::string id;
  while (id.size() < kIdBytes) id += static_cast<char>(random());
  return id;
}

/// Blocks that are free: none, and where the file ends.
std::string free_list(std::uint32_t block_count) {
  std::string list;
  append_varint(list, kRevision);
  append_varint(list, block_count);
  return list + std::string(4, '\0');
}

void append_root(std::string& out, Table table, const TableRoot& root) {
  constexpr unsigned kHasNoRootBlock = 1;
  constexpr unsigned kLeavesFollow = 2;  // one another in the file
  const bool is_plain = table == Table::kPostings || table == Table::kPositions;
  append_varint(out, root.root);
  append_varint(out,
                root.level << 2 | kLeavesFollow | (root.block_count == 0 ? kHasNoRootBlock : 0));
  append_varint(out, root.entry_count);
  append_varint(out, kBlockBytes >> 11);
  append_varint(out, is_plain ? 0 : kLeastCompressed);
  append_string(out, root.block_count == 0 ? std::string() : free_list(root.block_count));
}

}  // namespace

void write_version_file(const std::filesystem::path& folder,
                        const std::array<TableRoot, kTableCount>& roots,
                        const DatabaseFigures& figures) {
  std::string bytes(kMagic);
  bytes += static_cast<char>(kFormatDay >> 8);
  bytes += static_cast<char>(kFormatDay);
  bytes += random_id();
  append_varint(bytes, kRevision);
  for (std::size_t i = 0; i < kTableCount; ++i) {
    append_root(bytes, static_cast<Table>(i), roots[i]);
  }
  append_varint(bytes, figures.document_count);
  append_varint(bytes, 0);  // numbers behind the last that no document has
  append_varint(bytes, figures.least_length);
  append_varint(bytes, figures.most_wdf);
  append_varint(bytes, figures.most_length - figures.most_wdf);
  append_varint(bytes, 0);  // no changesets
  append_varint(bytes, figures.all_length);
  append_varint(bytes, 0);  // no spellings
  std::ofstream file(folder / "iamglass", std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file) throw Xapian::DatabaseError("cannot write iamglass", errno);
}

}  // namespace bayan::index::glass
