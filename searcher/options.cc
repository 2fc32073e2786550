#include "searcher/options.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "common/cli/index_location.h"
#include "common/cli/manual.h"
#include "searcher/filter_builder.h"

namespace bayan::searcher {
namespace {

using cli::Argument;
using cli::OptionRow;
using index::FieldId;

constexpr long kMostResults = 1'000'000;

constexpr std::array kRows = {
    OptionRow{"index", 'd', Argument::kRequired, "DIR", "Index",
              "the index to search\n(else $BAYAN_INDEX, else bayan/ in the XDG data folder)"},
    OptionRow{"count", 'n', Argument::kRequired, "N", "Results",
              "how many to show (0: all; default 10)"},
    OptionRow{"offset", '\0', Argument::kRequired, "N", "Results", "pass over the first N"},
    OptionRow{"match", '\0', Argument::kRequired, "HOW", "Results",
              "auto, all or any of the words (default auto: all where that finds something)",
              "auto all any"},
    OptionRow{"sort", '\0', Argument::kRequired, "ORDER", "Results", "relevance, newest or oldest",
              "relevance newest oldest"},
    OptionRow{"all", '\0', Argument::kNone, "", "Results",
              "show near-duplicates one by one, not the best of them alone"},
    OptionRow{"person", '\0', Argument::kRequired, "NAME", "Filters",
              "statements that name this person", "@person",
              "Part of a name will do, in Arabic or Latin letters, with a title or without; where "
              "it fits several persons and none is named far oftener, they are listed, on a "
              "terminal to choose from. "
              "=NAME is that very name. A,B is any of several; quotes keep a comma in a name."},
    OptionRow{"country", '\0', Argument::kRequired, "NAME", "Filters",
              "statements that concern this country, by name or ISO code;\n"
              "FR,BH is any of them, the option repeated all of them",
              "@country"},
    OptionRow{"org", '\0', Argument::kRequired, "NAME", "Filters", "statements that name this body",
              "@org", "English names do too: \"Ministry of Interior, Bahrain\", GCC."},
    OptionRow{"position", '\0', Argument::kRequired, "NAME", "Filters",
              "statements that name somebody in this post", "@position",
              "In English too: \"French foreign minister\"."},
    OptionRow{"issuer", '\0', Argument::kRequired, "NAME", "Filters",
              "statements that it published", "@issuer"},
    OptionRow{"path", '\0', Argument::kRequired, "PATH", "Filters",
              "statements read from this file, archive or folder"},
    OptionRow{"date", '\0', Argument::kRequired, "DATE", "Filters",
              "published in 2024, in 2024-07, on a day, in a span, in «last month»"},
    OptionRow{"not-person", '\0', Argument::kRequired, "NAME", "Filters",
              "none that name this person", "@person"},
    OptionRow{"not-country", '\0', Argument::kRequired, "NAME", "Filters",
              "none that concern this country", "@country"},
    OptionRow{"not-org", '\0', Argument::kRequired, "NAME", "Filters", "none that name this body",
              "@org"},
    OptionRow{"not-position", '\0', Argument::kRequired, "NAME", "Filters",
              "none that name somebody in this post", "@position"},
    OptionRow{"not-issuer", '\0', Argument::kRequired, "NAME", "Filters", "none that it published",
              "@issuer"},
    OptionRow{"not-path", '\0', Argument::kRequired, "PATH", "Filters", "none read from it"},
    OptionRow{"not-date", '\0', Argument::kRequired, "DATE", "Filters", "none published then"},
    OptionRow{"since", '\0', Argument::kRequired, "DATE", "Filters",
              "published in or after 2024, 2024-07 or 2024-07-26"},
    OptionRow{"until", '\0', Argument::kRequired, "DATE", "Filters", "published in or before it"},
    OptionRow{"facets", '\0', Argument::kOptional, "LIST", "Output",
              "count persons, countries and the like over all matches;\n"
              "LIST of person,country,org,position,issuer,year,month",
              "@facet"},
    OptionRow{"facet-count", '\0', Argument::kRequired, "N", "Output",
              "how many values of each (0: all; default 10)"},
    OptionRow{"facet-find", '\0', Argument::kRequired, "TEXT", "Output",
              "of their values only those whose names hold these words, the last one begun"},
    OptionRow{"list", '\0', Argument::kRequired, "LIST", "Views",
              "all persons, countries and the like, with their counts; no statements", "@facet",
              "Of the statements that match, or of all where nothing is asked for."},
    OptionRow{"entity", '\0', Argument::kRequired, "NAME", "Views",
              "what is known of a person, country, body or post: its forms, posts,\n"
              "first and last statement, timeline, and who and what occurs beside it",
              "@person", "FIELD:NAME is of that field alone."},
    OptionRow{
        "together", '\0', Argument::kRequired, "A,B", "Views",
        "statements that name all of these, by years: persons, countries, bodies, posts", "",
        "FIELD:NAME is of that field alone. The newest come first unless --sort says otherwise."},
    OptionRow{"timeline", '\0', Argument::kOptional, "UNIT", "Views",
              "how many statements match each month, or each year, as a chart", "month year",
              "Statements are listed too where -n is given."},
    OptionRow{"show", '\0', Argument::kRequired, "WHICH", "Views",
              "print a statement whole: its id, or its number in the answer", "",
              "The words of the query are marked in it."},
    OptionRow{"similar", '\0', Argument::kRequired, "WHICH", "Views",
              "statements like the one of this id, or of this number in the answer", "",
              "Filters hold for them too."},
    OptionRow{"explain", '\0', Argument::kNone, "", "Output",
              "say how the query was understood, what each score is made of and, where nothing is\n"
              "found, which word or filter is to blame (text, json and jsonl)"},
    OptionRow{"format", '\0', Argument::kRequired, "FORMAT", "Output",
              "text, json, jsonl, csv, tsv, markdown or trec",
              "text json jsonl csv tsv markdown trec"},
    OptionRow{"bom", '\0', Argument::kNone, "", "Output",
              "begin csv and tsv with a byte order mark: Excel wants one"},
    OptionRow{"queries", '\0', Argument::kRequired, "FILE", "Output",
              "answer each line «id TAB query» of FILE"},
    OptionRow{"width", '\0', Argument::kRequired, "N", "Display",
              "break lines after N columns (default: the terminal's; files: never)"},
    OptionRow{"bidi", '\0', Argument::kRequired, "WHO", "Display",
              "who orders Arabic: terminal, program or isolates\n"
              "(default auto: by what is known of the terminal)",
              "auto terminal program isolates"},
    OptionRow{"locale", '\0', Argument::kRequired, "LOCALE", "Display",
              "language of messages, form of digits and dates: ar, ar-MA, en, …\n"
              "(default: that of the environment; ar-EG-u-nu-latn has Latin digits)",
              "ar ar-MA ar-EG ar-EG-u-nu-latn en"},
    OptionRow{"color", '\0', Argument::kRequired, "WHEN", "Display", "auto, always or never",
              "auto always never"},
    OptionRow{"links", '\0', Argument::kRequired, "WHEN", "Display",
              "link places to their pages and files: auto, always or never", "auto always never"},
    OptionRow{"no-pager", '\0', Argument::kNone, "", "Display",
              "do not show long answers in a pager"},
    OptionRow{"quiet", 'q', Argument::kNone, "", "General", "results alone, no counts"},
    OptionRow{"help", 'h', Argument::kNone, "", "General", "print this help"},
    OptionRow{"version", '\0', Argument::kNone, "", "General", "print the version"},
};

struct FormatName {
  std::string_view name;
  Options::Format format;
};
constexpr std::array kFormats = {
    FormatName{"text", Options::Format::kText},
    FormatName{"json", Options::Format::kJson},
    FormatName{"jsonl", Options::Format::kJsonLines},
    FormatName{"csv", Options::Format::kCsv},
    FormatName{"tsv", Options::Format::kTsv},
    FormatName{"markdown", Options::Format::kMarkdown},
    FormatName{"trec", Options::Format::kTrec},
};

struct FilterOption {
  std::string_view option;
  FieldId field;
  bool is_excluded;
};
constexpr std::array kFilters = {
    FilterOption{"person", FieldId::kPerson, false},
    FilterOption{"country", FieldId::kCountry, false},
    FilterOption{"org", FieldId::kOrganisation, false},
    FilterOption{"position", FieldId::kPosition, false},
    FilterOption{"issuer", FieldId::kIssuer, false},
    FilterOption{"path", FieldId::kPath, false},
    FilterOption{"date", FieldId::kDate, false},
    FilterOption{"not-person", FieldId::kPerson, true},
    FilterOption{"not-country", FieldId::kCountry, true},
    FilterOption{"not-org", FieldId::kOrganisation, true},
    FilterOption{"not-position", FieldId::kPosition, true},
    FilterOption{"not-issuer", FieldId::kIssuer, true},
    FilterOption{"not-path", FieldId::kPath, true},
    FilterOption{"not-date", FieldId::kDate, true},
};

Result<std::vector<Filter>> read_filters(const cli::RawOptions& raw) {
  std::vector<Filter> filters;
  for (const FilterOption& row : kFilters) {
    for (const std::string& value : raw.all(row.option)) {
      if (split_values(value).empty()) {
        return fail(ErrorKind::kUsage, fmt::format("--{} has no value", row.option),
                    fmt::format("write --{} NAME", row.option));
      }
      filters.push_back({row.field, value, row.is_excluded});
    }
  }
  return filters;
}

/// The facets that an option lists.
Result<std::vector<FieldId>> read_facet_list(const cli::RawOptions& raw, std::string_view option) {
  std::vector<FieldId> facets;
  for (const std::string& value : raw.all(option)) {
    for (const std::string& name : split_values(value)) {
      const index::Field* field = index::find_field(name);
      if (field == nullptr || !field->facet) {
        return fail(ErrorKind::kUsage, fmt::format("there is no facet «{}»", name),
                    "the facets are person, country, org, position, issuer, year, month");
      }
      facets.push_back(field->id);
    }
  }
  return facets;
}

Result<void> read_facets(const cli::RawOptions& raw, Request& request) {
  const bool is_list = raw.has("list");
  Result<std::vector<FieldId>> facets = read_facet_list(raw, is_list ? "list" : "facets");
  if (!facets) return tl::unexpected(facets.error());
  const auto most = cli::number_option(raw, "facet-count", 0, kMostResults);
  if (!most) return tl::unexpected(most.error());
  request.facets = std::move(*facets);
  request.lists_results = !is_list;
  // Beside results -n is theirs; a list it bounds as people expect, and all of it is shown without.
  const auto count = cli::number_option(raw, "count", 0, kMostResults);
  if (!count) return tl::unexpected(count.error());
  request.facet_values =
      static_cast<std::size_t>(most->value_or(is_list ? count->value_or(0) : 10));
  request.facet_find = raw.last("facet-find");
  const bool has_card = raw.has("entity");
  const bool wants_facets = is_list || raw.has("facets");
  if (!wants_facets && !has_card && (*most || raw.has("facet-find"))) {
    return fail(ErrorKind::kUsage, "--facet-count and --facet-find go with --facets or --list",
                "write for example --facets=person");
  }
  if (wants_facets && request.facets.empty()) {
    request.facets = {FieldId::kPerson,   FieldId::kCountry, FieldId::kOrganisation,
                      FieldId::kPosition, FieldId::kIssuer,  FieldId::kYear,
                      FieldId::kMonth};
  }
  return {};
}

Result<Options::Format> read_format(const cli::RawOptions& raw) {
  std::vector<std::string> names;
  for (const FormatName& row : kFormats) names.emplace_back(row.name);
  return cli::choice_option(raw, "format", names, "text").map([](const std::string& name) {
    return std::ranges::find(kFormats, name, &FormatName::name)->format;
  });
}

/// A file of queries is answered in a form that takes many answers.
Result<void> check_combinations(const Options& options) {
  const bool is_table =
      options.format == Options::Format::kCsv || options.format == Options::Format::kTsv;
  if (options.has_bom && !is_table) {
    return fail(ErrorKind::kUsage, "--bom goes with --format csv or tsv alone", "take it away");
  }
  if (options.task == Options::Task::kTogether && options.together.size() < 2) {
    return fail(ErrorKind::kUsage, "--together wants two names or more",
                "write for example --together FR,BH");
  }
  if (options.task == Options::Task::kEntity && options.format != Options::Format::kText &&
      options.format != Options::Format::kJson && options.format != Options::Format::kJsonLines) {
    return fail(ErrorKind::kUsage, "--entity prints text or json alone",
                "write --format text or json");
  }
  if (options.task == Options::Task::kShow &&
      (is_table || options.format == Options::Format::kTrec)) {
    return fail(ErrorKind::kUsage, "--show prints no table",
                "write --format text, json or markdown");
  }
  const bool is_explainable = options.format == Options::Format::kText ||
                              options.format == Options::Format::kJson ||
                              options.format == Options::Format::kJsonLines;
  if (options.request.explains && !is_explainable) {
    return fail(ErrorKind::kUsage, "--explain goes with --format text, json or jsonl alone",
                "take it away");
  }
  const bool is_for_one = is_table || options.format == Options::Format::kMarkdown;
  if (options.task == Options::Task::kQueries && is_for_one) {
    return fail(ErrorKind::kUsage, "--queries prints no csv, tsv or markdown",
                "write --format json, trec or text");
  }
  return {};
}

Result<void> read_timeline(const cli::RawOptions& raw, Request& request) {
  if (!raw.has("timeline")) return {};
  const bool has_unit = !raw.last("timeline").empty();
  const auto unit = has_unit ? cli::choice_option(raw, "timeline", {"month", "year"}, "month")
                             : Result<std::string>("month");
  if (!unit) return tl::unexpected(unit.error());
  request.timeline = *unit == "year" ? TimelineUnit::kYear : TimelineUnit::kMonth;
  if (!raw.has("count")) request.lists_results = false;
  return {};
}

Result<void> read_request(const cli::RawOptions& raw, Request& request) {
  for (const std::string& word : raw.words()) {
    request.query += (request.query.empty() ? "" : " ") + word;
  }
  const auto count = cli::number_option(raw, "count", 0, kMostResults);
  if (!count) return tl::unexpected(count.error());
  const auto offset = cli::number_option(raw, "offset", 0, kMostResults);
  if (!offset) return tl::unexpected(offset.error());
  const auto match = cli::choice_option(raw, "match", {"auto", "all", "any"}, "auto");
  if (!match) return tl::unexpected(match.error());
  const auto sort = cli::choice_option(raw, "sort", {"relevance", "newest", "oldest"}, "relevance");
  if (!sort) return tl::unexpected(sort.error());
  auto filters = read_filters(raw);
  if (!filters) return tl::unexpected(filters.error());
  if (Result<void> read = read_facets(raw, request); !read) return read;
  if (Result<void> read = read_timeline(raw, request); !read) return read;
  request.count = static_cast<std::size_t>(count->value_or(10));
  request.offset = static_cast<std::size_t>(offset->value_or(0));
  request.match = *match == "all"   ? MatchMode::kAll
                  : *match == "any" ? MatchMode::kAny
                                    : MatchMode::kAuto;
  request.sort = *sort == "newest"   ? SortOrder::kNewest
                 : *sort == "oldest" ? SortOrder::kOldest
                                     : SortOrder::kRelevance;
  request.filters = std::move(*filters);
  request.collapses = !raw.has("all") && raw.last("format") != "trec";
  request.since = raw.last("since");
  request.until = raw.last("until");
  request.explains = raw.has("explain");
  return {};
}

Options::Task read_task(const cli::RawOptions& raw, const Request& request) {
  if (raw.has("help")) return Options::Task::kHelp;
  if (raw.has("version")) return Options::Task::kVersion;
  if (raw.has("queries")) return Options::Task::kQueries;
  if (raw.has("show")) return Options::Task::kShow;
  if (raw.has("entity")) return Options::Task::kEntity;
  if (raw.has("together")) return Options::Task::kTogether;
  if (raw.has("similar")) return Options::Task::kSimilar;
  return asks_nothing(request) ? Options::Task::kHelp : Options::Task::kSearch;
}

}  // namespace

bool asks_nothing(const Request& request) {
  if (request.timeline) return false;
  return request.query.empty() && request.filters.empty() && request.since.empty() &&
         request.until.empty() && request.facets.empty();
}

std::span<const OptionRow> option_rows() { return kRows; }

Result<Options> parse_options(const std::vector<std::string>& arguments) {
  const Result<cli::RawOptions> raw = cli::parse_command_line(kRows, arguments);
  if (!raw) return tl::unexpected(raw.error());
  Options options;
  options.index = cli::index_location(raw->last("index"));
  options.queries_file = raw->last("queries");
  options.quiet = raw->has("quiet");
  const Result<Options::Format> format = read_format(*raw);
  if (!format) return tl::unexpected(format.error());
  options.format = *format;
  options.has_bom = raw->has("bom");
  Result<cli::DisplayOptions> display = cli::read_display_options(*raw);
  if (!display) return tl::unexpected(display.error());
  options.display = std::move(*display);
  if (Result<void> read = read_request(*raw, options.request); !read) {
    return tl::unexpected(read.error());
  }
  options.together = split_values(raw->last("together"));
  options.entity = raw->last("entity");
  if (raw->has("facet-count")) options.entity_values = options.request.facet_values;
  options.which = raw->last(raw->has("show") ? "show" : "similar");
  options.task = read_task(*raw, options.request);
  if (Result<void> checked = check_combinations(options); !checked) {
    return tl::unexpected(checked.error());
  }
  return options;
}

std::string help_text() {
  std::string fields;
  for (const index::Field& field : index::fields()) {
    if (field.id == FieldId::kText) continue;
    fields += fmt::format("  {}: or {}:  {}\n", field.name, field.arabic_name, field.help);
  }
  return "usage: bayan-searcher [-d DIR] QUERY… [filters]\n\n"
         "Searches an index of Arabic statements. Words are found with their inflections and\n"
         "however hamza, teh marbuta and diacritics are typed; \"…\" and «…» are phrases,\n"
         "=word is the word as typed, +word must and -word must not occur, AND, OR, NOT and\n"
         "brackets combine. Fields of a query:\n" +
         fields + "\n" + cli::format_options(kRows) +
         "\nExit status: 0 found, 1 nothing found, 2 wrong usage, query or filter,\n"
         "4 the index is missing, locked, damaged or of another version.\n";
}

std::string manual_fields() {
  std::string out = ".Bl -tag -width Ds\n";
  for (const index::Field& field : index::fields()) {
    if (field.id == FieldId::kText) continue;
    out += fmt::format(".It Cm {} , {}\n{}.\n", field.name, field.arabic_name,
                       cli::mdoc_text(field.help));
  }
  return out + ".El\n";
}

}  // namespace bayan::searcher
