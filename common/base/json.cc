#include "common/base/json.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "common/base/printable.h"
#include "common/base/utf8.h"

namespace bayan {
namespace {

void append_escape(std::string& out, char32_t c) {
  if (c >= 0x10000) {
    const char32_t offset = c - 0x10000;
    append_escape(out, 0xD800 + (offset >> 10));
    append_escape(out, 0xDC00 + (offset & 0x3FF));
    return;
  }
  out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
}

}  // namespace

std::string to_json_text(const nlohmann::ordered_json& value) {
  const std::string text = value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const utf8::CodePoint c = utf8::decode_at(text, i);
    // Outside strings JSON has none of these, so escaping them keeps the value the same.
    if (c.value >= 0x7F && is_unsafe_to_print(c.value)) {
      append_escape(out, c.value);
    } else {
      out.append(text, i, c.byte_count);
    }
    i += c.byte_count;
  }
  return out;
}

}  // namespace bayan
