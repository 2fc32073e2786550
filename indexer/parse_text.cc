#include "indexer/parse_formats.h"

namespace bayan::indexer {
namespace {

constexpr std::string_view kWhiteSpace = " \t\r\n\f\v";

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kWhiteSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kWhiteSpace) - begin + 1);
}

}  // namespace

void parse_text(std::string_view text, const statement::Location& place,
                const ParseCallbacks& callbacks) {
  /// A first line longer than this is no title when it is all there is.
  constexpr std::size_t kLongestLoneTitle = 400;
  const std::string_view content = trim(text);
  const std::size_t line_end = content.find('\n');
  const bool is_one_line = line_end == std::string_view::npos;
  statement::Statement statement;
  statement.location = place;
  if (is_one_line && content.size() > kLongestLoneTitle) {
    statement.body = content;
  } else {
    statement.title = trim(content.substr(0, line_end));
    if (!is_one_line) statement.body = trim(content.substr(line_end));
  }
  statement.id = format_location(place);
  callbacks.on_statement(std::move(statement));
}

}  // namespace bayan::indexer
