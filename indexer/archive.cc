#include "indexer/archive.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <optional>

#include "common/base/utf8.h"
#include "common/text/decode.h"

namespace bayan::indexer {
namespace {

using Reader = std::unique_ptr<archive, decltype(&archive_read_free)>;

constexpr std::size_t kBlockBytes = 128 << 10;

std::string reason_of(archive* reader) {
  const char* text = archive_error_string(reader);
  return text == nullptr ? "unknown damage" : text;
}

Problem damaged(const std::filesystem::path& path, const std::string& member, archive* reader) {
  return {ProblemKind::kMalformed, statement::format_location({path.string(), member, 0}),
          "the archive is damaged here (" + reason_of(reader) + ")",
          "what stands before the damage is indexed; fetch the archive again for the rest"};
}

/// The member's name in UTF-8, whatever encoding the archive's writer used, without «..» and
/// leading slashes.
std::string member_name(archive_entry* entry) {
  const char* raw = archive_entry_pathname(entry);
  std::string name = raw == nullptr ? "" : text::decode(raw).text;
  name = std::filesystem::path(name).lexically_normal().generic_string();
  while (name.starts_with("../")) name.erase(0, 3);
  while (name.starts_with('/')) name.erase(0, 1);
  return name.empty() ? "unnamed" : name;
}

bool is_passed_over(const std::string& name) {
  const std::size_t slash = name.rfind('/');
  const std::size_t begin = slash == std::string::npos ? 0 : slash + 1;
  return name.starts_with("__MACOSX/") || (begin < name.size() && name[begin] == '.');
}

/// A member's bytes; nothing when the archive breaks off inside it or it is too large.
struct Member {
  std::optional<std::string> bytes;
  std::optional<Problem> problem;
};

Member read_member(archive* reader, const std::filesystem::path& path, const std::string& name) {
  std::string bytes;
  while (true) {
    const std::size_t before = bytes.size();
    if (before > kLargestFileBytes) {
      return {
          std::nullopt,
          Problem{ProblemKind::kUnreadable, statement::format_location({path.string(), name, 0}),
                  "is larger than 1 GB", "unpack the archive and divide the file"}};
    }
    bytes.resize(before + kBlockBytes);
    const la_ssize_t read = archive_read_data(reader, bytes.data() + before, kBlockBytes);
    if (read < 0) return {std::nullopt, damaged(path, name, reader)};
    bytes.resize(before + static_cast<std::size_t>(read));
    if (read == 0) return {std::move(bytes), std::nullopt};
  }
}

/// Walks the members; keeps count of how far into the file it is.
class ArchiveWalk {
 public:
  ArchiveWalk(const std::filesystem::path& path, const SourceCallbacks& callbacks)
      : path_(path), callbacks_(callbacks), reader_(archive_read_new(), &archive_read_free) {
    archive_read_support_format_zip(reader_.get());
    archive_read_support_format_tar(reader_.get());
    archive_read_support_filter_none(reader_.get());
  }

  void run() {
    if (archive_read_open_filename(reader_.get(), path_.c_str(), kBlockBytes) != ARCHIVE_OK) {
      callbacks_.on_problem(damaged(path_, "", reader_.get()));
      return;
    }
    while (!callbacks_.is_cancelled() && take_member()) {
    }
    count_bytes();
  }

 private:
  /// False at the end of the archive and where it breaks off.
  bool take_member() {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(reader_.get(), &entry);
    if (status == ARCHIVE_EOF) return false;
    if (status < ARCHIVE_WARN) {
      callbacks_.on_problem(damaged(path_, "", reader_.get()));
      return false;
    }
    const std::string name = member_name(entry);
    if (archive_entry_filetype(entry) != AE_IFREG || is_passed_over(name)) return true;
    Member member = read_member(reader_.get(), path_, name);
    count_bytes();
    if (member.problem) {
      const bool may_go_on = member.problem->kind == ProblemKind::kUnreadable;
      callbacks_.on_problem(std::move(*member.problem));
      return may_go_on;
    }
    callbacks_.on_file({{path_.string(), name, 0}, std::move(*member.bytes)});
    return true;
  }

  void count_bytes() {
    const la_int64_t now = archive_filter_bytes(reader_.get(), -1);
    if (now > bytes_) {
      callbacks_.on_bytes(static_cast<std::uint64_t>(now - bytes_));
      bytes_ = now;
    }
  }

  const std::filesystem::path& path_;
  const SourceCallbacks& callbacks_;
  Reader reader_;
  la_int64_t bytes_ = 0;
};

}  // namespace

bool is_archive(std::string_view head) {
  constexpr std::size_t kTarMagicOffset = 257;
  return head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06") ||
         (head.size() > kTarMagicOffset + 5 && head.substr(kTarMagicOffset, 5) == "ustar");
}

void read_archive(const std::filesystem::path& path, const SourceCallbacks& callbacks) {
  ArchiveWalk(path, callbacks).run();
}

}  // namespace bayan::indexer
