#pragma once

#include <filesystem>
#include <string>

#include "indexer/sources.h"

namespace bayan::tests {

/// What reading `path` gives: «place=bytes» a document, «!kind place» a problem; the folder that
/// `path` lies in is left out of the places.
inline std::string list_sources(const std::filesystem::path& path,
                                const indexer::SourceOptions& options = {}) {
  std::string out;
  const std::string folder = path.parent_path().string() + "/";
  const auto shorten = [&folder](std::string place) {
    return place.starts_with(folder) ? place.substr(folder.size()) : place;
  };
  indexer::read_sources(
      {path.string()}, options,
      {[&](indexer::SourceFile file) {
         std::string bytes = std::move(file.bytes);
         if (file.rest != nullptr) {
           const auto all = indexer::read_all(*file.rest, std::size_t{1} << 30, bytes);
           if (!all) out += "!" + std::string(row_of(all.error().kind).name) + " ";
         }
         constexpr std::size_t kShown = 200;
         out += shorten(format_location(file.location)) + "=" + bytes.substr(0, kShown) + "\n";
       },
       [&](const indexer::Problem& problem) {
         out += "!" + std::string(row_of(problem.kind).name) + " " + shorten(problem.place) + "\n";
       },
       [](std::uint64_t) {}, [] { return false; }});
  return out;
}

}  // namespace bayan::tests
