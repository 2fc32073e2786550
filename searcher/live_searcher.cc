#include "searcher/live_searcher.h"

namespace bayan::searcher {

Result<std::unique_ptr<index::IndexReader>> LiveSearcher::open_index(
    const std::filesystem::path& path) {
  for (int attempt = 1;; ++attempt) {
    Result<index::IndexReader> index = index::IndexReader::open(path);
    if (index) return std::make_unique<index::IndexReader>(std::move(*index));
    if (index.error().kind != ErrorKind::kIndexChanged || attempt == kMostAttempts) {
      return tl::unexpected(index.error());
    }
  }
}

Result<LiveSearcher> LiveSearcher::open(const std::filesystem::path& path,
                                        const entity::LazyCountries& countries) {
  return open_index(path).map([&](std::unique_ptr<index::IndexReader> index) {
    return LiveSearcher(path, countries, std::move(index));
  });
}

Result<void> LiveSearcher::reopen() {
  return open_index(path_).map(
      [this](std::unique_ptr<index::IndexReader> index) { index_ = std::move(index); });
}

Result<Answer> LiveSearcher::search(const Request& request) {
  return ask([&](const index::IndexReader& index, const entity::LazyCountries& countries) {
    return Searcher(index, countries).search(request);
  });
}

Result<void> LiveSearcher::suggest(const Request& request, Answer& answer) {
  return ask([&](const index::IndexReader& index, const entity::LazyCountries& countries) {
    return Searcher(index, countries).suggest(request, answer);
  });
}

}  // namespace bayan::searcher
