// Compresses each statement of a corpus by itself, at several levels of Zstandard, with and without
// a dictionary trained on every fiftieth of them, and reports size and time.
//
//   stored_text CORPUS.jsonl

#include <zdict.h>
#include <zstd.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "tools/bench/corpus_reader.h"
#include "tools/bench/usage.h"

namespace bayan::bench {
namespace {

std::vector<std::string> read_texts(const char* path) {
  std::vector<std::string> texts;
  CorpusReader corpus(path);
  while (const auto statement = corpus.next()) {
    texts.push_back(statement->title + '\n' + statement->body);
  }
  return texts;
}

std::string train_dictionary(const std::vector<std::string>& texts) {
  constexpr std::size_t kEvery = 50;
  constexpr std::size_t kDictionaryBytes = std::size_t{110} << 10;
  std::string samples;
  std::vector<std::size_t> sizes;
  for (std::size_t i = 0; i < texts.size(); i += kEvery) {
    samples += texts[i];
    sizes.push_back(texts[i].size());
  }
  std::string dictionary(kDictionaryBytes, '\0');
  const std::size_t size =
      ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), samples.data(), sizes.data(),
                            static_cast<unsigned>(sizes.size()));
  dictionary.resize(ZDICT_isError(size) != 0U ? 0 : size);
  return dictionary;
}

void measure(const std::vector<std::string>& texts, const std::string& dictionary, int level) {
  const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> compressor(ZSTD_createCCtx(),
                                                                        &ZSTD_freeCCtx);
  const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> reader(ZSTD_createDCtx(),
                                                                    &ZSTD_freeDCtx);
  const std::unique_ptr<ZSTD_CDict, decltype(&ZSTD_freeCDict)> for_compressor(
      ZSTD_createCDict(dictionary.data(), dictionary.size(), level), &ZSTD_freeCDict);
  const std::unique_ptr<ZSTD_DDict, decltype(&ZSTD_freeDDict)> for_reader(
      ZSTD_createDDict(dictionary.data(), dictionary.size()), &ZSTD_freeDDict);
  std::vector<std::string> compressed;
  std::uint64_t bytes = 0;
  std::string buffer;
  const Stopwatch writing;
  for (const std::string& text : texts) {
    buffer.resize(ZSTD_compressBound(text.size()));
    const std::size_t size =
        dictionary.empty()
            ? ZSTD_compressCCtx(compressor.get(), buffer.data(), buffer.size(), text.data(),
                                text.size(), level)
            : ZSTD_compress_usingCDict(compressor.get(), buffer.data(), buffer.size(), text.data(),
                                       text.size(), for_compressor.get());
    compressed.push_back(buffer.substr(0, size));
    bytes += size;
  }
  const Milliseconds written = writing.elapsed();
  const Stopwatch reading;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    buffer.resize(texts[i].size());
    const std::size_t size =
        ZSTD_decompress_usingDDict(reader.get(), buffer.data(), buffer.size(), compressed[i].data(),
                                   compressed[i].size(), for_reader.get());
    if (size != texts[i].size()) std::abort();
  }
  const double count = static_cast<double>(texts.size());
  std::printf("| %d | %s | %.1f | %.1f | %.1f |\n", level, dictionary.empty() ? "no" : "yes",
              static_cast<double>(bytes) / 1e6, written.count() / count * 1e3,
              reading.elapsed().count() / count * 1e3);
}

}  // namespace
}  // namespace bayan::bench

int main(int argc, char** argv) {
  using namespace bayan::bench;
  if (argc != 2) {
    std::fprintf(stderr, "usage: stored_text CORPUS.jsonl\n");
    return EXIT_FAILURE;
  }
  const std::vector<std::string> texts = read_texts(argv[1]);
  const std::string dictionary = train_dictionary(texts);
  std::printf(
      "| level | dictionary | MB | us a statement, writing | reading |\n|---|---|---|---|---|\n");
  for (const int level : {1, 3, 6, 9, 12}) {
    measure(texts, "", level);
    measure(texts, dictionary, level);
  }
  return EXIT_SUCCESS;
}
