// How fast text is folded, and folded and split into words, on one thread: the corpus is read into
// memory first, so that CPU time is the analysis's alone.
//
//   analysis_speed CORPUS.jsonl

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"
#include "common/text/fold.h"
#include "tools/bench/corpus_reader.h"
#include "tools/bench/usage.h"

namespace bayan::bench {
namespace {

constexpr double kMegabyte = 1e6;

std::vector<std::string> read_texts(const char* path) {
  std::vector<std::string> texts;
  CorpusReader corpus(path);
  while (auto statement = corpus.next()) {
    texts.push_back(std::move(statement->title));
    texts.push_back(std::move(statement->body));
  }
  return texts;
}

/// Runs `analysis` over all texts; prints its CPU time and `unit` of what it gave in sum.
template <typename Analysis>
void measure(std::string_view name, const std::vector<std::string>& texts, std::string_view unit,
             Analysis analysis) {
  const auto start = cpu_time();
  std::uint64_t given = 0;
  for (const std::string& text : texts) given += analysis(text);
  const double seconds = (cpu_time() - start).count();
  std::printf("%-8.*s %6.2f CPU-s  %llu %.*s\n", static_cast<int>(name.size()), name.data(),
              seconds, static_cast<unsigned long long>(given), static_cast<int>(unit.size()),
              unit.data());
}

int run(const char* path) {
  const std::vector<std::string> texts = read_texts(path);
  std::uint64_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  std::printf("%.1f MB of titles and bodies\n", static_cast<double>(bytes) / kMegabyte);
  measure("fold", texts, "bytes", [](const std::string& text) { return text::fold(text).size(); });
  text::TokenList tokens;
  measure("analyze", texts, "words", [&tokens](const std::string& text) {
    text::analyze(text, tokens);
    return tokens.size();
  });
  return 0;
}

}  // namespace
}  // namespace bayan::bench

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: analysis_speed CORPUS.jsonl\n", stderr);
    return 2;
  }
  return bayan::bench::run(argv[1]);
}
