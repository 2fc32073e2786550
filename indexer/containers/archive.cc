#include "indexer/containers/archive.h"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <clocale>
#include <filesystem>
#include <memory>

#include "common/text/decode.h"

namespace bayan::indexer {
namespace {

using Reader = std::unique_ptr<archive, decltype(&archive_read_free)>;

constexpr std::size_t kBlockBytes = 128 << 10;

/// libarchive turns names into the thread's locale; under LC_ALL=C it would lose those in UTF-8 and
/// UTF-16. For the time of its life this makes the locale UTF-8, whatever the user's is.
class Utf8Locale {
 public:
  Utf8Locale()
      : locale_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)),
        before_(locale_ != nullptr ? ::uselocale(locale_) : nullptr) {}
  ~Utf8Locale() {
    if (locale_ == nullptr) return;
    ::uselocale(before_);
    ::freelocale(locale_);
  }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

 private:
  locale_t locale_;
  locale_t before_;
};

std::string reason_of(archive* reader) {
  const char* text = archive_error_string(reader);
  return text == nullptr ? "unknown damage" : text;
}

Problem damaged(const statement::Location& place, archive* reader) {
  const std::string reason = reason_of(reader);
  if (archive_read_has_encrypted_entries(reader) == 1 &&
      reason.find("assphrase") != std::string::npos) {
    return {ProblemKind::kUnreadable, format_location(place), "is encrypted",
            "unpack it with its password and name what comes out"};
  }
  return {ProblemKind::kMalformed, format_location(place),
          "the archive is damaged here (" + reason + ")",
          "what stands before the damage is indexed; fetch the archive again for the rest"};
}

/// The member's name in UTF-8, whatever encoding the archive's writer used, without «..» and
/// leading slashes.
std::string member_name(archive_entry* entry) {
  const char* raw = archive_entry_pathname(entry);
  if (raw == nullptr) raw = archive_entry_pathname_utf8(entry);
  std::string name = raw == nullptr ? "" : text::decode_name(raw);
  name = std::filesystem::path(name).lexically_normal().generic_string();
  while (name.starts_with("../")) name.erase(0, 3);
  while (name.starts_with('/')) name.erase(0, 1);
  return name.empty() || name == ".." ? "unnamed" : name;
}

/// What libarchive calls for more bytes.
struct Feed {
  InputStream& in;
  std::unique_ptr<Problem> failure = nullptr;
  std::array<char, kBlockBytes> block = {};

  static la_ssize_t read(archive* reader, void* self, const void** out) {
    auto& feed = *static_cast<Feed*>(self);
    *out = feed.block.data();
    const auto count = feed.in.read(feed.block.data(), feed.block.size());
    if (count) return static_cast<la_ssize_t>(*count);
    feed.failure = std::make_unique<Problem>(count.error());
    archive_set_error(reader, -1, "%s", count.error().fact.c_str());
    return -1;
  }

  static la_int64_t seek(archive* /*reader*/, void* self, la_int64_t offset, int whence) {
    auto& feed = *static_cast<Feed*>(self);
    la_int64_t to = offset;
    if (whence == SEEK_END) to += feed.in.size();
    if (whence == SEEK_CUR || to < 0 || to > feed.in.size()) return ARCHIVE_FATAL;
    feed.in.seek(to);
    return to;
  }
};

/// The bytes of the member that the archive stands at.
class MemberInput : public InputStream {
 public:
  MemberInput(archive* reader, const Feed& feed, const statement::Location& place,
              ContainerReader& owner)
      : reader_(reader), feed_(feed), place_(place), owner_(owner) {}

  tl::expected<std::size_t, Problem> read(char* out, std::size_t capacity) override {
    const la_ssize_t count = archive_read_data(reader_, out, capacity);
    if (count < 0) {
      broke_off_ = true;
      return tl::unexpected(feed_.failure ? *feed_.failure : damaged(place_, reader_));
    }
    owner_.budget().add_unpacked(static_cast<std::uint64_t>(count));
    if (owner_.budget().is_exceeded()) {
      broke_off_ = true;
      return tl::unexpected(
          owner_.options().limits.exceeded(Limit::kExpansion, format_location(place_)));
    }
    return static_cast<std::size_t>(count);
  }

  [[nodiscard]] bool broke_off() const { return broke_off_; }

 private:
  archive* reader_;
  const Feed& feed_;
  const statement::Location& place_;
  ContainerReader& owner_;
  bool broke_off_ = false;
};

class ArchiveWalk {
 public:
  ArchiveWalk(ContainerReader& owner, const SourceFile& found, InputStream& in, unsigned depth)
      : owner_(owner),
        found_(found),
        depth_(depth),
        feed_{in},
        reader_(archive_read_new(), &archive_read_free) {
    archive_read_support_filter_all(reader_.get());
    archive_read_support_format_tar(reader_.get());
    if (in.size() >= 0) {
      archive_read_support_format_zip_seekable(reader_.get());
      archive_read_support_format_zip_streamable(reader_.get());
      archive_read_support_format_7zip(reader_.get());
      archive_read_set_seek_callback(reader_.get(), &Feed::seek);
    } else {
      archive_read_support_format_raw(reader_.get());
      archive_read_support_format_empty(reader_.get());
    }
    archive_read_set_read_callback(reader_.get(), &Feed::read);
    archive_read_set_callback_data(reader_.get(), &feed_);
  }

  void run() {
    if (archive_read_open1(reader_.get()) != ARCHIVE_OK) {
      tell_damage();
      return;
    }
    while (!owner_.callbacks().is_cancelled() && take_member()) {
    }
  }

 private:
  /// False at the end of the archive and where it breaks off.
  bool take_member() {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(reader_.get(), &entry);
    if (status == ARCHIVE_EOF) return false;
    if (status < ARCHIVE_WARN) {
      tell_damage();
      return false;
    }
    if (++member_count_ > owner_.options().limits[Limit::kMembers]) {
      owner_.callbacks().on_problem(
          owner_.options().limits.exceeded(Limit::kMembers, format_location(found_.location)));
      return false;
    }
    // One compressed file: it is what it holds.
    const bool is_bare = archive_format(reader_.get()) == ARCHIVE_FORMAT_RAW;
    SourceFile member = found_;
    if (!is_bare) {
      const std::string name = member_name(entry);
      if (archive_entry_filetype(entry) != AE_IFREG || has_hidden_part(name)) return true;
      if (!member.location.member.empty()) member.location.member += "!/";
      member.location.member += name;
      if (owner_.options().selection.excludes(format_location(member.location))) return true;
    }
    return read_member(member);
  }

  bool read_member(const SourceFile& member) {
    MemberInput in(reader_.get(), feed_, member.location, owner_);
    owner_.take(member, in, depth_ + 1);
    return !in.broke_off();
  }

  void tell_damage() {
    owner_.callbacks().on_problem(feed_.failure ? *feed_.failure
                                                : damaged(found_.location, reader_.get()));
  }

  ContainerReader& owner_;
  const SourceFile& found_;
  unsigned depth_;
  Feed feed_;
  Reader reader_;
  std::uint64_t member_count_ = 0;
};

}  // namespace

void read_archive(ContainerReader& reader, const SourceFile& found, InputStream& in,
                  unsigned depth) {
  const Utf8Locale locale;
  ArchiveWalk(reader, found, in, depth).run();
}

}  // namespace bayan::indexer
