#include "common/text/blank.h"
#include "indexer/formats/parsers.h"

namespace bayan::indexer {

void parse_text(const Document& document) {
  /// A first line longer than this is no title when it is all there is.
  constexpr std::size_t kLongestLoneTitle = 400;
  const std::optional<std::string_view> text = read_document_text(document);
  if (!text) return;
  const std::string_view content = text::trim(*text);
  const std::size_t line_end = content.find('\n');
  const bool is_one_line = line_end == std::string_view::npos;
  statement::Statement statement;
  statement.location = document.file.location;
  if (is_one_line && content.size() > kLongestLoneTitle) {
    statement.body = content;
  } else {
    statement.title = text::trim(content.substr(0, line_end));
    if (!is_one_line) statement.body = text::trim(content.substr(line_end));
  }
  document.callbacks.on_statement(std::move(statement));
}

}  // namespace bayan::indexer
