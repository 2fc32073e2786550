#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

/// Archives made for tests, in memory.
namespace bayan::tests {

using Members = std::vector<std::pair<std::string, std::string>>;

/// `format` and `filter` as libarchive names them: "zip", "7zip", "pax"; "gzip", "xz", "none".
/// With format "raw" the one member is compressed and nothing else.
inline std::string make_archive(const std::string& format, const std::string& filter,
                                const Members& members) {
  std::string bytes(std::size_t{4} << 20, '\0');
  std::size_t used = 0;
  archive* writer = archive_write_new();
  const bool ok =
      archive_write_set_format_by_name(writer, format.c_str()) == ARCHIVE_OK &&
      (filter == "none" ||
       archive_write_add_filter_by_name(writer, filter.c_str()) == ARCHIVE_OK) &&
      archive_write_set_bytes_in_last_block(writer, 1) == ARCHIVE_OK &&
      archive_write_open_memory(writer, bytes.data(), bytes.size(), &used) == ARCHIVE_OK;
  if (!ok) throw std::runtime_error(archive_error_string(writer));
  for (const auto& [name, content] : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_copy_pathname(entry, name.c_str());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    if (archive_write_header(writer, entry) < ARCHIVE_WARN) {
      throw std::runtime_error(archive_error_string(writer));
    }
    archive_write_data(writer, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  bytes.resize(used);
  return bytes;
}

}  // namespace bayan::tests
