#pragma once

#include <cstdint>
#include <string>

#include "common/cli/locale_format.h"
#include "common/cli/page.h"
#include "common/cli/styled_text.h"
#include "searcher/results.h"

/// What the text views of answers, statements and charts are put together from.
namespace bayan::searcher {

/// «1 statement», «2 statements»; «بيان واحد», «بيانان», «٣ بيانات», «١١ بيانًا», «١٠٠ بيان».
[[nodiscard]] std::string count_of_statements(std::uint64_t count, const cli::LocaleFormat& locale);

/// A document's text in one isolate, its highlights in Ink::kMatch, the rest in `ink`.
void append_marked(cli::StyledText& line, const Snippet& snippet, cli::Ink ink);

/// Where a terminal may go: a URL that is http or https, else nothing.
[[nodiscard]] std::string web_link(std::string_view url);
/// The same for a place as results show it: the file that can be opened, «a.zip» of «a.zip!/b#1».
[[nodiscard]] std::string file_link(std::string_view location);

/// The direction that the program's own words read in.
[[nodiscard]] cli::Direction direction_of_messages(const cli::LocaleFormat& locale);

/// A bar of `columns` full blocks, rounded up to one where `share` is more than none.
/// share: 0 to 1.
[[nodiscard]] std::string bar(double share, std::size_t columns);

/// Columns of a count before a bar.
inline constexpr std::size_t kCountColumns = 7;
/// «      12  »
[[nodiscard]] std::string count_label(std::uint64_t count, const cli::LocaleFormat& locale);

/// A chart: a row a period, or of many months a row a year.
void write_timeline(cli::Page& page, const Timeline& timeline, const cli::LocaleFormat& locale);

/// A country in the language of the messages: «فرنسا», "France"; `name` where the key is no code
/// but one of the user's own.
[[nodiscard]] std::string country_in_words(std::string_view key, std::string_view name,
                                           const cli::LocaleFormat& locale);

/// The name of an entity of any field, countries in words.
[[nodiscard]] std::string entity_in_words(std::string_view field, std::string_view key,
                                          std::string_view name, const cli::LocaleFormat& locale);

/// A field's name in that language.
[[nodiscard]] std::string field_name(std::string_view field, cli::Language language);

/// A facet's heading and a row a value: count, bar (where lines have an edge), name.
void write_facet(cli::Page& page, const Facet& facet, const cli::LocaleFormat& locale);

}  // namespace bayan::searcher
