#include "common/base/error.h"

#include "common/base/printable.h"

namespace bayan {

ExitStatus exit_status(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kUsage:
    case ErrorKind::kQuery:
      return ExitStatus::kUsage;
    case ErrorKind::kNothingFound:
      return ExitStatus::kNothingFound;
    case ErrorKind::kUnreadable:
    case ErrorKind::kMalformed:
      return ExitStatus::kPartial;
    case ErrorKind::kIndexMissing:
    case ErrorKind::kIndexLocked:
    case ErrorKind::kIndexChanged:
    case ErrorKind::kIndexVersion:
    case ErrorKind::kIndexDamaged:
    case ErrorKind::kIndexUnwritable:
    case ErrorKind::kInternal:
      return ExitStatus::kIndexUnusable;
  }
  return ExitStatus::kIndexUnusable;
}

std::string format_error(std::string_view program, const Error& error, std::string_view place) {
  std::string out(program);
  out += ": ";
  out += printable_block(error.message);
  out += '\n';
  out += place;
  if (!error.hint.empty()) {
    out += "hint: ";
    out += printable_block(error.hint);
    out += '\n';
  }
  return out;
}

}  // namespace bayan
