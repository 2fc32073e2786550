#pragma once

#include <string>
#include <string_view>

#include "common/cli/locale_format.h"
#include "common/cli/page.h"
#include "searcher/results.h"

/// Views turn an answer into text and ask nothing more. Nothing from a document reaches the output
/// raw: text views replace control and format characters, JSON escapes them.
namespace bayan::searcher {

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

/// Lines «query_id Q0 id rank score bayan» of a TREC run; white space and % in ids percent-encoded.
[[nodiscard]] std::string format_trec(std::string_view query_id, const Answer& answer);

}  // namespace bayan::searcher
