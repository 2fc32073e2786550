#include "common/text/blank.h"
#include "indexer/parse_formats.h"

namespace bayan::indexer {

void parse_text(std::string_view text, const statement::Location& place,
                const ParseCallbacks& callbacks) {
  /// A first line longer than this is no title when it is all there is.
  constexpr std::size_t kLongestLoneTitle = 400;
  const std::string_view content = text::trim(text);
  const std::size_t line_end = content.find('\n');
  const bool is_one_line = line_end == std::string_view::npos;
  statement::Statement statement;
  statement.location = place;
  if (is_one_line && content.size() > kLongestLoneTitle) {
    statement.body = content;
  } else {
    statement.title = text::trim(content.substr(0, line_end));
    if (!is_one_line) statement.body = text::trim(content.substr(line_end));
  }
  statement.id = format_location(place);
  callbacks.on_statement(std::move(statement));
}

}  // namespace bayan::indexer
