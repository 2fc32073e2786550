#include "common/index/xapian_wall.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace bayan::index {
namespace {

constexpr std::string_view kRebuildHint = "build the index again: bayan-indexer --rebuild PATH…";

Error make(ErrorKind kind, std::string_view place, std::string_view fact,
           const Xapian::Error& exception, std::string_view hint) {
  std::string message(place);
  message += ": ";
  message += fact;
  if (!exception.get_msg().empty()) message += " (" + exception.get_msg() + ")";
  return Error{kind, std::move(message), std::string(hint)};
}

/// True for the system's words for a full disk and its like; `reason` may be null.
bool is_about_room(const char* reason) {
  if (reason == nullptr) return false;
  return std::ranges::any_of(std::array{ENOSPC, EDQUOT, EFBIG}, [reason](int number) {
    return std::string_view(reason) == std::strerror(number);
  });
}

}  // namespace

Error to_error(const Xapian::Error& exception, std::string_view place) {
  const std::string_view type = exception.get_type();
  if (type == "DatabaseNotFoundError" || type == "DatabaseOpeningError") {
    return make(ErrorKind::kIndexDamaged, place, "the index cannot be opened", exception,
                kRebuildHint);
  }
  if (type == "DatabaseCorruptError" || type == "SerialisationError") {
    return make(ErrorKind::kIndexDamaged, place, "the index is damaged", exception, kRebuildHint);
  }
  if (type == "DatabaseVersionError") {
    return make(ErrorKind::kIndexVersion, place, "the index has another version of Xapian's format",
                exception, kRebuildHint);
  }
  if (type == "DatabaseLockError") {
    return make(ErrorKind::kIndexLocked, place, "another program is writing to the index",
                exception, "wait for it to end, then try again");
  }
  if (type == "DatabaseModifiedError") {
    return make(ErrorKind::kIndexChanged, place, "the index was changed while it was read",
                exception, "try again");
  }
  if (const char* reason = exception.get_error_string(); is_about_room(reason)) {
    return Error{
        ErrorKind::kIndexUnwritable,
        fmt::format("{}: the index cannot be written ({}: {})", place, exception.get_msg(), reason),
        "make room on the disk, then run again: what was finished is kept"};
  }
  if (type == "DatabaseError") {
    return make(ErrorKind::kIndexDamaged, place, "the index cannot be read or written", exception,
                "if the disk is full, make room; else the index is damaged: build it again with "
                "bayan-indexer --rebuild PATH…");
  }
  if (type == "NetworkError" || type == "NetworkTimeoutError") {
    return make(ErrorKind::kIndexMissing, place, "the remote index does not answer", exception,
                "is the server running?");
  }
  return make(ErrorKind::kInternal, place, "Xapian refused the request", exception, "");
}

Error to_error(const std::filesystem::filesystem_error& exception, std::string_view place) {
  const std::filesystem::path& path = exception.path1();
  return Error{ErrorKind::kIndexUnwritable,
               (path.empty() ? std::string(place) : path.string()) + ": cannot be written (" +
                   exception.code().message() + ")",
               "make room on the disk, or check the folder's permissions"};
}

Error senseless_size(std::string_view place) {
  return Error{ErrorKind::kIndexDamaged,
               std::string(place) + ": the index is damaged (a size that makes no sense)",
               std::string(kRebuildHint)};
}

}  // namespace bayan::index
