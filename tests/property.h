#pragma once

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "common/base/utf8.h"

namespace bayan::tests {

/// Runs a property in a Catch2 test; the counterexample is printed by RapidCheck.
template <typename Property>
void check_property(const std::string& name, Property&& property) {
  const bool holds = rc::check(name, std::forward<Property>(property));
  CHECK(holds);
}

/// «U+0627 U+0653»: how failures show text, for glyphs hide what differs.
inline std::string code_points(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const utf8::CodePoint c = utf8::decode_at(text, i);
    i += c.byte_count;
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "U+%04X ", static_cast<unsigned>(c.value));
    out += buffer;
  }
  if (!out.empty()) out.pop_back();
  return out;
}

/// Text of code points that matter here: Arabic letters, marks, digits, presentation forms, Latin,
/// punctuation, controls, and now and then anything at all.
inline rc::Gen<std::string> arabic_text() {
  const auto code_point = rc::gen::weightedOneOf<char32_t>(
      {{20, rc::gen::inRange<char32_t>(0x0621, 0x064B)},
       {5, rc::gen::inRange<char32_t>(0x064B, 0x0671)},
       {4, rc::gen::inRange<char32_t>(0x0671, 0x0700)},
       {4, rc::gen::element<char32_t>(U' ', U' ', U',', U'.', U'\n', U'-', 0x060C)},
       {3, rc::gen::inRange<char32_t>(U'0', U'9' + 1)},
       {3, rc::gen::inRange<char32_t>(U'A', U'z' + 1)},
       {2, rc::gen::inRange<char32_t>(0xFB50, 0xFF00)},
       {2, rc::gen::inRange<char32_t>(0x2000, 0x2070)},
       {1, rc::gen::inRange<char32_t>(0x0000, 0xD800)},
       {1, rc::gen::inRange<char32_t>(0xE000, 0x110000)}});
  return rc::gen::map(rc::gen::container<std::u32string>(code_point), [](const std::u32string& s) {
    std::string out;
    for (const char32_t c : s) utf8::append(out, c);
    return out;
  });
}

/// Any bytes at all.
inline rc::Gen<std::string> any_bytes() {
  return rc::gen::container<std::string>(rc::gen::map(
      rc::gen::inRange<int>(0, 256), [](int byte) { return static_cast<char>(byte); }));
}

}  // namespace bayan::tests
