#pragma once

#include "common/cli/locale_format.h"
#include "common/cli/page.h"
#include "searcher/explanation.h"
#include "searcher/score_parts.h"

/// --explain in words, for the text view.
namespace bayan::searcher {

/// How the query was understood: a line a part with what stands for it, how many statements hold
/// it and, where no statement holds everything, how many would be found without it.
void write_explanation(cli::Page& page, const Explanation& explanation,
                       const cli::LocaleFormat& locale);

/// What a statement's score is made of; `words` are Explanation::ranked_words.
void write_score(cli::Page& page, double score, const ScoreParts& parts,
                 const std::vector<std::string>& words, std::size_t indent,
                 const cli::LocaleFormat& locale);

}  // namespace bayan::searcher
