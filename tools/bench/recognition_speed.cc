// CPU and wall time of recognition alone, on as many threads as indexing has: the corpus is read
// into memory first, and what is found is counted and thrown away.
//
//   recognition_speed CORPUS.jsonl [THREADS]

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <thread>
#include <vector>

#include "common/entity/extractor.h"
#include "common/entity/gazetteer.h"
#include "tools/bench/corpus_reader.h"
#include "tools/bench/usage.h"

namespace bayan::bench {
namespace {

int run(const char* path, int thread_count) {
  std::vector<statement::Statement> statements;
  CorpusReader corpus(path);
  while (auto statement = corpus.next()) statements.push_back(std::move(*statement));

  const auto before = cpu_time();
  const Result<entity::Extractor> extractor =
      entity::gazetteer_directory().and_then(&entity::Extractor::load);
  if (!extractor) {
    std::fprintf(stderr, "recognition_speed: %s\n", extractor.error().message.c_str());
    return 3;
  }
  const auto loaded = cpu_time();
  const Stopwatch stopwatch;
  std::atomic<std::size_t> next = 0;
  std::atomic<std::size_t> found = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < statements.size(); i = next++) {
      const statement::Statement& one = statements[i];
      const entity::Recognised all =
          extractor->extract(one.title, one.body, {one.issuer, one.date});
      found +=
          all.persons.size() + all.countries.size() + all.organisations.size() + all.dates.size();
    }
  };
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < thread_count; ++i) threads.emplace_back(work);
  }
  const std::chrono::duration<double> wall = stopwatch.elapsed();
  std::printf(
      "%.2f CPU-s to load, %.2f CPU-s and %.2f s to recognise %zu names in %zu statements\n",
      (loaded - before).count(), (cpu_time() - loaded).count(), wall.count(), found.load(),
      statements.size());
  return 0;
}

}  // namespace
}  // namespace bayan::bench

int main(int argc, char** argv) {
  const int threads = argc == 3 ? std::atoi(argv[2]) : 1;
  if (argc < 2 || argc > 3 || threads < 1) {
    std::fputs("usage: recognition_speed CORPUS.jsonl [THREADS]\n", stderr);
    return 2;
  }
  return bayan::bench::run(argv[1], threads);
}
