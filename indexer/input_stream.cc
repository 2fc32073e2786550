#include "indexer/input_stream.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "common/base/fault_point.h"

namespace bayan::indexer {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{128} << 10;

Problem unreadable(std::string place, const std::string& reason) {
  return {ProblemKind::kUnreadable, std::move(place), "cannot be read (" + reason + ")",
          "check the name and its permissions; the run goes on without it"};
}

ssize_t read_again(int descriptor, char* out, std::size_t capacity) {
  while (true) {
    const ssize_t count = ::read(descriptor, out, capacity);
    if (count >= 0 || errno != EINTR) return count;
  }
}

bool write_all(int descriptor, const char* bytes, std::size_t count) {
  while (count > 0) {
    const ssize_t written = ::write(descriptor, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes += written;
    count -= static_cast<std::size_t>(written);
  }
  return true;
}

}  // namespace

void InputStream::seek(std::int64_t /*offset*/) {}

tl::expected<std::size_t, Problem> MemoryInput::read(char* out, std::size_t capacity) {
  const std::size_t count = std::min(capacity, bytes_.size() - at_);
  std::memcpy(out, bytes_.data() + at_, count);
  at_ += count;
  return count;
}

FileInput::FileInput(int descriptor, bool is_owned, std::string name)
    : descriptor_(descriptor), is_owned_(is_owned), name_(std::move(name)) {
  struct stat status {};
  if (::fstat(descriptor_, &status) == 0 && S_ISREG(status.st_mode)) {
    size_ = status.st_size;
    changed_seconds_ = status.st_mtim.tv_sec;
    changed_nanoseconds_ = status.st_mtim.tv_nsec;
  }
}

FileInput::~FileInput() {
  if (is_owned_) ::close(descriptor_);
}

tl::expected<std::unique_ptr<FileInput>, Problem> FileInput::open(const std::string& path,
                                                                  bool may_wait) {
  // Between the look at the folder and this, a file may have become a pipe, whose opening waits.
  const int flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | (may_wait ? 0 : O_NONBLOCK);
  const int descriptor = ::open(path.c_str(), flags);
  if (descriptor < 0) return tl::unexpected(unreadable(path, std::strerror(errno)));
  std::unique_ptr<FileInput> file(new FileInput(descriptor, true, path));
  if (file->size_ < 0 && !may_wait) {
    return tl::unexpected(unreadable(path, "no file and no folder"));
  }
  fault_point("file-opened");
  return file;
}

std::unique_ptr<FileInput> FileInput::borrow(int descriptor, std::string name) {
  std::unique_ptr<FileInput> file(new FileInput(descriptor, false, std::move(name)));
  file->size_ = -1;  // its position is not ours to set
  return file;
}

tl::expected<std::unique_ptr<FileInput>, Problem> FileInput::spool(InputStream& from) {
  std::error_code ignored;
  std::filesystem::path folder = std::filesystem::temp_directory_path(ignored);
  if (folder.empty()) folder = "/tmp";
  const int descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (descriptor < 0) return tl::unexpected(unreadable(folder.string(), std::strerror(errno)));
  std::unique_ptr<FileInput> file(new FileInput(descriptor, true, folder.string()));
  std::string chunk(kChunkBytes, '\0');
  while (true) {
    const auto count = from.read(chunk.data(), chunk.size());
    if (!count) return tl::unexpected(count.error());
    if (*count == 0) break;
    if (!write_all(descriptor, chunk.data(), *count)) {
      return tl::unexpected(
          Problem{ProblemKind::kUnreadable, folder.string(),
                  fmt::format("no room to unpack an archive into ({})", std::strerror(errno)),
                  "name a folder with more room in TMPDIR"});
    }
  }
  struct stat status {};
  if (::fstat(descriptor, &status) == 0) file->size_ = status.st_size;
  file->seek(0);
  return file;
}

tl::unexpected<Problem> FileInput::failure(const std::string& reason) const {
  return tl::unexpected(unreadable(name_, reason));
}

tl::expected<std::size_t, Problem> FileInput::read(char* out, std::size_t capacity) {
  if (size_ >= 0) capacity = std::min(capacity, static_cast<std::size_t>(size_ - at_));
  if (capacity == 0) return 0;
  const ssize_t count = read_again(descriptor_, out, capacity);
  if (count < 0) return failure(std::strerror(errno));
  at_ += count;
  if (on_read_) on_read_(static_cast<std::uint64_t>(count));
  return static_cast<std::size_t>(count);
}

void FileInput::seek(std::int64_t offset) {
  if (::lseek(descriptor_, offset, SEEK_SET) >= 0) at_ = offset;
}

tl::expected<void, Problem> FileInput::check_unchanged() const {
  struct stat status {};
  if (size_ < 0 || ::fstat(descriptor_, &status) != 0) return {};
  const bool is_same = status.st_size == size_ && status.st_mtim.tv_sec == changed_seconds_ &&
                       status.st_mtim.tv_nsec == changed_nanoseconds_;
  if (is_same) return {};
  return tl::unexpected(Problem{
      ProblemKind::kChanged, name_,
      fmt::format("changed while it was read ({} bytes before, {} behind)", size_, status.st_size),
      "index it again when nobody writes to it"});
}

std::string_view Lookahead::peek(std::size_t count) {
  if (buffer_.size() - begin_ >= count) return std::string_view(buffer_).substr(begin_, count);
  buffer_.erase(0, begin_);
  begin_ = 0;
  while (buffer_.size() < count && !at_end_ && !failure_) {
    const std::size_t before = buffer_.size();
    buffer_.resize(std::max(count, before + kChunkBytes));
    const auto read = from_.read(buffer_.data() + before, buffer_.size() - before);
    buffer_.resize(before + read.value_or(0));
    if (!read) failure_ = std::make_unique<Problem>(read.error());
    if (read && *read == 0) at_end_ = true;
  }
  return std::string_view(buffer_).substr(0, count);
}

tl::expected<std::size_t, Problem> Lookahead::read(char* out, std::size_t capacity) {
  if (begin_ < buffer_.size()) {
    const std::size_t count = std::min(capacity, buffer_.size() - begin_);
    std::memcpy(out, buffer_.data() + begin_, count);
    begin_ += count;
    return count;
  }
  if (failure_) return tl::unexpected(*failure_);
  if (at_end_) return 0;
  return from_.read(out, capacity);
}

std::string Lookahead::take_peeked() {
  std::string bytes = std::move(buffer_);
  bytes.erase(0, begin_);
  buffer_.clear();
  begin_ = 0;
  return bytes;
}

tl::expected<bool, Problem> read_all(InputStream& in, std::uint64_t limit, std::string& bytes) {
  while (bytes.size() <= limit) {
    const std::size_t before = bytes.size();
    bytes.resize(before + kChunkBytes);
    const auto read = in.read(bytes.data() + before, kChunkBytes);
    bytes.resize(before + read.value_or(0));
    if (!read) return tl::unexpected(read.error());
    if (*read == 0) return true;
  }
  return false;
}

}  // namespace bayan::indexer
