#include "indexer/work_area.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <nlohmann/json.hpp>

#include "common/base/bytes.h"
#include "common/base/fault_point.h"
#include "common/base/files.h"
#include "indexer/file_state.h"

namespace bayan::indexer {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::string_view kSegmentHead = "segment-";
constexpr std::string_view kSealTail = ".seal";

std::string hex(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) out += fmt::format("{:02x}", static_cast<unsigned char>(c));
  return out;
}

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Every file of a segment with its size and hash.
Json files_of(const fs::path& segment) {
  Json files = Json::object();
  std::error_code error;
  std::vector<fs::path> paths;
  for (const fs::directory_entry& entry : fs::directory_iterator(segment, error)) {
    paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  for (const fs::path& path : paths) {
    files[path.filename().string()] = {fs::file_size(path, error), hex(hash_of_file(path))};
  }
  return files;
}

std::uint64_t chain(std::uint64_t hash, std::string_view record) {
  return XXH3_64bits_withSeed(record.data(), record.size(), hash);
}

std::string key_record(index::FieldId field, std::string_view key) {
  std::string record;
  append_varint(record, static_cast<std::uint64_t>(field));
  append_string(record, key);
  return record;
}

bool append_to(const fs::path& file, std::string_view bytes) {
  std::ofstream out(file, std::ios::binary | std::ios::app);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  return !out.fail();
}

/// Keys as far as they can be read, and the chained hash behind each.
struct KeyLog {
  std::vector<WorkArea::Key> keys;
  std::vector<std::uint64_t> hashes;
};

KeyLog read_keys(const fs::path& file) {
  const std::string bytes = read_file(file);
  KeyLog log;
  std::uint64_t hash = 0;
  for (ByteReader in(bytes); !in.at_end();) {
    const std::uint64_t field = in.read_varint();
    const std::string_view key = in.read_string();
    if (!in.ok() || field >= index::fields().size()) break;
    log.keys.push_back({static_cast<index::FieldId>(field), std::string(key)});
    hash = chain(hash, key_record(log.keys.back().field, key));
    log.hashes.push_back(hash);
  }
  return log;
}

/// How many keys the segment behind a seal needs; nothing where seal, segment and keys disagree.
std::optional<std::uint64_t> check_seal(const fs::path& seal, const fs::path& segment,
                                        const KeyLog& log) {
  const Json json = Json::parse(read_file(seal), nullptr, /*allow_exceptions=*/false);
  if (!json.is_object() || json.value("files", Json()) != files_of(segment)) return std::nullopt;
  if (!json.contains("keys") || !json["keys"].is_number_unsigned()) return std::nullopt;
  const std::uint64_t count = json["keys"];
  const std::uint64_t hash = json.value("keys_hash", std::uint64_t{0});
  if (count > log.keys.size() || (count > 0 && log.hashes[count - 1] != hash)) return std::nullopt;
  return count;
}

std::optional<std::uint32_t> number_of_seal(const std::string& name) {
  if (!name.starts_with(kSegmentHead) || !name.ends_with(kSealTail)) return std::nullopt;
  std::uint32_t number = 0;
  const char* end = name.data() + name.size() - kSealTail.size();
  const auto [read_to, error] = std::from_chars(name.data() + kSegmentHead.size(), end, number);
  return error == std::errc{} && read_to == end ? std::optional(number) : std::nullopt;
}

}  // namespace

WorkArea::WorkArea(fs::path directory) : directory_(std::move(directory)) {}

Result<WorkArea> WorkArea::open(const fs::path& index, const std::string& header) {
  WorkArea area(index / "work");
  if (read_file(area.directory_ / "run.json") == header) area.take_over();
  if (area.segments_.empty()) {
    if (Result<void> begun = area.begin(header); !begun) return tl::unexpected(begun.error());
  }
  return area;
}

Result<void> WorkArea::begin(const std::string& header) {
  std::error_code error;
  fs::remove_all(directory_, error);
  fs::create_directories(directory_, error);
  if (error) {
    return fail(ErrorKind::kIndexUnwritable,
                fmt::format("{}: cannot be made ({})", directory_.string(), error.message()),
                "check the folder's permissions and the room on the disk");
  }
  return write_file_synced(directory_ / "run.json", header);
}

Result<void> WorkArea::clear() {
  segments_.clear();
  keys_.clear();
  key_count_ = 0;
  key_hash_ = 0;
  const std::string header = read_file(directory_ / "run.json");
  return begin(header);
}

void WorkArea::take_over() {
  const KeyLog log = read_keys(directory_ / "keys");
  std::error_code error;
  std::vector<fs::path> others;
  for (const fs::directory_entry& entry : fs::directory_iterator(directory_, error)) {
    const std::string name = entry.path().filename().string();
    if (const std::optional<std::uint32_t> number = number_of_seal(name)) {
      const fs::path segment = segment_path(*number);
      if (const auto needed = check_seal(entry.path(), segment, log)) {
        segments_.push_back({*number, segment});
        key_count_ = std::max(key_count_, *needed);
        continue;
      }
    }
    if (name != "run.json" && name != "keys") others.push_back(entry.path());
  }
  for (const fs::path& path : others) {
    const bool is_taken = std::ranges::find(segments_, path, &Segment::path) != segments_.end();
    if (!is_taken) fs::remove_all(path, error);
  }
  std::ranges::sort(segments_, {}, &Segment::number);
  keys_.assign(log.keys.begin(), log.keys.begin() + static_cast<std::ptrdiff_t>(key_count_));
  key_hash_ = key_count_ == 0 ? 0 : log.hashes[key_count_ - 1];
  std::string bytes;
  for (const Key& key : keys_) bytes += key_record(key.field, key.key);
  fs::resize_file(directory_ / "keys", bytes.size(), error);  // a torn tail must not stay
}

fs::path WorkArea::segment_path(std::uint32_t number) const {
  return directory_ / (std::string(kSegmentHead) + std::to_string(number));
}

void WorkArea::note_key(index::FieldId field, std::string_view key) {
  const std::lock_guard lock(*mutex_);
  const std::string record = key_record(field, key);
  pending_keys_ += record;
  key_hash_ = chain(key_hash_, record);
  ++key_count_;
}

Result<void> WorkArea::seal(std::uint32_t number) {
  Json json;
  json["files"] = files_of(segment_path(number));
  {
    const std::lock_guard lock(*mutex_);
    if (!append_to(directory_ / "keys", pending_keys_)) {
      return fail(ErrorKind::kIndexUnwritable,
                  fmt::format("{}: cannot be written", (directory_ / "keys").string()),
                  "make room on the disk, then try again");
    }
    pending_keys_.clear();
    json["keys"] = key_count_;
    json["keys_hash"] = key_hash_;
  }
  const fs::path draft = segment_path(number).string() + ".draft";
  const fs::path seal = segment_path(number).string() + std::string(kSealTail);
  std::error_code error;
  if (!append_to(draft, json.dump())) error = std::make_error_code(std::errc::no_space_on_device);
  if (!error) fs::rename(draft, seal, error);
  if (error) {
    return fail(ErrorKind::kIndexUnwritable,
                fmt::format("{}: cannot be written ({})", seal.string(), error.message()),
                "make room on the disk, then try again");
  }
  fault_point("segment-sealed");
  return {};
}

void WorkArea::remove() {
  std::error_code ignored;  // a left-over is thrown away by the next run
  fs::remove_all(directory_, ignored);
}

}  // namespace bayan::indexer
