// Builds an index of a corpus in one layout and reports time, memory and size.
//
//   layout_build CORPUS.jsonl OUT positions|hashes|pairs|ranks none|strings|ids
//   STATEMENTS_A_SEGMENT [GAZETTEERS]
//
// Two threads write segments, which are then compacted. OUT is replaced.

#include <xapian.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <thread>

#include "common/entity/extractor.h"
#include "tools/bench/corpus_reader.h"
#include "tools/bench/layout.h"
#include "tools/bench/usage.h"

namespace bayan::bench {
namespace {

namespace fs = std::filesystem;
constexpr unsigned kThreads = 2;

struct Request {
  fs::path corpus;
  fs::path out;
  WordOrder order;
  FacetLayout facets;
  std::size_t segment_statements;
  fs::path gazetteers;
};

void write_segments(CorpusReader& corpus, const Request& request,
                    const entity::Extractor* extractor, index::EntityTableBuilder& entities,
                    unsigned thread) {
  LayoutBuilder builder(request.order, request.facets, entities);
  std::optional<Xapian::WritableDatabase> segment;
  std::size_t in_segment = 0;
  for (unsigned number = 0; std::optional<statement::Statement> statement = corpus.next();) {
    if (extractor != nullptr) {
      statement->entities = extractor->extract(statement->title, statement->body,
                                               {statement->issuer, statement->date});
    }
    if (!segment) {
      const fs::path path =
          request.out / ("segment-" + std::to_string(thread) + "-" + std::to_string(number++));
      segment.emplace(path.string(), Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC);
    }
    segment->add_document(builder.build(*statement));
    if (++in_segment < request.segment_statements) continue;
    segment->commit();
    segment.reset();
    in_segment = 0;
  }
  if (segment) segment->commit();
}

void merge(const fs::path& out) {
  std::vector<fs::path> segments;
  for (const auto& entry : fs::directory_iterator(out)) {
    if (entry.is_directory()) segments.push_back(entry.path());
  }
  // Several passes where there are many, as the indexer does.
  constexpr std::size_t kFanIn = 96;
  for (int tier = 0; !segments.empty(); ++tier) {
    std::vector<fs::path> merged;
    for (std::size_t begin = 0; begin < segments.size(); begin += kFanIn) {
      const std::size_t end = std::min(begin + kFanIn, segments.size());
      Xapian::Database all;
      for (std::size_t i = begin; i < end; ++i) all.add_database(Xapian::Database(segments[i]));
      merged.push_back(out / ("tier-" + std::to_string(tier) + "-" + std::to_string(begin)));
      all.compact(merged.back(), Xapian::Compactor::FULL);
      for (std::size_t i = begin; i < end; ++i) fs::remove_all(segments[i]);
    }
    if (merged.size() == 1) {
      fs::rename(merged.front(), out / "statements");
      return;
    }
    segments = std::move(merged);
  }
}

int run(const Request& request) {
  fs::remove_all(request.out);
  fs::create_directories(request.out);
  std::optional<entity::Extractor> extractor;
  if (request.facets != FacetLayout::kNone) {
    Result<entity::Extractor> loaded = entity::Extractor::load(request.gazetteers);
    if (!loaded) {
      std::fprintf(stderr, "%s\n", loaded.error().message.c_str());
      return EXIT_FAILURE;
    }
    extractor.emplace(std::move(*loaded));
  }
  CorpusReader corpus(request.corpus);
  index::EntityTableBuilder entities;
  const Stopwatch total;
  std::vector<std::thread> threads;
  for (unsigned thread = 0; thread < kThreads; ++thread) {
    threads.emplace_back([&, thread] {
      write_segments(corpus, request, extractor ? &*extractor : nullptr, entities, thread);
    });
  }
  for (std::thread& thread : threads) thread.join();
  const Milliseconds written = total.elapsed();
  merge(request.out);
  const Milliseconds merged = total.elapsed();
  const auto megabytes = [](std::uint64_t bytes) { return static_cast<double>(bytes) / 1e6; };
  std::printf(
      "write %.2f s, merge %.2f s, together %.2f s, cpu %.2f s, peak %.0f MB, size %.1f MB:",
      written.count() / 1e3, (merged - written).count() / 1e3, merged.count() / 1e3,
      cpu_time().count(), megabytes(peak_resident_bytes()),
      megabytes(bytes_on_disk(request.out / "statements")));
  for (const char* table : {"postlist", "position", "termlist", "docdata"}) {
    const fs::path file = request.out / "statements" / (std::string(table) + ".glass");
    std::printf(" %s %.1f", table, fs::exists(file) ? megabytes(fs::file_size(file)) : 0.0);
  }
  std::printf("\n");
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace bayan::bench

int main(int argc, char** argv) {
  using namespace bayan::bench;
  constexpr int kNeeded = 6;
  if (argc >= kNeeded) {
    const auto order = parse_word_order(argv[3]);
    const auto facets = parse_facet_layout(argv[4]);
    const unsigned long segment = std::strtoul(argv[5], nullptr, 10);
    if (order && facets && segment > 0) {
      try {
        return run({argv[1], argv[2], *order, *facets, segment, argc > kNeeded ? argv[6] : ""});
      } catch (const Xapian::Error& error) {
        std::fprintf(stderr, "%s\n", error.get_description().c_str());
        return EXIT_FAILURE;
      }
    }
  }
  std::fprintf(stderr,
               "usage: layout_build CORPUS.jsonl OUT positions|hashes|pairs|ranks none|strings|ids "
               "STATEMENTS_A_SEGMENT [GAZETTEERS]\n");
  return EXIT_FAILURE;
}
