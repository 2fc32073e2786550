#pragma once

#include <array>
#include <cstdint>
#include <filesystem>

#include "common/index/glass/table_writer.h"

namespace bayan::index::glass {

/// The tables in the order in which the version file names them.
enum class Table : std::uint8_t { kPostings, kData, kTerms, kPositions, kSpellings, kSynonyms };
inline constexpr std::size_t kTableCount = 6;

struct DatabaseFigures {
  std::uint32_t document_count = 0;  ///< also the number of the last
  std::uint32_t least_length = 0;    ///< of the documents that have one
  std::uint32_t most_length = 0;
  std::uint32_t most_wdf = 0;
  std::uint64_t all_length = 0;
};

/// Writes the file that makes a folder of tables a database of Xapian's glass backend: under which
/// roots they are read, and its figures. Throws Xapian::DatabaseError.
void write_version_file(const std::filesystem::path& folder,
                        const std::array<TableRoot, kTableCount>& roots,
                        const DatabaseFigures& figures);

}  // namespace bayan::index::glass
