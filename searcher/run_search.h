#pragma once

#include <string>
#include <string_view>

#include "common/base/error.h"
#include "searcher/console.h"
#include "searcher/live_searcher.h"
#include "searcher/options.h"
#include "searcher/views.h"

/// The program's main task: answering queries.
namespace bayan::searcher {

/// The language to speak in.
[[nodiscard]] inline cli::Language language_of(const Options& options) {
  return options.display.locale.language();
}

/// How errors are told.
[[nodiscard]] inline ErrorStyle error_style(const Options& options) {
  return {language_of(options), options.display.bidi};
}

/// The answer to the request and, for people, what the likeliest suggestion finds where the query
/// finds nothing; programs get the suggestions and no results.
[[nodiscard]] Result<Answer> search_to_show(const Options& options, LiveSearcher& searcher);

/// The answer in the format asked for; `text_style` is what the text view takes.
[[nodiscard]] std::string format_answer(const Options& options, const TextStyle& text_style,
                                        std::string_view query_id, const Answer& answer);

/// One query.
ExitStatus run_search(const Options& options, const TextStyle& style, LiveSearcher& searcher);

/// --queries: each line of a file.
ExitStatus run_queries(const Options& options, const TextStyle& style, LiveSearcher& searcher);

}  // namespace bayan::searcher
