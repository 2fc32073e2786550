#pragma once

#include <string>
#include <string_view>

/// Arabic in half the bytes. UTF-8 spends two on each Arabic letter and says in both of them what
/// kind of byte they are; here the 64 code points from U+060C (the Arabic comma) to U+064B, which
/// hold all letters of Arabic and its comma, semicolon and question mark, are one byte each, and
/// all else stays UTF-8:
///
///   «وزير 5» -> 0xBC 0xA6 0xBE 0xA5 ' ' '5'
///
/// Those bytes, 0x80 to 0xBF, begin no character of UTF-8, so it can be read back. Any bytes go in
/// and come out as they were: one that is no part of a well-formed character (file names may hold
/// such) is put behind 0xFF. One text begins with another exactly where their compact forms do, as
/// long as both are whole characters; compact forms are in the order of code points, but for those
/// of Arabic, which follow ASCII at once.
namespace bayan::text {

[[nodiscard]] std::string compact_letters(std::string_view utf8);
/// Of bytes that compact_letters() never gave: any text.
[[nodiscard]] std::string expand_letters(std::string_view compact);
/// The same into `out`, in place of what was there: for walks through a vocabulary.
void expand_letters(std::string_view compact, std::string& out);

}  // namespace bayan::text
