#pragma once

#include "common/base/error.h"
#include "searcher/live_searcher.h"
#include "searcher/options.h"
#include "searcher/views.h"

/// The program's tasks beside searching.
namespace bayan::searcher {

/// --show: one statement whole.
ExitStatus run_show(const Options& options, const TextStyle& style, LiveSearcher& searcher);

/// --similar: what is like one statement.
ExitStatus run_similar(const Options& options, const TextStyle& style, LiveSearcher& searcher);

/// --entity: what is known of one.
ExitStatus run_entity(const Options& options, const TextStyle& style, LiveSearcher& searcher);

/// --together: the statements that name several, by years.
ExitStatus run_together(const Options& options, const TextStyle& style, LiveSearcher& searcher);

}  // namespace bayan::searcher
