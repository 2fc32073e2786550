#include "searcher/run.h"

#include <fmt/format.h>

#include "common/base/version.h"
#include "common/cli/complete.h"
#include "common/cli/manual.h"
#include "common/entity/lazy_countries.h"
#include "searcher/complete_names.h"
#include "searcher/console.h"
#include "searcher/live_searcher.h"
#include "searcher/options.h"
#include "searcher/run_search.h"
#include "searcher/run_views.h"
#include "searcher/views.h"

namespace bayan::searcher {
namespace {

Result<TextStyle> text_style(const Options& options) {
  return cli::make_page_style(options.display).map([&options](cli::PageStyle page) {
    return TextStyle{std::move(page), options.display.locale, !options.quiet};
  });
}

ExitStatus answer(const Options& options) {
  const entity::LazyCountries countries;
  Result<LiveSearcher> searcher = LiveSearcher::open(options.index, countries);
  if (!searcher) return tell(searcher.error(), error_style(options));
  const Result<TextStyle> style = text_style(options);
  if (!style) return tell(style.error(), error_style(options));
  switch (options.task) {
    case Options::Task::kQueries:
      return run_queries(options, *style, *searcher);
    case Options::Task::kShow:
      return run_show(options, *style, *searcher);
    case Options::Task::kEntity:
      return run_entity(options, *style, *searcher);
    case Options::Task::kTogether:
      return run_together(options, *style, *searcher);
    case Options::Task::kSimilar:
      return run_similar(options, *style, *searcher);
    default:
      return run_search(options, *style, *searcher);
  }
}

/// For the build: sections of the manual pages.
ExitStatus describe(const std::string& section) {
  print(section == "fields" ? manual_fields() : cli::format_manual_options(option_rows()));
  return ExitStatus::kSuccess;
}

/// The language that the arguments ask for, before they are understood; else the environment's.
cli::Language language_asked_for(const std::vector<std::string>& arguments) {
  constexpr std::string_view kOption = "--locale";
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    std::string_view name;
    if (argument == kOption && i + 1 < arguments.size()) name = arguments[i + 1];
    if (argument.starts_with("--locale=")) name = argument.substr(kOption.size() + 1);
    if (name.empty()) continue;
    if (const auto locale = cli::LocaleFormat::choose(name)) return locale->language();
  }
  return usual_language();
}

}  // namespace

ExitStatus run(const std::vector<std::string>& arguments) {
  if (arguments.size() == 2 && arguments.front() == "--describe") return describe(arguments[1]);
  if (arguments.size() >= 2 && arguments.front() == "--complete") {
    print(cli::format_completion(complete_command_line({arguments.begin() + 1, arguments.end()})));
    return ExitStatus::kSuccess;
  }
  const Result<Options> options = parse_options(arguments);
  if (!options) return tell(options.error(), {language_asked_for(arguments), ""});
  switch (options->task) {
    case Options::Task::kHelp:
      print(help_text());
      return ExitStatus::kSuccess;
    case Options::Task::kVersion:
      print(fmt::format("{} {}\n", kProgram, kVersion));
      return ExitStatus::kSuccess;
    default:
      return answer(*options);
  }
}

}  // namespace bayan::searcher
