#include "searcher/live_searcher.h"

namespace bayan::searcher {
namespace {

/// An opened index outlives one commit for certain, so a request would have to last over two
/// commits this many times in turn.
constexpr int kMostAttempts = 10;

Result<std::unique_ptr<index::IndexReader>> open_index(const std::filesystem::path& path) {
  for (int attempt = 1;; ++attempt) {
    Result<index::IndexReader> index = index::IndexReader::open(path);
    if (index) return std::make_unique<index::IndexReader>(std::move(*index));
    if (index.error().kind != ErrorKind::kIndexChanged || attempt == kMostAttempts) {
      return tl::unexpected(index.error());
    }
  }
}

}  // namespace

Result<LiveSearcher> LiveSearcher::open(const std::filesystem::path& path,
                                        const entity::LazyCountries& countries) {
  return open_index(path).map([&](std::unique_ptr<index::IndexReader> index) {
    return LiveSearcher(path, countries, std::move(index));
  });
}

template <typename Work>
auto LiveSearcher::repeated(Work work) -> decltype(work(std::declval<const Searcher&>())) {
  for (int attempt = 1;; ++attempt) {
    auto done = work(Searcher(*index_, *countries_));
    if (done || done.error().kind != ErrorKind::kIndexChanged || attempt == kMostAttempts) {
      return done;
    }
    Result<std::unique_ptr<index::IndexReader>> again = open_index(path_);
    if (!again) return tl::unexpected(again.error());
    index_ = std::move(*again);
  }
}

Result<Answer> LiveSearcher::search(const Request& request) {
  return repeated([&](const Searcher& searcher) { return searcher.search(request); });
}

Result<void> LiveSearcher::suggest(const Request& request, Answer& answer) {
  return repeated([&](const Searcher& searcher) { return searcher.suggest(request, answer); });
}

}  // namespace bayan::searcher
