#include "indexer/formats/record_date.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <optional>
#include <string>
#include <vector>

#include "common/text/fold.h"

namespace bayan::indexer {
namespace {

/// A run of digits or of letters.
struct Piece {
  bool is_number;
  std::string text;
};

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  bool open = false;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    const bool letter = (c >= 'a' && c <= 'z');
    if (!digit && !letter) {
      open = false;
      continue;
    }
    if (!open || pieces.back().is_number != digit) pieces.push_back({digit, {}});
    pieces.back().text += c;
    open = true;
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

/// «26 jul 2024» and «july 26 2024», at the named month.
std::string day_around_month(const std::vector<Piece>& pieces, std::size_t at, unsigned month) {
  if (at + 1 >= pieces.size() || !pieces[at + 1].is_number) return {};
  if (at > 0 && pieces[at - 1].is_number) {
    return iso_day(number_of(pieces[at + 1]), month, number_of(pieces[at - 1]));
  }
  std::size_t year = at + 2;
  if (year < pieces.size() && !pieces[year].is_number) ++year;  // «July 26th, 2024»
  if (year >= pieces.size() || !pieces[year].is_number) return {};
  return iso_day(number_of(pieces[year]), month, number_of(pieces[at + 1]));
}

}  // namespace

std::string parse_record_date(std::string_view text) {
  const std::vector<Piece> pieces = pieces_of(text::fold(text));
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].is_number) continue;
    if (const auto month = english_month(pieces[i].text)) {
      if (std::string day = day_around_month(pieces, i, *month); !day.empty()) return day;
    }
  }
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
