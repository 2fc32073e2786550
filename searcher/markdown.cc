#include "searcher/markdown.h"

#include <fmt/format.h>

#include "common/base/printable.h"

namespace bayan::searcher {
namespace {

/// Signs that mean something within a line.
constexpr std::string_view kInline = "\\`*_[]<>&|~$";

/// Whether a line that begins so would be a heading, a list item, a rule or an underlined title:
/// «# », «- », «+ », «===», «12.», «12)».
std::size_t place_of_block_sign(std::string_view line) {
  if (line.find_first_of("#-+=") == 0) return 0;
  const std::size_t behind = line.find_first_not_of("0123456789");
  const bool is_number = behind != 0 && behind != std::string_view::npos;
  if (is_number && (line[behind] == '.' || line[behind] == ')')) return behind;
  return std::string_view::npos;
}

/// A URL as a link's target between angle brackets takes it: no white space, no bracket.
std::string link_target(std::string_view url) {
  std::string out;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte >= 0x7F || c == '<' || c == '>' || c == '\\') {
      out += fmt::format("%{:02X}", byte);
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string markdown_text(std::string_view text) {
  const std::string line = printable_line(text);
  const std::size_t block_sign = place_of_block_sign(line);
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (i == block_sign || kInline.find(line[i]) != std::string_view::npos) out += '\\';
    out += line[i];
  }
  return out;
}

std::string markdown_link(std::string_view text, std::string_view url) {
  if (!url.starts_with("https://") && !url.starts_with("http://")) return markdown_text(text);
  return fmt::format("[{}](<{}>)", markdown_text(text), link_target(url));
}

std::string markdown_source(std::string_view issuer, std::string_view date,
                            std::string_view location, std::string_view url) {
  std::string out = "—";
  for (const std::string_view part : {issuer, date}) {
    if (!part.empty()) out += fmt::format(" {},", markdown_text(part));
  }
  return fmt::format("{} {}", out, markdown_link(url.empty() ? location : url, url));
}

}  // namespace bayan::searcher
