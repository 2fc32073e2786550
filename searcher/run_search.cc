#include "searcher/run_search.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "common/cli/pager.h"
#include "searcher/ask_choice.h"
#include "searcher/console.h"
#include "searcher/paste_form.h"

namespace bayan::searcher {
namespace {

constexpr std::string_view kByteOrderMark = "\uFEFF";

/// One table: that of the facets where they were asked for, else that of the results.
std::string format_table(const Options& options, const Answer& answer) {
  const TableKind kind =
      options.format == Options::Format::kCsv ? TableKind::kCsv : TableKind::kTsv;
  return std::string(options.has_bom ? kByteOrderMark : "") +
         (answer.facets.empty() && (!answer.timeline || !answer.results.empty())
              ? format_result_table(answer, kind)
              : format_facet_table(answer, kind));
}

/// Runs are for evaluation: they rank over some of the words, and leave text alone.
Request run_request(const Options& options, std::string query) {
  Request request = options.request;
  request.query = std::move(query);
  request.collapses = false;
  if (options.format == Options::Format::kTrec) {
    constexpr std::size_t kRunDepth = 100;
    if (request.count == Request().count) request.count = kRunDepth;
    if (request.match == MatchMode::kAuto) request.match = MatchMode::kAny;
    request.with_snippets = false;
  }
  return request;
}

/// A query of a run is a reader's words, not our language: its signs ask for nothing.
std::string plain_words(std::string query) {
  for (char& c : query) {
    const auto byte = static_cast<unsigned char>(c);
    const bool word =
        byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!word) c = ' ';
  }
  for (const std::string_view guillemet : {"«", "»"}) {
    for (std::size_t at; (at = query.find(guillemet)) != std::string::npos;) {
      query.replace(at, guillemet.size(), " ");
    }
  }
  return query;
}

/// For people: each value of a facet as it can be pasted back.
Result<Answer> with_filters(const Options& options, LiveSearcher& searcher, Result<Answer> answer) {
  if (!answer || options.format != Options::Format::kText || answer->facets.empty()) return answer;
  return searcher
      .ask([&](const auto& index, const auto& countries) {
        return note_filters(index, countries, answer->facets);
      })
      .map([&answer] { return std::move(*answer); });
}

}  // namespace

std::string format_answer(const Options& options, const TextStyle& text_style,
                          std::string_view query_id, const Answer& answer) {
  switch (options.format) {
    case Options::Format::kJson:
      return format_json(answer);
    case Options::Format::kJsonLines:
      return format_json_lines(answer);
    case Options::Format::kCsv:
    case Options::Format::kTsv:
      return format_table(options, answer);
    case Options::Format::kMarkdown:
      return format_markdown(answer);
    case Options::Format::kTrec:
      return format_trec(query_id, answer);
    case Options::Format::kText:
      break;
  }
  return format_text(answer, text_style);
}

Result<Answer> search_to_show(const Options& options, LiveSearcher& searcher) {
  Result<Answer> answer = searcher.search(options.request);
  if (!answer) return answer;
  if (Result<void> suggested = searcher.suggest(options.request, *answer); !suggested) {
    return tl::unexpected(suggested.error());
  }
  if (options.format != Options::Format::kText || answer->total > 0 ||
      answer->suggestions.empty() || options.request.explains) {
    return with_filters(options, searcher, std::move(answer));
  }
  Request request = options.request;
  request.query = answer->suggestions.front().query;
  Result<Answer> shown = searcher.search(request);
  if (shown) shown->shown_for = answer->query;
  return with_filters(options, searcher, std::move(shown));
}

ExitStatus run_search(const Options& options, const TextStyle& style, LiveSearcher& searcher) {
  const Result<Answer> answer = search_to_show(options, searcher);
  if (!answer) {
    const std::optional<Options> chosen = ask_choice(options, answer.error());
    return chosen ? run_search(*chosen, style, searcher)
                  : tell(answer.error(), error_style(options));
  }
  const cli::Pager pager(options.display.has_pager && options.format == Options::Format::kText);
  print(format_answer(options, style, "1", *answer));
  // What was asked for is not there where something else is shown for it.
  const bool lists_nothing =
      !options.request.lists_results && !answer->timeline &&
      std::ranges::all_of(answer->facets, [](const Facet& facet) { return facet.values.empty(); });
  const bool is_found = answer->total > 0 && answer->shown_for.empty() && !lists_nothing;
  return is_found ? ExitStatus::kSuccess : ExitStatus::kNothingFound;
}

ExitStatus run_queries(const Options& options, const TextStyle& style, LiveSearcher& searcher) {
  std::ifstream in(options.queries_file, std::ios::binary);
  if (!in) {
    return tell(
        {ErrorKind::kUsage, fmt::format("--queries: {} cannot be read", options.queries_file),
         "name a file with a line «id TAB query» a query"},
        error_style(options));
  }
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty()) continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) {
      return tell({ErrorKind::kUsage,
                   fmt::format("{}:{}: no tab between id and query", options.queries_file, number),
                   "write «id TAB query»"},
                  error_style(options));
    }
    const std::string query = options.format == Options::Format::kTrec
                                  ? plain_words(line.substr(tab + 1))
                                  : line.substr(tab + 1);
    const Request request = run_request(options, query);
    Result<Answer> answer = searcher.search(request);
    if (!answer) return tell(answer.error(), error_style(options));
    if (options.format == Options::Format::kJson) {
      if (Result<void> suggested = searcher.suggest(request, *answer); !suggested) {
        return tell(suggested.error(), error_style(options));
      }
    }
    if (!print(format_answer(options, style, line.substr(0, tab), *answer))) break;
  }
  return ExitStatus::kSuccess;
}

}  // namespace bayan::searcher
