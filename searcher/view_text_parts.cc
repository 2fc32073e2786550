#include "searcher/view_text_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "common/index/schema.h"

namespace bayan::searcher {
namespace {

using cli::Ink;
using cli::StyledText;

constexpr std::size_t kWidestBar = 24;
constexpr std::size_t kCountColumns = 7;

/// Arabic counts: one, two, three to ten with a plural, eleven to ninety-nine with a singular in
/// the accusative, hundreds with a plain singular; the last two digits decide (CLDR's rules).
std::string count_in_arabic(std::uint64_t count, const cli::LocaleFormat& locale) {
  const std::uint64_t end = count % 100;
  if (count == 0) return "لا بيانات";
  if (count == 1) return "بيان واحد";
  if (count == 2) return "بيانان";
  const std::string_view noun = end >= 3 && end <= 10 ? "بيانات" : end >= 11 ? "بيانًا" : "بيان";
  return fmt::format("{} {}", locale.number(count), noun);
}

std::string_view heading(const Facet& facet, cli::Language language) {
  const index::Field* field = index::find_field(facet.field);
  return language == cli::Language::kArabic && field != nullptr ? field->arabic_name
                                                                : std::string_view(facet.field);
}

}  // namespace

std::string count_of_statements(std::uint64_t count, const cli::LocaleFormat& locale) {
  if (locale.language() == cli::Language::kArabic) return count_in_arabic(count, locale);
  return fmt::format("{} {}", count, count == 1 ? "statement" : "statements");
}

void append_marked(StyledText& line, const Snippet& snippet, Ink ink) {
  const std::string_view text = snippet.text;
  line.open_isolate();
  std::size_t at = 0;
  for (const auto& [begin, end] : snippet.highlights) {
    line.part(text.substr(at, begin - at), ink).part(text.substr(begin, end - begin), Ink::kMatch);
    at = end;
  }
  line.part(text.substr(at), ink).close_isolate();
}

std::string link_of(const SearchResult& result) {
  if (result.url.starts_with("https://") || result.url.starts_with("http://")) return result.url;
  // «archive.zip!/member#12»: a terminal can open the file alone.
  std::string file = result.location.substr(0, result.location.find("!/"));
  const std::size_t hash = file.find_last_of('#');
  if (hash != std::string::npos &&
      file.find_first_not_of("0123456789", hash + 1) == std::string::npos) {
    file.resize(hash);
  }
  std::error_code error;
  const std::filesystem::path absolute = std::filesystem::absolute(file, error);
  return error ? std::string() : "file://" + absolute.lexically_normal().string();
}

std::string bar(double share, std::size_t columns) {
  const auto full = static_cast<std::size_t>(std::lround(share * static_cast<double>(columns)));
  std::string out;
  for (std::size_t i = 0; i < std::max<std::size_t>(full, share > 0 ? 1 : 0); ++i) out += "█";
  return out;
}

void write_facet(cli::Page& page, const Facet& facet, const cli::LocaleFormat& locale) {
  if (facet.values.empty()) return;
  StyledText head;
  page.paragraph(head.own(heading(facet, locale.language()), Ink::kHeading));
  const bool has_bars = page.style().width.has_value();
  const std::size_t bar_columns =
      std::min(kWidestBar, page.room(kCountColumns + 4).value_or(0) / 3);
  const auto most = std::ranges::max(facet.values, {}, &FacetValue::count).count;
  for (const FacetValue& value : facet.values) {
    const std::string count = locale.digits(std::to_string(value.count));
    std::string label = "  ";
    label.append(kCountColumns - std::min(kCountColumns, cli::display_width(count)), ' ');
    label += count + "  ";
    StyledText row;
    if (has_bars) {
      const std::string drawn =
          bar(static_cast<double>(value.count) / static_cast<double>(most), bar_columns);
      row.own(drawn, Ink::kBar);
      row.own(std::string(bar_columns - cli::display_width(drawn) + 2, ' '));
    }
    row.document(value.name);  // as it is, so that it can be pasted back as a filter
    if (value.key != value.name && facet.field == "country")
      row.own(" (" + value.key + ")", Ink::kQuiet);
    page.paragraph(row, 0, label);
  }
  page.blank_line();
}

}  // namespace bayan::searcher
