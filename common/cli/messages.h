#pragma once

#include <span>
#include <string>
#include <string_view>

#include "common/base/error.h"
#include "common/cli/locale_format.h"

/// The one table of messages in both languages.
///
/// Libraries know no language: their errors are English and go into logs and JSON as they are. A
/// message is looked up where it is shown to a person. «{}» in a row stands for what the message
/// is about (a path, a name, a number) and comes out as it went in.
///
///   translate(Language::kArabic, "there is no option --colour")   // «لا يوجد خيار --colour»
namespace bayan::cli {

struct MessageRow {
  std::string_view english;
  std::string_view arabic;
};
[[nodiscard]] std::span<const MessageRow> message_rows();

/// `english` in that language; as it is where no row fits.
[[nodiscard]] std::string translate(Language language, std::string_view english);

/// format_error() with message and hint in that language; `place` as there.
[[nodiscard]] std::string format_error_in(Language language, std::string_view program,
                                          const Error& error, std::string_view place = {});

}  // namespace bayan::cli
