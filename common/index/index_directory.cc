#include "common/index/index_directory.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <vector>

#include "common/base/fault_point.h"
#include "common/base/files.h"

namespace bayan::index {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kStub = "XAPIANDB";
constexpr std::string_view kStubDraft = "XAPIANDB.next";
constexpr std::string_view kStubHead = "auto ";
constexpr std::string_view kGenerationHead = "gen-";
constexpr std::string_view kStatements = "/statements";

constexpr const char* kBuildHint = "build one: bayan-indexer -d DIR PATH…";

std::optional<std::uint64_t> generation_number(std::string_view name) {
  if (!name.starts_with(kGenerationHead)) return std::nullopt;
  name.remove_prefix(kGenerationHead.size());
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error != std::errc{} || end != name.data() + name.size()) return std::nullopt;
  return number;
}

Generation generation_at(const fs::path& index, std::uint64_t number) {
  return {number, index / (std::string(kGenerationHead) + std::to_string(number))};
}

/// The number in «auto gen-3/statements».
std::optional<std::uint64_t> read_stub(const fs::path& stub) {
  std::ifstream in(stub, std::ios::binary);
  std::string line;
  if (!in || !std::getline(in, line)) return std::nullopt;
  std::string_view text = line;
  if (!text.starts_with(kStubHead) || !text.ends_with(kStatements)) return std::nullopt;
  text.remove_prefix(kStubHead.size());
  text.remove_suffix(kStatements.size());
  return generation_number(text);
}

std::vector<std::uint64_t> generations_in(const fs::path& index) {
  std::vector<std::uint64_t> numbers;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(index, error)) {
    if (const auto number = generation_number(entry.path().filename().string())) {
      numbers.push_back(*number);
    }
  }
  return numbers;
}

void remove_generations(const fs::path& index, std::uint64_t keep_one, std::uint64_t keep_other) {
  for (const std::uint64_t number : generations_in(index)) {
    if (number == keep_one || number == keep_other) continue;
    std::error_code ignored;  // what cannot be deleted now is a left-over of the next run
    fs::remove_all(generation_at(index, number).directory, ignored);
  }
}

/// True for a folder that is empty or was made by this program.
bool may_become_index(const fs::path& index) {
  if (fs::exists(index / kStub) || fs::exists(index / "lock")) return true;
  std::error_code error;
  return fs::is_empty(index, error);
}

std::string holder_of(int descriptor) {
  std::array<char, 32> buffer{};
  const ssize_t read = ::pread(descriptor, buffer.data(), buffer.size() - 1, 0);
  std::string text(buffer.data(), read > 0 ? static_cast<std::size_t>(read) : 0);
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text.empty() ? text : " (process " + text + ")";
}

void note_holder(int descriptor) {
  const std::string text = std::to_string(::getpid()) + "\n";
  if (::ftruncate(descriptor, 0) == 0) {
    // The note only helps a message; without it the lock holds all the same.
    [[maybe_unused]] const ssize_t written = ::pwrite(descriptor, text.data(), text.size(), 0);
  }
}

}  // namespace

Result<Generation> published_generation(const fs::path& index) {
  std::error_code error;
  if (!fs::is_directory(index, error)) {
    return fail(ErrorKind::kIndexMissing, fmt::format("{}: there is no index", index.string()),
                kBuildHint);
  }
  const fs::path stub = index / kStub;
  if (!fs::exists(stub, error)) {
    const bool interrupted = fs::exists(index / "lock", error);
    return fail(ErrorKind::kIndexMissing,
                fmt::format("{}: {}", index.string(),
                            interrupted ? "nothing has been published in this index yet"
                                        : "this folder is no index"),
                kBuildHint);
  }
  const std::optional<std::uint64_t> number = read_stub(stub);
  if (!number || !fs::is_directory(generation_at(index, *number).directory, error)) {
    return fail(ErrorKind::kIndexDamaged,
                fmt::format("{}: names no generation of this index", stub.string()),
                "build the index again: bayan-indexer --rebuild PATH…");
  }
  return generation_at(index, *number);
}

bool is_published(const fs::path& index) {
  std::error_code error;
  return fs::exists(index / kStub, error);
}

Result<IndexLock> IndexLock::acquire(const fs::path& index) {
  std::error_code error;
  fs::create_directories(index, error);
  if (error) {
    return fail(ErrorKind::kIndexUnwritable,
                fmt::format("{}: the folder cannot be made ({})", index.string(), error.message()),
                "choose another place with -d DIR");
  }
  if (!may_become_index(index)) {
    return fail(ErrorKind::kUsage,
                fmt::format("{}: this folder holds other things than an index", index.string()),
                "name an empty or a new folder with -d DIR");
  }
  const fs::path file = index / "lock";
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) {
    return fail(ErrorKind::kIndexUnwritable,
                fmt::format("{}: cannot be written ({})", file.string(), std::strerror(errno)),
                "check the folder's permissions");
  }
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    const std::string holder = holder_of(descriptor);
    ::close(descriptor);
    return fail(
        ErrorKind::kIndexLocked,
        fmt::format("{}: another program is writing to this index{}", index.string(), holder),
        "wait for it to end, then try again");
  }
  note_holder(descriptor);
  return IndexLock(index, descriptor);
}

IndexLock::IndexLock(IndexLock&& other) noexcept
    : index_(std::move(other.index_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

IndexLock& IndexLock::operator=(IndexLock&& other) noexcept {
  std::swap(index_, other.index_);
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

IndexLock::~IndexLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<Generation> IndexLock::begin_generation() const {
  const std::uint64_t published = read_stub(index_ / kStub).value_or(0);
  std::uint64_t last = published;
  for (const std::uint64_t number : generations_in(index_)) last = std::max(last, number);
  // Everything above the published generation is a left-over; what lies below may have readers.
  for (const std::uint64_t number : generations_in(index_)) {
    std::error_code ignored;
    if (number > published) fs::remove_all(generation_at(index_, number).directory, ignored);
  }
  Generation next = generation_at(index_, last + 1);
  std::error_code error;
  fs::create_directories(next.scratch(), error);
  if (error) {
    return fail(ErrorKind::kIndexUnwritable,
                fmt::format("{}: cannot be made ({})", next.directory.string(), error.message()),
                "check the folder's permissions and the room on the disk");
  }
  return next;
}

Result<void> IndexLock::publish(const Generation& generation, Manifest manifest) const {
  const std::uint64_t before = read_stub(index_ / kStub).value_or(0);
  manifest.generation = generation.number;
  const std::string stub =
      fmt::format("{}{}{}{}\n", kStubHead, kGenerationHead, generation.number, kStatements);
  std::error_code ignored;  // a left-over inside the generation harms nobody
  fs::remove_all(generation.scratch(), ignored);
  const auto pass = [](std::string_view point) {
    return [point]() -> Result<void> {
      fault_point(point);
      return {};
    };
  };
  return write_manifest(manifest, generation.manifest())
      .and_then(pass("publish-manifest"))
      .and_then([&] { return sync_tree(generation.directory); })
      .and_then([&] { return sync_directory(index_); })
      .and_then(pass("publish-synced"))
      .and_then([&] { return write_file_synced(index_ / kStubDraft, stub); })
      .and_then(pass("publish-draft"))
      .and_then([&] { return rename_synced(index_ / kStubDraft, index_ / kStub); })
      .and_then(pass("publish-renamed"))
      .map([&] { remove_generations(index_, generation.number, before); });
}

Result<void> IndexLock::replace_manifest(const Generation& published, Manifest manifest) {
  manifest.generation = published.number;
  const fs::path draft = published.directory / "manifest.json.next";
  return write_manifest(manifest, draft).and_then([&] {
    return rename_synced(draft, published.manifest());
  });
}

}  // namespace bayan::index
