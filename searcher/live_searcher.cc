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

Result<Answer> LiveSearcher::search(const Request& request) {
  for (int attempt = 1;; ++attempt) {
    Result<Answer> answer = Searcher(*index_, *countries_).search(request);
    if (answer || answer.error().kind != ErrorKind::kIndexChanged || attempt == kMostAttempts) {
      return answer;
    }
    Result<std::unique_ptr<index::IndexReader>> again = open_index(path_);
    if (!again) return tl::unexpected(again.error());
    index_ = std::move(*again);
  }
}

}  // namespace bayan::searcher
