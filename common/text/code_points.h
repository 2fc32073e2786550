#pragma once

/// The code points that the text layer speaks of, by the names Unicode gives them, shortened.
namespace bayan::text {

// Letters.
inline constexpr char32_t kHamza = 0x0621;
inline constexpr char32_t kAlefMadda = 0x0622;
inline constexpr char32_t kAlefHamzaAbove = 0x0623;
inline constexpr char32_t kWawHamza = 0x0624;
inline constexpr char32_t kAlefHamzaBelow = 0x0625;
inline constexpr char32_t kYehHamza = 0x0626;
inline constexpr char32_t kAlef = 0x0627;
inline constexpr char32_t kBeh = 0x0628;
inline constexpr char32_t kTehMarbuta = 0x0629;
inline constexpr char32_t kTeh = 0x062A;
inline constexpr char32_t kJeem = 0x062C;
inline constexpr char32_t kDal = 0x062F;
inline constexpr char32_t kReh = 0x0631;
inline constexpr char32_t kZain = 0x0632;
inline constexpr char32_t kAin = 0x0639;
inline constexpr char32_t kGhain = 0x063A;
inline constexpr char32_t kFeh = 0x0641;
inline constexpr char32_t kQaf = 0x0642;
inline constexpr char32_t kKaf = 0x0643;
inline constexpr char32_t kLam = 0x0644;
inline constexpr char32_t kNoon = 0x0646;
inline constexpr char32_t kHeh = 0x0647;
inline constexpr char32_t kWaw = 0x0648;
inline constexpr char32_t kAlefMaqsura = 0x0649;
inline constexpr char32_t kYeh = 0x064A;
inline constexpr char32_t kAlefWasla = 0x0671;

// Marks, signs and what only stretches or steers.
inline constexpr char32_t kTatweel = 0x0640;
inline constexpr char32_t kFathatan = 0x064B;
inline constexpr char32_t kFatha = 0x064E;
inline constexpr char32_t kShadda = 0x0651;
inline constexpr char32_t kHamzaAbove = 0x0654;
inline constexpr char32_t kLastHaraka = 0x065F;
inline constexpr char32_t kSuperscriptAlef = 0x0670;
inline constexpr char32_t kArabicDecimalSeparator = 0x066B;
inline constexpr char32_t kArabicThousandsSeparator = 0x066C;
inline constexpr char32_t kArabicIndicZero = 0x0660;
inline constexpr char32_t kExtendedArabicIndicZero = 0x06F0;
inline constexpr char32_t kArabicLetterMark = 0x061C;
inline constexpr char32_t kRightSingleQuote = 0x2019;

// Isolates, for whoever prints Arabic beside other text (UAX 9).
inline constexpr char32_t kFirstStrongIsolate = 0x2068;
inline constexpr char32_t kPopDirectionalIsolate = 0x2069;

}  // namespace bayan::text
