#pragma once

#include <filesystem>
#include <memory>

#include "common/base/error.h"
#include "common/entity/lazy_countries.h"
#include "common/index/index_reader.h"
#include "searcher/search.h"

namespace bayan::searcher {

/// Answers requests over the index in a folder, also while an indexer changes it: where the blocks
/// that were being read are gone, the index is opened again and the request repeated, a bounded
/// number of times. Not for several threads at once.
class LiveSearcher {
 public:
  /// `countries` must outlive the searcher. Errors: no index, of another version, damaged.
  [[nodiscard]] static Result<LiveSearcher> open(const std::filesystem::path& path,
                                                 const entity::LazyCountries& countries);

  [[nodiscard]] Result<Answer> search(const Request& request);

  /// Searcher::suggest().
  [[nodiscard]] Result<void> suggest(const Request& request, Answer& answer);

 private:
  LiveSearcher(std::filesystem::path path, const entity::LazyCountries& countries,
               std::unique_ptr<index::IndexReader> index)
      : path_(std::move(path)), countries_(&countries), index_(std::move(index)) {}

  /// Runs `work(searcher)`, again on a fresh index where this one has changed under it.
  template <typename Work>
  auto repeated(Work work) -> decltype(work(std::declval<const Searcher&>()));

  std::filesystem::path path_;
  const entity::LazyCountries* countries_;
  std::unique_ptr<index::IndexReader> index_;
};

}  // namespace bayan::searcher
