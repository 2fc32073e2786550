#include "common/text/mojibake.h"

#include <unicode/ucnv.h>

#include <array>
#include <map>

#include "common/base/utf8.h"
#include "common/text/arabic_score.h"

// Nearly every Arabic letter is D8 or D9 and a byte behind it in UTF-8. Those two are Ø and Ù in
// Windows-1252 and ط and ظ in Windows-1256, so a text in which every other code point is one of a
// pair has been decoded by the wrong table.
namespace bayan::text {
namespace {

/// Code points to the bytes of a single-byte table. Bytes that the table leaves out stand for
/// themselves, as all browsers read them.
using ByteOf = std::map<char32_t, char>;

ByteOf load_table(const char* encoding) {
  ByteOf table;
  UErrorCode status = U_ZERO_ERROR;
  UConverter* const converter = ucnv_open(encoding, &status);
  for (int byte = 0; byte < 256 && U_SUCCESS(status); ++byte) {
    const char c = static_cast<char>(byte);
    char16_t unit = 0;
    const int32_t count = ucnv_toUChars(converter, &unit, 1, &c, 1, &status);
    if (status == U_STRING_NOT_TERMINATED_WARNING) status = U_ZERO_ERROR;
    const bool is_known = count == 1 && unit != 0xFFFD;
    table.emplace(is_known ? unit : static_cast<char32_t>(byte), c);
  }
  ucnv_close(converter);
  return table;
}

struct WrongTable {
  char32_t lead_d8;
  char32_t lead_d9;
  const char* encoding;
};
constexpr std::array kWrongTables = {WrongTable{0x00D8, 0x00D9, "windows-1252"},
                                     WrongTable{0x0637, 0x0638, "windows-1256"}};

/// Enough pairs in the first lines for the text to be worth a trial.
bool is_suspect(std::string_view text, const WrongTable& table) {
  constexpr std::size_t kSample = 600;
  constexpr std::size_t kLeastLeads = 3;
  std::size_t leads = 0;
  std::size_t strangers = 0;
  const std::string_view sample = text.substr(0, kSample);
  for (std::size_t i = 0; i < sample.size();) {
    const utf8::CodePoint c = utf8::decode_at(sample, i);
    i += c.byte_count;
    if (c.value < 0x80 || c.value == utf8::kReplacement) continue;
    ++strangers;
    if (c.value == table.lead_d8 || c.value == table.lead_d9) ++leads;
  }
  return leads >= kLeastLeads && leads * 3 >= strangers;
}

/// The bytes that the wrong table was laid upon; what it does not hold stays as it is.
std::string encode_back(std::string_view text, const ByteOf& table) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size();) {
    const utf8::CodePoint c = utf8::decode_at(text, i);
    const auto byte = table.find(c.value);
    if (byte != table.end()) {
      bytes += byte->second;
    } else {
      bytes += text.substr(i, c.byte_count);
    }
    i += c.byte_count;
  }
  return bytes;
}

const ByteOf& table_of(std::size_t row) {
  static const std::array<ByteOf, 2> kTables = {load_table(kWrongTables[0].encoding),
                                                load_table(kWrongTables[1].encoding)};
  return kTables[row];
}

}  // namespace

std::optional<std::string> undo_double_decoding(std::string_view text) {
  for (std::size_t row = 0; row < kWrongTables.size(); ++row) {
    if (!is_suspect(text, kWrongTables[row])) continue;
    utf8::Repaired repaired = utf8::repair(encode_back(text, table_of(row)));
    // A text of its own that is full of ط and ظ falls apart when it is encoded back.
    if (repaired.replaced_count * 10 < repaired.text.size() / 2 &&
        arabic_score(repaired.text) > arabic_score(text)) {
      return std::move(repaired.text);
    }
  }
  return std::nullopt;
}

}  // namespace bayan::text
