#include "common/text/fold_code_point.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace bayan::text {
namespace {

bool is_invisible(char32_t c) {
  return c == 0x00AD || c == 0x180E || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
         (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

/// Marks that readers of Arabic or Latin script may leave out. Vowel signs of other scripts stay.
bool is_optional_mark(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x08CA && c <= 0x08E1) ||
         (c >= 0x08E3 && c <= 0x08FF) || (c >= 0x1AB0 && c <= 0x1AFF) ||
         (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x20D0 && c <= 0x20FF) ||
         (c >= 0xFE20 && c <= 0xFE2F);
}

/// Presentation forms of harakat: NFKC would put a space before them and so split a word.
bool is_presented_haraka(char32_t c) {
  return (c >= 0xFC5E && c <= 0xFC63) || (c >= 0xFCF2 && c <= 0xFCF4) ||
         (c >= 0xFE70 && c <= 0xFE7F);
}

/// Letters that carry accents to be taken off: Latin, Greek and Cyrillic. Judged on normalised
/// text, for U+212B (the angstrom sign) is such a letter only then.
bool takes_accents(const icu::UnicodeString& normalized) {
  const UChar32 c = normalized.char32At(0);
  return c < 0x0600 || (c >= 0x1E00 && c < 0x2000);
}

icu::UnicodeString compatibility_casefold(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
  icu::UnicodeString folded(static_cast<UChar32>(c));
  if (U_FAILURE(status)) return folded;
  icu::UnicodeString normalized = normalizer->normalize(folded, status);
  return U_FAILURE(status) ? folded : normalized;
}

icu::UnicodeString decompose(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return text;
  icu::UnicodeString decomposed = normalizer->normalize(text, status);
  return U_FAILURE(status) ? text : decomposed;
}

/// Appends what one code point of normalised text folds to.
void append_folded(std::u32string& out, char32_t c) {
  if (is_invisible(c) || is_optional_mark(c)) return;
  const char32_t listed = fold_by_table(c);
  if (listed == kDropped) return;
  if (listed != kUnlisted) {
    out += listed;
    return;
  }
  const int digit = u_charDigitValue(static_cast<UChar32>(c));
  out += digit >= 0 ? static_cast<char32_t>(U'0' + digit) : c;
}

}  // namespace

std::u32string fold_by_icu(char32_t c) {
  std::u32string out;
  if (is_invisible(c) || is_optional_mark(c) || is_presented_haraka(c)) return out;
  icu::UnicodeString normalized = compatibility_casefold(c);
  if (takes_accents(normalized)) normalized = decompose(normalized);
  for (int32_t i = 0; i < normalized.length(); i = normalized.moveIndex32(i, 1)) {
    append_folded(out, static_cast<char32_t>(normalized.char32At(i)));
  }
  return out;
}

}  // namespace bayan::text
