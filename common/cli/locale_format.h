#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/error.h"
#include "common/cli/bidi_mode.h"

/// The language of messages, and how numbers and dates are written, by the user's locale.
///
///   auto locale = LocaleFormat::choose("ar-EG");
///   locale->number(30973);        // «٣٠٬٩٧٣»
///   locale->date("2021-06-14");   // «١٤ يونيو ٢٠٢١»
namespace bayan::cli {

enum class Language : std::uint8_t { kEnglish, kArabic };

class LocaleFormat {
 public:
  /// English, ISO dates, Latin digits.
  LocaleFormat() = default;

  /// The locale that `wanted` names (--locale: «ar», «ar-MA», «en»; «ar-EG-u-nu-latn» for Latin
  /// digits); empty: what $LC_ALL, $LC_MESSAGES or $LANG name, the first that is set; other
  /// languages than Arabic there are answered in English. Errors: a `wanted` of another language.
  [[nodiscard]] static Result<LocaleFormat> choose(
      std::string_view wanted, const Environment& environment = process_environment);

  [[nodiscard]] Language language() const { return language_; }
  /// Digits in groups of three: «30,973».
  [[nodiscard]] std::string number(std::uint64_t value) const;
  /// An ISO day, month or year (2021-06-14, 2021-06, 2021) as the locale writes it; anything else
  /// as it is.
  [[nodiscard]] std::string date(std::string_view iso) const;
  /// `text` with its ASCII digits in the locale's.
  [[nodiscard]] std::string digits(std::string_view text) const;

 private:
  void load_arabic(const std::string& locale);

  Language language_ = Language::kEnglish;
  bool has_arabic_digits_ = false;
  std::array<std::string, 12> months_;
};

}  // namespace bayan::cli
