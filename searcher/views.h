#pragma once

#include <string>
#include <string_view>

#include "common/cli/locale_format.h"
#include "common/cli/page.h"
#include "searcher/entity_card.h"
#include "searcher/results.h"
#include "searcher/shown_statement.h"
#include "searcher/table_writer.h"

/// Views turn an answer into text and ask nothing more. Nothing from a document reaches the output
/// raw: JSON escapes control and format characters, all other views replace them.
namespace bayan::searcher {

/// Of all JSON that the program prints; the manual page bayan-searcher(1) describes it.
inline constexpr int kJsonVersion = 1;

/// How the text view may write.
struct TextStyle {
  cli::PageStyle page;
  cli::LocaleFormat locale;  ///< language of the program's words, digits and dates
  bool counts = true;        ///< the lines about how many there are
};

/// For people: a block a result, then the facets.
[[nodiscard]] std::string format_text(const Answer& answer, const TextStyle& style);

/// One JSON object, as the manual page describes it. Highlights count code points.
[[nodiscard]] std::string format_json(const Answer& answer);

/// One JSON object a result.
[[nodiscard]] std::string format_json_lines(const Answer& answer);

/// A row a result, under a heading; names within a cell stand between semicolons.
[[nodiscard]] std::string format_result_table(const Answer& answer, TableKind kind);

/// A row a facet value, then a row a period of the timeline, under a heading.
[[nodiscard]] std::string format_facet_table(const Answer& answer, TableKind kind);

/// Each result as a quotation with its source, then the facets as tables.
[[nodiscard]] std::string format_markdown(const Answer& answer);

/// A statement whole: for people, as one JSON object, as a quotation.
[[nodiscard]] std::string format_statement(const ShownStatement& shown, const TextStyle& style);
[[nodiscard]] std::string format_statement_json(const ShownStatement& shown);
[[nodiscard]] std::string format_statement_markdown(const ShownStatement& shown);

/// The card of an entity: for people, as one JSON object.
[[nodiscard]] std::string format_card(const EntityCard& card, const TextStyle& style);
[[nodiscard]] std::string format_card_json(const EntityCard& card);

/// Lines «query_id Q0 id rank score bayan» of a TREC run; white space and % in ids percent-encoded.
[[nodiscard]] std::string format_trec(std::string_view query_id, const Answer& answer);

}  // namespace bayan::searcher
