#include "indexer/parse.h"

#include <fmt/format.h>

#include <array>

#include "common/text/blank.h"
#include "common/text/decode.h"
#include "indexer/parse_formats.h"

namespace bayan::indexer {
namespace {

/// Formats that are told by their first bytes and not read: better said than indexed as noise.
struct KnownMagic {
  std::string_view magic;
  std::string_view name;
};
constexpr std::array kUnreadFormats = {
    KnownMagic{"%PDF-", "PDF"},
    KnownMagic{"\xD0\xCF\x11\xE0", "old Office"},
    KnownMagic{"PK\x03\x04", "zip inside an archive"},
    KnownMagic{"\x1F\x8B", "gzip"},
    KnownMagic{"\x89PNG", "PNG"},
    KnownMagic{"\xFF\xD8\xFF", "JPEG"},
    KnownMagic{"GIF8", "GIF"},
    KnownMagic{"WARC/", "WARC"},
    KnownMagic{"7z\xBC\xAF", "7z"},
    KnownMagic{"\x7F"
               "ELF",
               "program"},
};

std::string_view unread_format(std::string_view bytes) {
  for (const KnownMagic& row : kUnreadFormats) {
    if (bytes.starts_with(row.magic)) return row.name;
  }
  return {};
}

/// Text has few controls; what has many is some other format.
bool is_binary(std::string_view text) {
  constexpr std::size_t kSample = 4096;
  const std::string_view sample = text.substr(0, kSample);
  std::size_t controls = 0;
  for (const char c : sample) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f') ++controls;
  }
  return controls * 20 > sample.size();
}

void tell(const ParseCallbacks& callbacks, ProblemKind kind, const SourceFile& file,
          std::string fact, std::string hint) {
  callbacks.on_problem({kind, format_location(file.location), std::move(fact), std::move(hint)});
}

std::optional<text::Decoded> decode_file(const SourceFile& file, const ParseOptions& options,
                                         const ParseCallbacks& callbacks) {
  text::Decoded decoded;
  if (options.encoding.empty()) {
    decoded = text::decode(file.bytes);
  } else {
    Result<text::Decoded> forced = text::decode_as(file.bytes, options.encoding);
    if (!forced) return std::nullopt;  // the name was checked with the options
    decoded = std::move(*forced);
  }
  if (is_binary(decoded.text)) {
    tell(callbacks, ProblemKind::kUnsupported, file, "is no text",
         "plain text, JSON, JSON Lines and zip or tar archives of them are read");
    return std::nullopt;
  }
  if (decoded.replaced_count > 0) {
    const std::string at = decoded.encoding == "UTF-8"
                               ? fmt::format(" at byte {}", decoded.first_replaced)
                               : std::string();
    tell(callbacks, ProblemKind::kReplaced, file,
         fmt::format("not valid {}{} ({} {} replaced)", decoded.encoding, at,
                     decoded.replaced_count, decoded.replaced_count == 1 ? "place" : "places"),
         "if the file has another encoding, name it with --encoding");
  }
  return decoded;
}

}  // namespace

void parse_file(const SourceFile& file, const ParseOptions& options,
                const ParseCallbacks& callbacks) {
  if (const std::string_view format = unread_format(file.bytes); !format.empty()) {
    tell(callbacks, ProblemKind::kUnsupported, file, fmt::format("{} is not read", format),
         "plain text, JSON, JSON Lines and zip or tar archives of them are read");
    return;
  }
  const std::optional<text::Decoded> decoded = decode_file(file, options, callbacks);
  if (!decoded) return;
  if (text::is_blank(decoded->text)) {
    tell(callbacks, ProblemKind::kEmpty, file, "the file holds no text", "");
  } else if (looks_like_json(decoded->text)) {
    parse_json(decoded->text, file.location, options, callbacks);
  } else {
    parse_text(decoded->text, file.location, callbacks);
  }
}

}  // namespace bayan::indexer
