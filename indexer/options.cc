#include "indexer/options.h"

#include <algorithm>
#include <array>
#include <thread>

#include "common/cli/index_location.h"
#include "common/text/decode.h"
#include "indexer/formats/format.h"

namespace bayan::indexer {
namespace {

using cli::Argument;
using cli::OptionRow;

constexpr long kMostJobs = 256;

constexpr std::array kRows = {
    OptionRow{"index", 'd', Argument::kRequired, "DIR", "Index",
              "the index to build or to add to\n"
              "(else $BAYAN_INDEX, else bayan/ in the XDG data folder)"},
    OptionRow{"rebuild", '\0', Argument::kNone, "", "Index",
              "start anew: keep nothing of what the index held"},
    OptionRow{"prune", '\0', Argument::kNone, "", "Index",
              "take out what was read from files below PATH… that are gone"},
    OptionRow{"retry", '\0', Argument::kNone, "", "Index",
              "read unchanged files again that could not be read whole"},
    OptionRow{"gazetteer", '\0', Argument::kRequired, "FILE", "Index",
              "take in what you know of persons, bodies and countries: other names,\n"
              "merges, vetoes, posts; bayan-gazetteer(5) describes the table.\n"
              "Kept in the index; without PATH… nothing is read again"},
    OptionRow{"jobs", 'j', Argument::kRequired, "N", "Index",
              "threads that analyse and write (default: one a processor)"},
    OptionRow{"memory", '\0', Argument::kRequired, "SIZE", "Index",
              "what reading and analysing may take, for example 512M (default: 256M);\n"
              "more gives a smaller index"},
    OptionRow{"map", '\0', Argument::kRequired, "FIELD=KEY,…", "Reading",
              "keys of records and columns, for example title=headline,body=content;\n"
              "fields: id, title, body, date, crawled, issuer, url, lang"},
    OptionRow{"encoding", '\0', Argument::kRequired, "NAME", "Reading",
              "read every file as this encoding, for example windows-1256\n"
              "(default: found out, file by file)",
              "utf-8 utf-16 windows-1256 iso-8859-6 macarabic"},
    OptionRow{"format", '\0', Argument::kRequired, "NAME", "Reading",
              "read every document as this format, for example csv\n"
              "(default: told by its content)"},
    OptionRow{"include", '\0', Argument::kRequired, "GLOB", "Reading",
              "read only files and members of archives that match, or lie\n"
              "inside a folder or archive that does; may be repeated"},
    OptionRow{"exclude", '\0', Argument::kRequired, "GLOB", "Reading",
              "pass over what matches, with all inside; may be repeated"},
    OptionRow{"limit", '\0', Argument::kRequired, "NAME=VALUE,…", "Reading",
              "what one file may cost, for example document=256M,depth=2;\n"
              "limits: document, record, text, depth, members, expansion,\n"
              "time, memory"},
    OptionRow{"errors", '\0', Argument::kRequired, "FILE", "Reading",
              "write every problem to FILE as JSON Lines"},
    OptionRow{"dry-run", '\0', Argument::kNone, "", "Other tasks",
              "print each statement as it would be indexed, a JSON object a line"},
    OptionRow{"remove", '\0', Argument::kRequired, "ID|PATH", "Other tasks",
              "take one statement, or all of a file, folder or archive, out of the index;\n"
              "may be repeated"},
    OptionRow{"check", '\0', Argument::kNone, "", "Other tasks",
              "look through the index for damage"},
    OptionRow{"stats", '\0', Argument::kOptional, "FORMAT", "Other tasks",
              "print the index's figures: coverage by year, issuer, format, language;\n"
              "size by table; --stats=json for programs",
              "json"},
    OptionRow{"quiet", 'q', Argument::kNone, "", "General",
              "no progress, no summary, no single problems"},
    OptionRow{"verbose", 'v', Argument::kNone, "", "General",
              "show every problem, not the first ones"},
    OptionRow{"help", 'h', Argument::kNone, "", "General", "print this help"},
    OptionRow{"version", '\0', Argument::kNone, "", "General", "print the version"},
};

unsigned usual_jobs() { return std::max(1U, std::thread::hardware_concurrency()); }

Options::Task task_of(const cli::RawOptions& raw) {
  if (raw.has("help")) return Options::Task::kHelp;
  if (raw.has("version")) return Options::Task::kVersion;
  if (raw.has("check")) return Options::Task::kCheck;
  if (raw.has("stats")) return Options::Task::kStats;
  if (raw.has("remove")) return Options::Task::kRemove;
  if (raw.has("dry-run")) return Options::Task::kDryRun;
  if (raw.has("gazetteer") && raw.words().empty()) return Options::Task::kGazetteer;
  return raw.words().empty() && !raw.has("index") ? Options::Task::kHelp : Options::Task::kIndex;
}

Result<void> check_encoding(const std::string& name) {
  if (name.empty()) return {};
  return text::decode_as("", name).map([](const text::Decoded&) {});
}

Result<void> check_format(const std::string& name) {
  if (name.empty() || find_format(name) != nullptr) return {};
  return fail(ErrorKind::kUsage, "--format: «" + name + "» is no format that is read",
              "the formats are " + readable_formats());
}

Result<void> check_paths(const Options& options) {
  const bool wants_paths =
      options.task == Options::Task::kIndex || options.task == Options::Task::kDryRun;
  if (wants_paths && options.paths.empty()) {
    return fail(ErrorKind::kUsage, "nothing to read is named",
                "name files, folders or archives, or - for JSON Lines on standard input");
  }
  if (options.task == Options::Task::kRemove && !options.paths.empty()) {
    return fail(ErrorKind::kUsage, "--remove reads nothing, but something to read is named",
                "repeat --remove for each statement or source; index in a run of its own");
  }
  return {};
}

}  // namespace

std::span<const OptionRow> option_rows() { return kRows; }

Result<Options> parse_options(const std::vector<std::string>& arguments) {
  const Result<cli::RawOptions> raw = cli::parse_command_line(kRows, arguments);
  if (!raw) return tl::unexpected(raw.error());
  Options options;
  options.task = task_of(*raw);
  if (const std::string format = raw->last("stats"); !format.empty() && format != "json") {
    return fail(ErrorKind::kUsage, "--stats does not know «" + format + "»", "it takes json");
  }
  options.stats_as_json = raw->last("stats") == "json";
  options.index = cli::index_location(raw->last("index"));
  options.paths = raw->words();
  options.rebuild = raw->has("rebuild");
  options.prune = raw->has("prune");
  options.retry = raw->has("retry");
  options.removals = raw->all("remove");
  options.reading_settings =
      raw->last("map") + '\n' + raw->last("encoding") + '\n' + raw->last("format");
  options.quiet = raw->has("quiet");
  options.verbose = raw->has("verbose");
  options.encoding = raw->last("encoding");
  options.errors_file = raw->last("errors");
  options.gazetteer = raw->last("gazetteer");
  const Result<std::optional<long>> jobs = cli::number_option(*raw, "jobs", 1, kMostJobs);
  if (!jobs) return tl::unexpected(jobs.error());
  options.jobs = static_cast<unsigned>(jobs->value_or(usual_jobs()));
  const Result<std::uint64_t> memory = parse_memory(raw->last("memory"));
  if (!memory) return tl::unexpected(memory.error());
  options.memory = share_memory(*memory, options.jobs);
  Result<FieldMap> fields = FieldMap::parse(raw->last("map"));
  if (!fields) return tl::unexpected(fields.error());
  options.fields = std::move(*fields);
  Result<Limits> limits = Limits::parse(raw->last("limit"));
  if (!limits) return tl::unexpected(limits.error());
  options.limits = *limits;
  options.selection = {raw->all("include"), raw->all("exclude")};
  options.format = raw->last("format");
  if (Result<void> checked = check_format(options.format); !checked) {
    return tl::unexpected(checked.error());
  }
  if (Result<void> checked = check_encoding(options.encoding); !checked) {
    return tl::unexpected(checked.error());
  }
  if (Result<void> checked = check_paths(options); !checked) {
    return tl::unexpected(checked.error());
  }
  return options;
}

std::string help_text() {
  return "usage: bayan-indexer [-d DIR] PATH…\n\n"
         "Reads Arabic statements out of files, folders and archives (plain text, HTML,\n"
         "PDF, DOCX, ODT, JSON, JSON Lines, CSV; zip, tar, 7z and compressed files, WARC;\n"
         "- is JSON Lines on standard input), recognises the persons,\n"
         "countries and dates they name, and builds an index for bayan-searcher.\n\n" +
         cli::format_options(kRows) +
         "\nExit status: 0 done, 2 wrong usage, 3 done but some sources could not be read,\n"
         "4 the index is missing, locked, damaged or of another version.\n";
}

}  // namespace bayan::indexer
