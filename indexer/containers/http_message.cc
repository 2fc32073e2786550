#include "indexer/containers/http_message.h"

#include <zlib.h>

#include <algorithm>
#include <charconv>

namespace bayan::indexer {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

std::string to_lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), lower);
  return out;
}

std::string_view strip(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == kNone) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text = end == kNone ? std::string_view() : text.substr(end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// Nothing when `body` is not chunked. A body that breaks off keeps what it has.
std::optional<std::string> join_chunks(std::string_view body) {
  std::string out;
  bool is_first = true;
  while (!body.empty()) {
    const std::string_view line = take_line(body);
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    const bool is_size =
        error == std::errc() && (end == line.data() + line.size() || *end == ';' || *end == ' ');
    if (!is_size) return is_first ? std::nullopt : std::optional<std::string>(std::move(out));
    is_first = false;
    if (size == 0) break;
    out += body.substr(0, size);
    body.remove_prefix(std::min(size, body.size()));
    (void)take_line(body);
  }
  return out;
}

/// Unpacks gzip and zlib, and deflate without any header; false when it is none of them.
bool inflate_body(std::string_view packed, std::size_t largest, int window_bits, std::string& out,
                  bool& is_too_large) {
  z_stream stream{};
  if (inflateInit2(&stream, window_bits) != Z_OK) return false;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(std::min<std::size_t>(packed.size(), UINT32_MAX));
  constexpr std::size_t kBlock = 64 << 10;
  int status = Z_OK;
  while (status == Z_OK && out.size() <= largest) {
    const std::size_t before = out.size();
    out.resize(before + kBlock);
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + before);
    stream.avail_out = kBlock;
    status = inflate(&stream, Z_NO_FLUSH);
    out.resize(out.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  is_too_large = out.size() > largest;
  if (is_too_large) out.resize(largest);
  return !out.empty() || status == Z_STREAM_END;
}

void undo_content_coding(HttpResponse& response, std::size_t largest) {
  const auto coding = response.fields.find("content-encoding");
  if (coding == response.fields.end()) return;
  const std::string name = to_lower(strip(coding->second));
  if (name.empty() || name == "identity") return;
  const bool is_gzip = name == "gzip" || name == "x-gzip";
  if (!is_gzip && name != "deflate") {
    response.unread_coding = name;
    return;
  }
  constexpr int kGzipOrZlib = 15 + 32;
  constexpr int kBare = -15;
  std::string unpacked;
  if (inflate_body(response.body, largest, kGzipOrZlib, unpacked, response.is_too_large) ||
      (!is_gzip && inflate_body(response.body, largest, kBare, unpacked, response.is_too_large))) {
    response.body = std::move(unpacked);
  }
}

}  // namespace

HeaderFields parse_header_fields(std::string_view block) {
  HeaderFields fields;
  std::string* last = nullptr;
  while (!block.empty()) {
    const std::string_view line = take_line(block);
    if (!line.empty() && (line.front() == ' ' || line.front() == '\t')) {
      if (last != nullptr) *last += " " + std::string(strip(line));
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == kNone) continue;
    const auto [field, is_new] =
        fields.try_emplace(to_lower(strip(line.substr(0, colon))), strip(line.substr(colon + 1)));
    last = is_new ? &field->second : nullptr;
  }
  return fields;
}

std::size_t find_header_end(std::string_view bytes) {
  for (std::size_t at = bytes.find('\n'); at != kNone; at = bytes.find('\n', at + 1)) {
    if (bytes.substr(at + 1).starts_with('\n')) return at + 2;
    if (bytes.substr(at + 1).starts_with("\r\n")) return at + 3;
  }
  return kNone;
}

ContentType parse_content_type(std::string_view value) {
  ContentType type;
  type.media_type = to_lower(strip(value.substr(0, value.find(';'))));
  const std::string lowered = to_lower(value);
  const std::size_t at = lowered.find("charset=");
  if (at == kNone) return type;
  std::string_view charset = strip(value.substr(at + std::string_view("charset=").size()));
  charset = charset.substr(0, charset.find_first_of("; ,"));
  while (!charset.empty() && (charset.front() == '"' || charset.front() == '\'')) {
    charset.remove_prefix(1);
  }
  type.charset = charset.substr(0, charset.find_first_of("\"'"));
  return type;
}

std::optional<HttpResponse> parse_http_response(std::string_view bytes, std::size_t largest_body) {
  if (!bytes.starts_with("HTTP/")) return std::nullopt;
  const std::size_t header_size = std::min(find_header_end(bytes), bytes.size());
  std::string_view header = bytes.substr(0, header_size);
  HttpResponse response;
  std::string_view status_line = take_line(header);
  status_line.remove_prefix(std::min(status_line.find(' '), status_line.size()));
  status_line = strip(status_line);
  std::from_chars(status_line.data(), status_line.data() + status_line.size(), response.status);
  response.fields = parse_header_fields(header);
  response.body = bytes.substr(header_size);
  const auto transfer = response.fields.find("transfer-encoding");
  if (transfer != response.fields.end() &&
      to_lower(transfer->second).find("chunked") != std::string::npos) {
    if (auto joined = join_chunks(response.body)) response.body = std::move(*joined);
  }
  undo_content_coding(response, largest_body);
  return response;
}

}  // namespace bayan::indexer
