#pragma once

#include <filesystem>
#include <memory>
#include <utility>

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

  /// What `work(index, countries)`, which gives a Result, makes of the index; again on a fresh one
  /// where it has changed under it.
  template <typename Work>
  auto ask(Work work) -> decltype(work(std::declval<const index::IndexReader&>(),
                                       std::declval<const entity::LazyCountries&>())) {
    for (int attempt = 1;; ++attempt) {
      auto done = work(*index_, *countries_);
      if (done || done.error().kind != ErrorKind::kIndexChanged || attempt == kMostAttempts) {
        return done;
      }
      if (Result<void> again = reopen(); !again) return tl::unexpected(again.error());
    }
  }

 private:
  /// An opened index outlives one commit for certain, so a request would have to last over two
  /// commits this many times in turn.
  static constexpr int kMostAttempts = 10;

  LiveSearcher(std::filesystem::path path, const entity::LazyCountries& countries,
               std::unique_ptr<index::IndexReader> index)
      : path_(std::move(path)), countries_(&countries), index_(std::move(index)) {}

  [[nodiscard]] static Result<std::unique_ptr<index::IndexReader>> open_index(
      const std::filesystem::path& path);
  [[nodiscard]] Result<void> reopen();

  std::filesystem::path path_;
  const entity::LazyCountries* countries_;
  std::unique_ptr<index::IndexReader> index_;
};

}  // namespace bayan::searcher
