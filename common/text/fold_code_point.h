#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "common/text/code_points.h"

/// The letter-by-letter core of folding, shared by fold() and analyze().
///
/// Folding looks at one code point at a time and never at its neighbours: a decomposed
/// alef + hamza above folds to alef like the composed letter, because the mark is dropped. That is
/// what makes it idempotent and its offsets monotone. Two speeds: a table for ASCII and the Arabic
/// block, where all but a few letters of a statement lie, and ICU for the rest.
namespace bayan::text {

inline constexpr char32_t kDropped = 0xFFFFFFFE;   ///< nothing stands for it in folded text
inline constexpr char32_t kUnlisted = 0xFFFFFFFF;  ///< not in the table: ask fold_by_icu()

namespace detail {

inline constexpr std::size_t kTableSize = 0x700;

/// Letters of other Arabic-script languages and the Arabic letter that readers take them for.
struct LetterPair {
  char32_t from;
  char32_t to;
};
inline constexpr LetterPair kLetterPairs[] = {
    {kAlefMadda, kAlef},
    {kAlefHamzaAbove, kAlef},
    {kAlefHamzaBelow, kAlef},
    {kAlefWasla, kAlef},
    {0x0672, kAlef},
    {0x0673, kAlef},
    {0x0675, kAlef},
    {0x0674, kHamza},
    {kWawHamza, kWaw},
    {0x0676, kWaw},
    {0x0677, kWaw},
    {0x0678, kYeh},
    {kYehHamza, kYeh},
    {kAlefMaqsura, kYeh},
    {kTehMarbuta, kHeh},
    {0x0679, kTeh},
    {0x067E, kBeh},
    {0x0686, kJeem},
    {0x0688, kDal},
    {0x0691, kReh},
    {0x0698, kZain},
    {0x06A0, kGhain},
    {0x06A4, kFeh},
    {0x06A5, kFeh},
    {0x06A8, kQaf},
    {0x06A9, kKaf},
    {0x06AA, kKaf},
    {0x06AB, kKaf},
    {0x06AC, kKaf},
    {0x06AD, kKaf},
    {0x06AF, kKaf},
    {0x06BA, kNoon},
    {0x06BE, kHeh},
    {0x06C0, kHeh},
    {0x06C1, kHeh},
    {0x06C2, kHeh},
    {0x06C3, kHeh},
    {0x06C4, kWaw},
    {0x06C5, kWaw},
    {0x06C6, kWaw},
    {0x06C7, kWaw},
    {0x06C8, kWaw},
    {0x06C9, kWaw},
    {0x06CA, kWaw},
    {0x06CB, kWaw},
    {0x06CC, kYeh},
    {0x06CD, kYeh},
    {0x06CE, kYeh},
    {0x06D0, kYeh},
    {0x06D1, kYeh},
    {0x06D2, kYeh},
    {0x06D3, kYeh},
    {0x06D5, kHeh},
    {kArabicDecimalSeparator, U'.'},
    {kArabicThousandsSeparator, U','},
};

constexpr std::array<char32_t, kTableSize> make_fold_table() {
  std::array<char32_t, kTableSize> table{};
  for (char32_t c = 0; c < kTableSize; ++c) {
    if (c >= U'A' && c <= U'Z') {
      table[c] = c - U'A' + U'a';
    } else if (c < 0x80 || (c >= 0x0600 && c < 0x0700)) {
      table[c] = c;
    } else {
      table[c] = kUnlisted;
    }
  }
  const auto drop = [&table](char32_t first, char32_t last) {
    for (char32_t c = first; c <= last; ++c) table[c] = kDropped;
  };
  drop(0x0300, 0x036F);  // combining marks
  drop(0x0610, 0x061A);  // honorific signs above
  drop(kArabicLetterMark, kArabicLetterMark);
  drop(kTatweel, kTatweel);
  drop(kFathatan, kLastHaraka);
  drop(kSuperscriptAlef, kSuperscriptAlef);
  drop(0x06D6, 0x06DC);  // Qur'anic marks
  drop(0x06DF, 0x06E8);
  drop(0x06EA, 0x06ED);
  for (const LetterPair& pair : kLetterPairs) table[pair.from] = pair.to;
  for (char32_t digit = 0; digit < 10; ++digit) {
    table[kArabicIndicZero + digit] = U'0' + digit;
    table[kExtendedArabicIndicZero + digit] = U'0' + digit;
  }
  return table;
}

inline constexpr std::array<char32_t, kTableSize> kFoldTable = make_fold_table();

}  // namespace detail

/// The folded code point, kDropped, or kUnlisted.
[[nodiscard]] constexpr char32_t fold_by_table(char32_t c) {
  return c < detail::kTableSize ? detail::kFoldTable[c] : kUnlisted;
}

/// What a code point outside the table folds to: any number of code points, each of which folds to
/// itself. Unicode's NFKC_Casefold, then accents off, then the table.
[[nodiscard]] std::u32string fold_by_icu(char32_t c);

}  // namespace bayan::text
