#include "indexer/formats/record_date.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/base/utf8.h"
#include "common/text/fold.h"

namespace bayan::indexer {
namespace {

/// The length in bytes of the Arabic letter that begins at `at`, or 0.
std::size_t arabic_letter_at(std::string_view text, std::size_t at) {
  const utf8::CodePoint letter = utf8::decode_at(text, at);
  return letter.value >= 0x0621 && letter.value <= 0x064A ? letter.byte_count : 0;
}

/// A run of digits or of letters, Latin or Arabic.
struct Piece {
  bool is_number;
  std::string text;
};

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  bool open = false;
  for (std::size_t at = 0; at < text.size();) {
    const bool digit = text[at] >= '0' && text[at] <= '9';
    const bool latin = text[at] >= 'a' && text[at] <= 'z';
    const std::size_t size = digit || latin ? 1 : arabic_letter_at(text, at);
    if (size == 0) {
      open = false;
      ++at;
      continue;
    }
    if (!open || pieces.back().is_number != digit) pieces.push_back({digit, {}});
    pieces.back().text += text.substr(at, size);
    open = true;
    at += size;
  }
  return pieces;
}

std::optional<unsigned> english_month(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                        "jul", "aug", "sep", "oct", "nov", "dec"};
  if (word.size() < 3) return std::nullopt;
  const auto found = std::ranges::find(kMonths, word.substr(0, 3));
  if (found == kMonths.end()) return std::nullopt;
  return static_cast<unsigned>(found - kMonths.begin()) + 1;
}

/// The Arabic names of the months, folded, as ICU has them for Egypt and the Gulf, the Levant and
/// the Maghreb.
const std::map<std::string, unsigned, std::less<>>& arabic_months() {
  static const std::map<std::string, unsigned, std::less<>> kMonths = [] {
    std::map<std::string, unsigned, std::less<>> months;
    for (const char* region : {"ar_EG", "ar_SA", "ar_SY", "ar_IQ", "ar_DZ", "ar_MA"}) {
      UErrorCode status = U_ZERO_ERROR;
      // Saudi Arabia's usual calendar is another.
      const icu::DateFormatSymbols symbols(
          icu::Locale((std::string(region) + "@calendar=gregorian").c_str()), status);
      if (U_FAILURE(status)) continue;
      std::int32_t count = 0;
      const icu::UnicodeString* const names = symbols.getMonths(count);
      for (std::int32_t i = 0; i < count; ++i) {
        std::string name;
        names[i].toUTF8String(name);
        months.emplace(text::fold(name), static_cast<unsigned>(i) + 1);
      }
    }
    return months;
  }();
  return kMonths;
}

/// A month's name in pieces `first` to `last`.
struct NamedMonth {
  unsigned month;
  std::size_t last;
};

/// «كانون الثاني» before «كانون», «يوليو», «Jul».
std::optional<NamedMonth> month_at(const std::vector<Piece>& pieces, std::size_t first) {
  if (pieces[first].is_number) return std::nullopt;
  const auto& arabic = arabic_months();
  if (first + 1 < pieces.size() && !pieces[first + 1].is_number) {
    const auto two = arabic.find(pieces[first].text + " " + pieces[first + 1].text);
    if (two != arabic.end()) return NamedMonth{two->second, first + 1};
  }
  if (const auto one = arabic.find(pieces[first].text); one != arabic.end()) {
    return NamedMonth{one->second, first};
  }
  if (const auto english = english_month(pieces[first].text)) return NamedMonth{*english, first};
  return std::nullopt;
}

unsigned number_of(const Piece& piece) {
  constexpr std::size_t kMostDigits = 9;
  return piece.text.size() > kMostDigits ? 0 : static_cast<unsigned>(std::stoul(piece.text));
}

std::string iso_day(unsigned year, unsigned month, unsigned day) {
  constexpr unsigned kFirstYear = 1800;
  constexpr unsigned kLastYear = 2200;
  constexpr unsigned kMonths = 12;
  constexpr unsigned kMostDays = 31;
  // Before <chrono> sees them: it keeps a day in eight bits, and 286 would be a good 30.
  if (year < kFirstYear || year > kLastYear || month > kMonths || day > kMostDays) return {};
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(year)),
                                         std::chrono::month(month), std::chrono::day(day)};
  if (!date.ok()) return {};
  std::array<char, 40> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04u-%02u-%02u", year, month, day);
  return buffer.data();
}

/// «20240726…»
std::string packed_day(const std::string& digits) {
  if (digits.size() != 8 && digits.size() != 14) return {};
  return iso_day(static_cast<unsigned>(std::stoul(digits.substr(0, 4))),
                 static_cast<unsigned>(std::stoul(digits.substr(4, 2))),
                 static_cast<unsigned>(std::stoul(digits.substr(6, 2))));
}

/// «26 jul 2024» and «july 26 2024», at the month named from piece `first` on.
std::string day_around_month(const std::vector<Piece>& pieces, std::size_t first,
                             const NamedMonth& named) {
  const auto& [month, at] = named;
  if (at + 1 >= pieces.size() || !pieces[at + 1].is_number) return {};
  if (first > 0 && pieces[first - 1].is_number) {
    return iso_day(number_of(pieces[at + 1]), month, number_of(pieces[first - 1]));
  }
  std::size_t year = at + 2;
  if (year < pieces.size() && !pieces[year].is_number) ++year;  // «July 26th, 2024»
  if (year >= pieces.size() || !pieces[year].is_number) return {};
  return iso_day(number_of(pieces[year]), month, number_of(pieces[at + 1]));
}

}  // namespace

std::string parse_record_date(std::string_view text) {
  std::vector<Piece> pieces = pieces_of(text::fold(text));
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (const auto month = month_at(pieces, i)) {
      if (std::string day = day_around_month(pieces, i, *month); !day.empty()) return day;
    }
  }
  // «الجمعة 26/7/2024م»
  std::erase_if(pieces, [](const Piece& piece) {
    return !piece.is_number && static_cast<unsigned char>(piece.text.front()) >= 0x80;
  });
  if (pieces.empty() || !pieces[0].is_number) return {};
  if (std::string day = packed_day(pieces[0].text); !day.empty()) return day;
  if (pieces.size() < 3 || !pieces[1].is_number || !pieces[2].is_number) return {};
  constexpr std::size_t kYearDigits = 4;
  const unsigned first = number_of(pieces[0]);
  const unsigned second = number_of(pieces[1]);
  const unsigned third = number_of(pieces[2]);
  if (pieces[0].text.size() == kYearDigits) return iso_day(first, second, third);
  if (pieces[2].text.size() == kYearDigits) return iso_day(third, second, first);
  return {};
}

}  // namespace bayan::indexer
