#include "common/text/decode.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <vector>

#include "common/base/utf8.h"
#include "common/text/arabic_score.h"

// Legacy encodings of Arabic differ in where they put the letters, so each candidate is tried and
// the reading judged (arabic_score.h).
namespace bayan::text {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LittleMark = "\xFF\xFE";
constexpr std::string_view kUtf16BigMark = "\xFE\xFF";
constexpr std::string_view kMarkText = "\xEF\xBB\xBF";  // U+FEFF as any decoder gives it
/// How much of a text is looked at to judge a reading of it.
constexpr std::size_t kSampleBytes = 16 << 10;

using ConverterHandle = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

ConverterHandle open_converter(const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* const converter = ucnv_open(encoding.c_str(), &status);
  return {U_FAILURE(status) ? nullptr : converter, &ucnv_close};
}

bool is_utf8_name(const std::string& encoding) {
  return ucnv_compareNames(encoding.c_str(), "UTF-8") == 0;
}

/// Bytes at the end of `bytes` that begin a sequence whose rest is still to come.
std::size_t incomplete_tail(std::string_view bytes) {
  constexpr std::size_t kLongest = 4;
  for (std::size_t back = 1; back < kLongest && back <= bytes.size(); ++back) {
    const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
    if ((byte & 0xC0) == 0x80) continue;
    const std::size_t whole = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 1;
    return whole > back ? back : 0;
  }
  return 0;
}

/// UTF-8 with damaged places, rather than something else: far more good sequences than bad ones.
bool is_mostly_utf8(const utf8::Repaired& repaired) {
  std::size_t multibyte = 0;
  for (const char byte : repaired.text) {
    if ((static_cast<unsigned char>(byte) & 0xC0) == 0xC0) ++multibyte;
  }
  multibyte -= std::min(multibyte, repaired.replaced_count);
  constexpr std::size_t kGoodForOneBad = 10;
  return multibyte >= repaired.replaced_count * kGoodForOneBad;
}

std::string reading_of(std::string_view bytes, const std::string& encoding) {
  std::string out;
  Decoder(encoding).decode(bytes, true, out);
  return out;
}

struct Reading {
  std::string encoding;
  long score;
};

Reading best_reading(std::string_view sample, std::span<const char* const> candidates) {
  Reading best = {candidates.front(), 0};
  for (const char* candidate : candidates) {
    const long score = arabic_score(reading_of(sample, candidate));
    if (score > best.score) best = {candidate, score};
  }
  return best;
}

/// Servers and editors declare what they were installed with: an Arabic page that says it is
/// Western European is believed only when it does not read as Arabic otherwise.
bool holds_against(long declared_score, std::string_view sample, const Reading& best) {
  std::size_t high_bytes = 0;
  for (const char byte : sample) high_bytes += (static_cast<unsigned char>(byte) >= 0x80) ? 1 : 0;
  return best.score <= declared_score + static_cast<long>(high_bytes / 3);
}

}  // namespace

struct Decoder::Converter {
  ConverterHandle handle;
};

Decoder::Decoder(std::string encoding) : encoding_(std::move(encoding)) {
  if (is_utf8_name(encoding_)) {
    encoding_ = "UTF-8";
    return;
  }
  ConverterHandle handle = open_converter(encoding_);
  if (handle) {
    converter_ = std::make_unique<Converter>(Converter{std::move(handle)});
  } else {
    encoding_ = "UTF-8";
  }
}

Decoder::~Decoder() = default;
Decoder::Decoder(Decoder&&) noexcept = default;
Decoder& Decoder::operator=(Decoder&&) noexcept = default;

void Decoder::decode(std::string_view bytes, bool is_last, std::string& out) {
  if (converter_) {
    decode_other(bytes, is_last, out);
  } else {
    decode_utf8(bytes, is_last, out);
  }
}

void Decoder::append_well_formed(std::string_view text, std::size_t at, std::string& out) {
  std::size_t mark = 0;
  if (at_begin_ && !text.empty()) {
    at_begin_ = false;
    if (text.starts_with(kMarkText)) mark = kMarkText.size();
  }
  utf8::Repaired repaired = utf8::repair(text.substr(mark));
  if (repaired.replaced_count > 0 && replaced_count_ == 0) {
    first_replaced_ = at + mark + repaired.first_replaced;
  }
  replaced_count_ += repaired.replaced_count;
  if (out.empty()) {
    out = std::move(repaired.text);
  } else {
    out += repaired.text;
  }
}

void Decoder::decode_utf8(std::string_view bytes, bool is_last, std::string& out) {
  std::string joined;
  if (!pending_.empty()) {
    joined = pending_ + std::string(bytes);
    bytes = joined;
    pending_.clear();
  }
  const std::size_t tail = is_last ? 0 : incomplete_tail(bytes);
  const std::string_view whole = bytes.substr(0, bytes.size() - tail);
  append_well_formed(whole, byte_count_, out);
  byte_count_ += whole.size();
  pending_ = bytes.substr(whole.size());
}

void Decoder::decode_other(std::string_view bytes, bool is_last, std::string& out) {
  constexpr std::size_t kBufferUnits = 16 << 10;
  std::vector<char16_t> units(kBufferUnits);
  const char* from = bytes.data();
  const char* const end = from + bytes.size();
  std::string text;
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  while (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    char16_t* to = units.data();
    ucnv_toUnicode(converter_->handle.get(), &to, to + units.size(), &from, end, nullptr,
                   is_last ? 1 : 0, &status);
    for (const char16_t* unit = units.data(); unit != to; ++unit) {
      char32_t c = *unit;
      if (c >= 0xD800 && c < 0xDC00) {
        high_surrogate_ = *unit;
        continue;
      }
      if (c >= 0xDC00 && c < 0xE000) {
        c = high_surrogate_ == 0 ? utf8::kReplacement
                                 : 0x10000 + ((high_surrogate_ - 0xD800U) << 10) + (c - 0xDC00U);
      }
      high_surrogate_ = 0;
      if (c == utf8::kReplacement) ++replaced_count_;
      utf8::append(text, c);
    }
  }
  append_well_formed(text, 0, out);
}

std::string find_encoding(std::string_view bytes, std::string_view declared) {
  if (bytes.starts_with(kUtf8Mark)) return "UTF-8";
  if (bytes.starts_with(kUtf16LittleMark)) return "UTF-16LE";
  if (bytes.starts_with(kUtf16BigMark)) return "UTF-16BE";
  const std::size_t whole = bytes.size() - incomplete_tail(bytes);
  const bool has_zero = bytes.find('\0') != std::string_view::npos;
  if (!has_zero && !utf8::find_ill_formed(bytes.substr(0, whole))) return "UTF-8";

  constexpr std::array<const char*, 5> kCandidates = {"windows-1256", "ISO-8859-6", "x-mac-arabic",
                                                      "UTF-16LE", "UTF-16BE"};
  const std::string_view sample = bytes.substr(0, kSampleBytes);
  const Reading best = best_reading(sample, kCandidates);
  const std::string name(declared);
  if (!name.empty() && !is_utf8_name(name) && is_encoding(name) &&
      holds_against(arabic_score(reading_of(sample, name)), sample, best)) {
    return name;
  }
  if (!has_zero && is_mostly_utf8(utf8::repair(bytes))) return "UTF-8";
  return best.encoding;
}

bool is_encoding(const std::string& encoding) {
  return !encoding.empty() && open_converter(encoding) != nullptr;
}

Decoded decode(std::string_view bytes, std::string_view declared) {
  Decoder decoder(find_encoding(bytes, declared));
  Decoded decoded;
  decoder.decode(bytes, true, decoded.text);
  decoded.encoding = decoder.encoding();
  decoded.replaced_count = decoder.replaced_count();
  decoded.first_replaced = decoder.first_replaced();
  return decoded;
}

Result<Decoded> decode_as(std::string_view bytes, std::string_view encoding) {
  const std::string name(encoding);
  if (!is_encoding(name)) {
    return fail(ErrorKind::kUsage, "there is no encoding «" + name + "»",
                "for example UTF-8, windows-1256, ISO-8859-6, UTF-16, x-mac-arabic");
  }
  Decoder decoder(name);
  Decoded decoded;
  decoder.decode(bytes, true, decoded.text);
  decoded.encoding = name;
  decoded.replaced_count = decoder.replaced_count();
  decoded.first_replaced = decoder.first_replaced();
  return decoded;
}

std::string decode_name(std::string_view bytes) {
  if (!utf8::find_ill_formed(bytes)) return std::string(bytes);
  constexpr std::array<const char*, 3> kCandidates = {"ibm-720", "windows-1256", "ISO-8859-6"};
  return reading_of(bytes, best_reading(bytes, kCandidates).encoding);
}

}  // namespace bayan::text
