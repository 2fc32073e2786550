#include "searcher/run.h"

#include <fmt/format.h>

#include <cstdio>
#include <fstream>

#include "common/base/version.h"
#include "common/cli/bidi_mode.h"
#include "common/cli/excerpt.h"
#include "common/cli/manual.h"
#include "common/cli/messages.h"
#include "common/cli/pager.h"
#include "common/entity/lazy_countries.h"
#include "searcher/complete_names.h"
#include "searcher/live_searcher.h"
#include "searcher/options.h"
#include "searcher/search.h"
#include "searcher/views.h"

namespace bayan::searcher {
namespace {

constexpr std::string_view kProgram = "bayan-searcher";

/// The lines that show where in a query an error is.
std::string place_of(const Error& error) {
  if (!error.excerpt) return {};
  const auto choice = cli::choose_bidi("", cli::is_terminal(2));
  const bool is_ordered = choice && choice->bidi == cli::BidiMode::kTerminal;
  return cli::format_excerpt(*error.excerpt, cli::terminal_width(2),
                             is_ordered ? cli::TextOrder::kBidi : cli::TextOrder::kStored);
}

ExitStatus tell(const Error& error) {
  const auto locale = cli::LocaleFormat::choose("").value_or(cli::LocaleFormat());
  std::fputs(cli::format_error_in(locale.language(), kProgram, error, place_of(error)).c_str(),
             stderr);
  return exit_status(error.kind);
}

/// False when nobody reads any more.
bool print(const std::string& text) {
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
}

constexpr std::string_view kByteOrderMark = "\uFEFF";

/// One table: that of the facets where they were asked for, else that of the results.
std::string format_table(const Options& options, const Answer& answer) {
  const TableKind kind =
      options.format == Options::Format::kCsv ? TableKind::kCsv : TableKind::kTsv;
  return std::string(options.has_bom ? kByteOrderMark : "") +
         (answer.facets.empty() ? format_result_table(answer, kind)
                                : format_facet_table(answer, kind));
}

/// `text_style` is what the text view takes.
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

Result<TextStyle> text_style(const Options& options) {
  return cli::make_page_style(options.display).map([&options](cli::PageStyle page) {
    return TextStyle{std::move(page), options.display.locale, !options.quiet};
  });
}

/// People are shown what the likeliest suggestion finds where the query finds nothing; programs get
/// the suggestions and no results.
Result<Answer> to_show(const Options& options, LiveSearcher& searcher, Answer answer) {
  if (options.format != Options::Format::kText || answer.total > 0 || answer.suggestions.empty()) {
    return answer;
  }
  Request request = options.request;
  request.query = answer.suggestions.front().query;
  return searcher.search(request).map([&answer](Answer shown) {
    shown.shown_for = answer.query;
    return shown;
  });
}

ExitStatus search_once(const Options& options, const TextStyle& style, LiveSearcher& searcher) {
  Result<Answer> answer = searcher.search(options.request);
  if (!answer) return tell(answer.error());
  if (Result<void> suggested = searcher.suggest(options.request, *answer); !suggested) {
    return tell(suggested.error());
  }
  const Result<Answer> shown = to_show(options, searcher, *answer);
  if (!shown) return tell(shown.error());
  const cli::Pager pager(options.display.has_pager && options.format == Options::Format::kText);
  print(format_answer(options, style, "1", *shown));
  return answer->total == 0 ? ExitStatus::kNothingFound : ExitStatus::kSuccess;
}

/// Runs are for evaluation: they rank over some of the words, and leave text alone.
Request run_request(const Options& options, std::string query) {
  Request request = options.request;
  request.query = std::move(query);
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

ExitStatus search_file(const Options& options, const TextStyle& style, LiveSearcher& searcher) {
  std::ifstream in(options.queries_file, std::ios::binary);
  if (!in) {
    return tell({ErrorKind::kUsage,
                 fmt::format("--queries: {} cannot be read", options.queries_file),
                 "name a file with a line «id TAB query» a query"});
  }
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty()) continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) {
      return tell({ErrorKind::kUsage,
                   fmt::format("{}:{}: no tab between id and query", options.queries_file, number),
                   "write «id TAB query»"});
    }
    const std::string query = options.format == Options::Format::kTrec
                                  ? plain_words(line.substr(tab + 1))
                                  : line.substr(tab + 1);
    const Request request = run_request(options, query);
    Result<Answer> answer = searcher.search(request);
    if (!answer) return tell(answer.error());
    if (options.format == Options::Format::kJson) {
      if (Result<void> suggested = searcher.suggest(request, *answer); !suggested) {
        return tell(suggested.error());
      }
    }
    if (!print(format_answer(options, style, line.substr(0, tab), *answer))) break;
  }
  return ExitStatus::kSuccess;
}

ExitStatus search(const Options& options) {
  const entity::LazyCountries countries;
  Result<LiveSearcher> searcher = LiveSearcher::open(options.index, countries);
  if (!searcher) return tell(searcher.error());
  const Result<TextStyle> style = text_style(options);
  if (!style) return tell(style.error());
  return options.task == Options::Task::kQueries ? search_file(options, *style, *searcher)
                                                 : search_once(options, *style, *searcher);
}

/// For the build: sections of the manual pages.
ExitStatus describe(const std::string& section) {
  print(section == "fields" ? manual_fields() : cli::format_manual_options(option_rows()));
  return ExitStatus::kSuccess;
}

}  // namespace

ExitStatus run(const std::vector<std::string>& arguments) {
  if (arguments.size() == 2 && arguments.front() == "--describe") return describe(arguments[1]);
  if (arguments.size() >= 2 && arguments.front() == "--complete") {
    print(cli::format_completion(complete_command_line({arguments.begin() + 1, arguments.end()})));
    return ExitStatus::kSuccess;
  }
  const Result<Options> options = parse_options(arguments);
  if (!options) return tell(options.error());
  switch (options->task) {
    case Options::Task::kHelp:
      print(help_text());
      return ExitStatus::kSuccess;
    case Options::Task::kVersion:
      print(fmt::format("{} {}\n", kProgram, kVersion));
      return ExitStatus::kSuccess;
    case Options::Task::kSearch:
    case Options::Task::kQueries:
      return search(*options);
  }
  return ExitStatus::kSuccess;
}

}  // namespace bayan::searcher
