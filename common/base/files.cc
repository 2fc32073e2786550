#include "common/base/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

namespace bayan {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> unwritable(const fs::path& path, int error_number) {
  return fail(ErrorKind::kIndexUnwritable,
              path.string() + ": cannot be written (" + std::strerror(error_number) + ")",
              error_number == ENOSPC ? "make room on the disk, then try again"
                                     : "check the folder's permissions");
}

/// A file descriptor that closes itself.
class Descriptor {
 public:
  Descriptor(const fs::path& path, int flags) : value_(::open(path.c_str(), flags, 0666)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  [[nodiscard]] int value() const { return value_; }
  [[nodiscard]] bool ok() const { return value_ >= 0; }

 private:
  int value_;
};

Result<void> sync_path(const fs::path& path, int flags) {
  const Descriptor file(path, flags | O_CLOEXEC);
  if (!file.ok() || ::fsync(file.value()) != 0) return unwritable(path, errno);
  return {};
}

bool write_all(int descriptor, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return false;
    }
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

Result<void> write_file_synced(const fs::path& file, std::string_view content) {
  const Descriptor out(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC);
  if (!out.ok() || !write_all(out.value(), content) || ::fsync(out.value()) != 0) {
    return unwritable(file, errno);
  }
  return {};
}

Result<void> sync_directory(const fs::path& directory) {
  return sync_path(directory, O_RDONLY | O_DIRECTORY);
}

Result<void> sync_tree(const fs::path& directory) {
  std::error_code error;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(directory, error)) {
    const Result<void> synced =
        entry.is_directory() ? sync_directory(entry.path()) : sync_path(entry.path(), O_RDONLY);
    if (!synced) return synced;
  }
  if (error) return unwritable(directory, error.value());
  return sync_directory(directory);
}

Result<void> rename_synced(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::rename(from, to, error);
  if (error) return unwritable(to, error.value());
  return sync_directory(to.parent_path());
}

}  // namespace bayan
