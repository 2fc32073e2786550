#include "searcher/view_text_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <vector>

#include "common/cli/messages.h"
#include "common/entity/country_gazetteer.h"
#include "common/index/schema.h"

namespace bayan::searcher {
namespace {

using cli::Ink;
using cli::StyledText;

constexpr std::size_t kWidestBar = 24;

/// Arabic counts: one, two, three to ten with a plural, eleven to ninety-nine with a singular in
/// the accusative, hundreds with a plain singular; the last two digits decide (CLDR's rules).
std::string count_in_arabic(std::uint64_t count, const cli::LocaleFormat& locale) {
  const std::uint64_t end = count % 100;
  if (count == 0) return "لا بيانات";
  if (count == 1) return "بيان واحد";
  if (count == 2) return "بيانان";
  const std::string_view noun = end >= 3 && end <= 10 ? "بيانات"
                                : end >= 11           ? "بيان\u064Bا"
                                                      : "بيان";
  return fmt::format("{} {}", locale.number(count), noun);
}

/// A value as it can be pasted back as a filter; a country with its code.
StyledText name_of(const Facet& facet, const FacetValue& value, const cli::LocaleFormat& locale) {
  StyledText name;
  if (facet.field == "month" || facet.field == "year") {
    name.document(locale.date(value.key));
  } else {
    const std::string& text = value.filter.empty() ? value.name : value.filter;
    name.document(entity_in_words(facet.field, value.key, text, locale));
  }
  if (facet.field == "country" && entity::is_country_code(value.key)) {
    name.own(" (" + value.key + ")", Ink::kQuiet);
  }
  return name;
}

}  // namespace

std::string count_of_statements(std::uint64_t count, const cli::LocaleFormat& locale) {
  if (locale.language() == cli::Language::kArabic) return count_in_arabic(count, locale);
  return fmt::format("{} {}", locale.number(count), count == 1 ? "statement" : "statements");
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

std::string web_link(std::string_view url) {
  const bool is_web = url.starts_with("https://") || url.starts_with("http://");
  return std::string(is_web ? url : "");
}

std::string file_link(std::string_view location) {
  // «archive.zip!/member#12»: a terminal can open the file alone.
  std::string file(location.substr(0, location.find("!/")));
  const std::size_t hash = file.find_last_of('#');
  if (hash != std::string::npos &&
      file.find_first_not_of("0123456789", hash + 1) == std::string::npos) {
    file.resize(hash);
  }
  std::error_code error;
  const std::filesystem::path absolute = std::filesystem::absolute(file, error);
  return error ? std::string() : "file://" + absolute.lexically_normal().string();
}

std::string count_label(std::uint64_t count, const cli::LocaleFormat& locale) {
  const std::string digits = locale.digits(std::to_string(count));
  const std::size_t columns = std::min(kCountColumns, cli::display_width(digits));
  return std::string(2 + kCountColumns - columns, ' ') + digits + "  ";
}

std::string country_in_words(std::string_view key, std::string_view name,
                             const cli::LocaleFormat& locale) {
  if (!entity::is_country_code(key)) return std::string(name);
  return entity::country_name(key, locale.language() == cli::Language::kArabic ? "ar" : "en");
}

std::string entity_in_words(std::string_view field, std::string_view key, std::string_view name,
                            const cli::LocaleFormat& locale) {
  return field == "country" ? country_in_words(key, name, locale) : std::string(name);
}

std::string field_name(std::string_view name, cli::Language language) {
  const index::Field* field = index::find_field(name);
  return std::string(language == cli::Language::kArabic && field != nullptr ? field->arabic_name
                                                                            : name);
}

cli::Direction direction_of_messages(const cli::LocaleFormat& locale) {
  return locale.language() == cli::Language::kArabic ? cli::Direction::kRightToLeft
                                                     : cli::Direction::kLeftToRight;
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
  head.own(field_name(facet.field, locale.language()), Ink::kHeading);
  if (facet.distinct > facet.values.size()) {
    head.own(" (" +
                 cli::translate(locale.language(),
                                fmt::format("{} of {}", locale.number(facet.values.size()),
                                            locale.number(facet.distinct))) +
                 ")",
             Ink::kQuiet);
  }
  page.paragraph(head);
  std::vector<StyledText> names;
  std::size_t widest = 0;
  for (const FacetValue& value : facet.values) {
    names.push_back(name_of(facet, value, locale));
    widest = std::max(widest, cli::display_width(names.back().text(), page.style().lam_alef));
  }
  constexpr std::size_t kLabelColumns = kCountColumns + 4;
  const std::size_t room = page.room(kLabelColumns + 2).value_or(0);
  const std::size_t name_columns = std::min(widest, room - room / 3);
  const std::size_t bar_columns = std::min(kWidestBar, room - name_columns);
  const auto most = static_cast<double>(facet.values.front().count);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const FacetValue& value = facet.values[i];
    const std::size_t columns = cli::display_width(names[i].text(), page.style().lam_alef);
    // The bar comes last: Konsole keeps blocks out of the reordering of what stands beside them.
    if (bar_columns > 0 && columns <= name_columns) {
      names[i].own(std::string(name_columns - columns + 2, ' '));
      names[i].own(bar(static_cast<double>(value.count) / most, bar_columns), Ink::kBar);
    }
    page.paragraph(names[i], 0, count_label(value.count, locale));
  }
  page.blank_line();
}

}  // namespace bayan::searcher
