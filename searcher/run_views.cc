#include "searcher/run_views.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/cli/pager.h"
#include "searcher/ask_choice.h"
#include "searcher/console.h"
#include "searcher/entity_card.h"
#include "searcher/run_search.h"
#include "searcher/show.h"
#include "searcher/similar.h"
#include "searcher/together.h"

namespace bayan::searcher {
namespace {

constexpr std::size_t kMostRankDigits = 7;

bool is_rank(std::string_view text) {
  return !text.empty() && text.size() <= kMostRankDigits && text.front() != '0' &&
         text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// A statement, and the request in whose answer it stands.
struct Named {
  std::string id;
  Request request;
};

/// The statement that is number `rank` of the answer, as the text view counts.
Result<Named> at_rank(const Options& options, LiveSearcher& searcher, std::size_t rank) {
  Options one = options;
  one.format = Options::Format::kText;
  one.request.offset = rank - 1;
  one.request.count = 1;
  one.request.facets.clear();
  one.request.with_snippets = false;
  const Result<Answer> answer = search_to_show(one, searcher);
  if (!answer) return tl::unexpected(answer.error());
  if (answer->results.empty()) {
    return fail(answer->total == 0 ? ErrorKind::kNothingFound : ErrorKind::kQuery,
                fmt::format("there is no result {}: {} were found", rank, answer->total),
                "name one of them, or an id");
  }
  Named named{answer->results.front().id, options.request};
  named.request.query = answer->query;
  return named;
}

/// What --show or --similar names: a number where there is an answer to count in, else an id.
Result<Named> find_named(const Options& options, LiveSearcher& searcher) {
  if (is_rank(options.which) && !asks_nothing(options.request)) {
    return at_rank(options, searcher, std::stoul(options.which));
  }
  return Named{options.which, options.request};
}

std::string format_shown(const Options& options, const TextStyle& style,
                         const ShownStatement& shown) {
  switch (options.format) {
    case Options::Format::kJson:
    case Options::Format::kJsonLines:
      return format_statement_json(shown);
    case Options::Format::kMarkdown:
      return format_statement_markdown(shown);
    default:
      return format_statement(shown, style);
  }
}

}  // namespace

ExitStatus run_show(const Options& options, const TextStyle& style, LiveSearcher& searcher) {
  const Result<Named> named = find_named(options, searcher);
  if (!named) return tell(named.error(), error_style(options));
  const auto shown = searcher.ask([&](const auto& index, const auto& countries) {
    return show(index, countries, named->request, named->id);
  });
  if (!shown) return tell(shown.error(), error_style(options));
  const cli::Pager pager(options.display.has_pager && options.format == Options::Format::kText);
  print(format_shown(options, style, *shown));
  return ExitStatus::kSuccess;
}

ExitStatus run_similar(const Options& options, const TextStyle& style, LiveSearcher& searcher) {
  const Result<Named> named = find_named(options, searcher);
  if (!named) return tell(named.error(), error_style(options));
  const auto answer = searcher.ask([&](const auto& index, const auto& countries) {
    return find_similar(index, countries, options.request, named->id);
  });
  if (!answer) return tell(answer.error(), error_style(options));
  const cli::Pager pager(options.display.has_pager && options.format == Options::Format::kText);
  print(format_answer(options, style, "1", *answer));
  return answer->results.empty() ? ExitStatus::kNothingFound : ExitStatus::kSuccess;
}

ExitStatus run_entity(const Options& options, const TextStyle& style, LiveSearcher& searcher) {
  const auto card = searcher.ask([&](const auto& index, const auto& countries) {
    return find_entity_card(index, countries, options.entity, options.entity_values);
  });
  if (!card) {
    const std::optional<Options> chosen = ask_choice(options, card.error());
    return chosen ? run_entity(*chosen, style, searcher) : tell(card.error(), error_style(options));
  }
  const cli::Pager pager(options.display.has_pager && options.format == Options::Format::kText);
  print(options.format == Options::Format::kText ? format_card(*card, style)
                                                 : format_card_json(*card));
  return card->statements == 0 ? ExitStatus::kNothingFound : ExitStatus::kSuccess;
}

ExitStatus run_together(const Options& options, const TextStyle& style, LiveSearcher& searcher) {
  const auto answer = searcher.ask([&](const auto& index, const auto& countries) {
    return search_together(index, countries, options.request, options.together);
  });
  if (!answer) {
    const std::optional<Options> chosen = ask_choice(options, answer.error());
    return chosen ? run_together(*chosen, style, searcher)
                  : tell(answer.error(), error_style(options));
  }
  const cli::Pager pager(options.display.has_pager && options.format == Options::Format::kText);
  print(format_answer(options, style, "1", *answer));
  return answer->total == 0 ? ExitStatus::kNothingFound : ExitStatus::kSuccess;
}

}  // namespace bayan::searcher
