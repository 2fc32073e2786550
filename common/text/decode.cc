#include "common/text/decode.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "common/base/utf8.h"

// Legacy encodings of Arabic differ in where they put the letters, so each candidate is tried and
// the reading judged: letters in plenty, the article «ال» at heads of words, no controls.
//
//   C7 E1 E6 D2 ED D1  ->  windows-1256 «الوزير», ISO-8859-6 «اشظ٢…»
namespace bayan::text {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LittleMark = "\xFF\xFE";
constexpr std::string_view kUtf16BigMark = "\xFE\xFF";
/// How much of a text is looked at to judge a reading of it.
constexpr std::size_t kSampleBytes = 16 << 10;

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

std::optional<Decoded> convert(std::string_view bytes, const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter(ucnv_open(encoding.c_str(), &status), &ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  const icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(),
                                status);
  if (U_FAILURE(status)) return std::nullopt;
  Decoded decoded;
  decoded.encoding = encoding;
  text.toUTF8String(decoded.text);
  decoded.replaced_count = static_cast<std::size_t>(
      std::count(text.getBuffer(), text.getBuffer() + text.length(), u'\uFFFD'));
  // A converter passes lone surrogates on; what leaves here is well-formed.
  utf8::Repaired repaired = utf8::repair(decoded.text);
  decoded.replaced_count += repaired.replaced_count;
  decoded.text = std::move(repaired.text);
  return decoded;
}

Decoded as_utf8(std::string_view bytes) {
  if (bytes.starts_with(kUtf8Mark)) {
    Decoded decoded = as_utf8(bytes.substr(kUtf8Mark.size()));
    decoded.first_replaced += kUtf8Mark.size();
    return decoded;
  }
  utf8::Repaired repaired = utf8::repair(bytes);
  return {std::move(repaired.text), "UTF-8", repaired.replaced_count, repaired.first_replaced};
}

/// UTF-8 with damaged places, rather than something else: far more good sequences than bad ones.
bool is_mostly_utf8(const Decoded& decoded) {
  std::size_t multibyte = 0;
  for (const char byte : decoded.text) {
    if ((static_cast<unsigned char>(byte) & 0xC0) == 0xC0) ++multibyte;
  }
  multibyte -= std::min(multibyte, decoded.replaced_count);
  constexpr std::size_t kGoodForOneBad = 10;
  return multibyte >= decoded.replaced_count * kGoodForOneBad;
}

/// How much a reading looks like Arabic text; higher is better.
long arabic_score(std::string_view text) {
  constexpr long kArticle = 4;
  constexpr long kStranger = -5;
  long score = 0;
  char32_t before = U' ';
  char32_t before_that = U' ';
  for (std::size_t i = 0; i < text.size();) {
    const utf8::CodePoint c = utf8::decode_at(text, i);
    i += c.byte_count;
    const bool is_letter = c.value >= 0x0621 && c.value <= 0x064A && c.value != 0x0640;
    if (is_letter) ++score;
    if (c.value == 0x0644 && before == 0x0627 && before_that <= U' ') score += kArticle;
    if ((c.value < 0x20 && c.value != U'\n' && c.value != U'\r' && c.value != U'\t') ||
        (c.value >= 0x7F && c.value < 0xA0) || c.value == utf8::kReplacement || c.value >= 0x2500) {
      score += kStranger;
    }
    before_that = before;
    before = c.value;
  }
  return score;
}

Decoded best_legacy_reading(std::string_view bytes) {
  constexpr std::array<const char*, 5> kCandidates = {"windows-1256", "ISO-8859-6", "x-mac-arabic",
                                                      "UTF-16LE", "UTF-16BE"};
  const std::string_view sample = bytes.substr(0, kSampleBytes);
  const char* best = kCandidates.front();
  long best_score = 0;
  for (const char* candidate : kCandidates) {
    const std::optional<Decoded> reading = convert(sample, candidate);
    const long score = reading ? arabic_score(reading->text) : 0;
    if (score > best_score) {
      best_score = score;
      best = candidate;
    }
  }
  std::optional<Decoded> decoded = convert(bytes, best);
  return decoded ? std::move(*decoded) : as_utf8(bytes);
}

}  // namespace

Decoded decode(std::string_view bytes, std::string_view declared) {
  if (bytes.starts_with(kUtf16LittleMark)) {
    if (auto decoded = convert(bytes.substr(2), "UTF-16LE")) return std::move(*decoded);
  }
  if (bytes.starts_with(kUtf16BigMark)) {
    if (auto decoded = convert(bytes.substr(2), "UTF-16BE")) return std::move(*decoded);
  }
  Decoded decoded = as_utf8(bytes);
  if (decoded.replaced_count == 0 && decoded.text.find('\0') == std::string::npos) return decoded;
  if (!declared.empty()) {
    if (auto as_declared = convert(bytes, std::string(declared))) return std::move(*as_declared);
  }
  if (is_mostly_utf8(decoded) && decoded.text.find('\0') == std::string::npos) return decoded;
  return best_legacy_reading(bytes);
}

Result<Decoded> decode_as(std::string_view bytes, std::string_view encoding) {
  std::optional<Decoded> decoded = convert(bytes, std::string(encoding));
  if (!decoded) {
    return fail(ErrorKind::kUsage, "there is no encoding «" + std::string(encoding) + "»",
                "for example UTF-8, windows-1256, ISO-8859-6, UTF-16, x-mac-arabic");
  }
  return std::move(*decoded);
}

}  // namespace bayan::text
