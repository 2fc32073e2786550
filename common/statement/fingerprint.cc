#include "common/statement/fingerprint.h"

#include <xxhash.h>

#include <cstring>

#include "common/base/bytes.h"

namespace bayan::statement {
namespace {

constexpr std::size_t kBytes = sizeof(std::uint64_t) + sizeof(std::uint32_t);

std::uint64_t hash(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

std::uint64_t hash_content(const Statement& statement, std::string_view id) {
  std::string content;
  content.reserve(statement.title.size() + statement.body.size() + 256);
  append_string(content, id);
  for (const std::string* part : {&statement.title, &statement.body, &statement.date,
                                  &statement.issuer, &statement.url, &statement.language}) {
    append_string(content, *part);
  }
  append_varint(content, static_cast<std::uint64_t>(statement.date_source));
  return hash(content);
}

}  // namespace

Fingerprint fingerprint_of(const Statement& statement) {
  return {hash_content(statement, statement.id),
          static_cast<std::uint32_t>(hash(format_location(statement.location)))};
}

std::uint64_t copy_hash(const Statement& statement) { return hash_content(statement, {}); }

std::uint64_t url_hash(const Statement& statement) {
  std::string_view url = statement.url;
  if (url.empty() || url == statement.id) return 0;
  url = url.substr(0, url.find('#'));
  if (const std::size_t scheme = url.find("://"); scheme != std::string_view::npos) {
    url.remove_prefix(scheme + 3);
  }
  if (url.starts_with("www.")) url.remove_prefix(4);
  while (url.ends_with('/')) url.remove_suffix(1);
  const bool names_page = url.find_first_of("/?") != std::string_view::npos;
  return names_page ? hash(url) : 0;
}

std::string encode_fingerprint(const Fingerprint& fingerprint) {
  std::string bytes(kBytes, '\0');
  std::memcpy(bytes.data(), &fingerprint.content, sizeof fingerprint.content);
  std::memcpy(bytes.data() + sizeof fingerprint.content, &fingerprint.location,
              sizeof fingerprint.location);
  return bytes;
}

std::optional<Fingerprint> decode_fingerprint(std::string_view bytes) {
  if (bytes.size() != kBytes) return std::nullopt;
  Fingerprint fingerprint;
  std::memcpy(&fingerprint.content, bytes.data(), sizeof fingerprint.content);
  std::memcpy(&fingerprint.location, bytes.data() + sizeof fingerprint.content,
              sizeof fingerprint.location);
  return fingerprint;
}

}  // namespace bayan::statement
