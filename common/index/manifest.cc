#include "common/index/manifest.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>
#include <fstream>
#include <nlohmann/json.hpp>

#include "common/base/files.h"
#include "common/index/dictionary.h"
#include "common/index/schema.h"
#include "common/statement/codec.h"
#include "common/text/analyzer.h"
#include "common/text/stemmer.h"

namespace bayan::index {
namespace {

constexpr const char* kRebuildHint = "build the index again: bayan-indexer --rebuild PATH…";

Result<void> check_version(const std::filesystem::path& file, std::string_view what, int found,
                           int expected) {
  if (found == expected) return {};
  return fail(ErrorKind::kIndexVersion,
              fmt::format("{}: the index has version {} of the {}, this program reads version {}",
                          file.parent_path().string(), found, what, expected),
              kRebuildHint);
}

Result<void> check_versions(const Manifest& manifest, const std::filesystem::path& file) {
  return check_version(file, "index format", manifest.format_version, kFormatVersion)
      .and_then([&] {
        return check_version(file, "text analysis", manifest.analyzer_version,
                             text::kAnalyzerVersion);
      })
      .and_then([&] {
        return check_version(file, "stemmer", manifest.stemmer_version, text::kStemmerVersion);
      })
      .and_then([&] {
        return check_version(file, "dictionary", manifest.dictionary_version, kDictionaryVersion);
      })
      .and_then([&] {
        return check_version(file, "stored form", manifest.codec_version, statement::kCodecVersion);
      });
}

}  // namespace

Manifest make_manifest(std::string_view program) {
  Manifest manifest;
  manifest.format_version = kFormatVersion;
  manifest.analyzer_version = text::kAnalyzerVersion;
  manifest.stemmer_version = text::kStemmerVersion;
  manifest.dictionary_version = kDictionaryVersion;
  manifest.codec_version = statement::kCodecVersion;
  manifest.built = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
  manifest.built_by = program;
  return manifest;
}

Result<Manifest> read_manifest(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    return fail(ErrorKind::kIndexDamaged,
                fmt::format("{}: the manifest of the index is missing", file.string()),
                kRebuildHint);
  }
  const nlohmann::json json = nlohmann::json::parse(in, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object() || !json.contains("format") || !json["format"].is_number_integer()) {
    return fail(ErrorKind::kIndexDamaged,
                fmt::format("{}: the manifest of the index is damaged", file.string()),
                kRebuildHint);
  }
  Manifest manifest;
  try {
    manifest.format_version = json["format"];
    manifest.analyzer_version = json.value("analyzer", 0);
    manifest.stemmer_version = json.value("stemmer", 0);
    manifest.dictionary_version = json.value("dictionary", 0);
    manifest.codec_version = json.value("codec", 0);
    manifest.generation = json.value("generation", std::uint64_t{0});
    manifest.statement_count = json.value("statements", std::uint64_t{0});
    manifest.built = json.value("built", "");
    manifest.built_by = json.value("built_by", "");
    manifest.sources = json.value("sources", std::vector<std::string>{});
  } catch (const nlohmann::json::exception&) {
    return fail(ErrorKind::kIndexDamaged,
                fmt::format("{}: the manifest of the index is damaged", file.string()),
                kRebuildHint);
  }
  if (Result<void> checked = check_versions(manifest, file); !checked) {
    return tl::unexpected(checked.error());
  }
  return manifest;
}

Result<void> write_manifest(const Manifest& manifest, const std::filesystem::path& file) {
  nlohmann::ordered_json json;
  json["format"] = manifest.format_version;
  json["analyzer"] = manifest.analyzer_version;
  json["stemmer"] = manifest.stemmer_version;
  json["dictionary"] = manifest.dictionary_version;
  json["codec"] = manifest.codec_version;
  json["generation"] = manifest.generation;
  json["statements"] = manifest.statement_count;
  json["built"] = manifest.built;
  json["built_by"] = manifest.built_by;
  json["sources"] = manifest.sources;
  return write_file_synced(
      file, json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

}  // namespace bayan::index
